// Stores a comparison under a short link, and reads what such a link stands for.
import type { z } from 'zod'
import type { Comparison, StoredComparison } from '#geodata/contract/comparisons.ts'
import { ask } from '#web/api/client.ts'
import { type By, signed } from '#web/api/edits.ts'

/** What is sent: what it leaves out takes the defaults. */
export type ComparisonSent = z.input<typeof Comparison>

export const getComparison = (id: string, signal: AbortSignal) =>
  ask<StoredComparison>(`/api/comparisons/${encodeURIComponent(id)}`, { signal })

export const storeComparison = (comparison: ComparisonSent, by: By) =>
  ask<StoredComparison>('/api/comparisons', {
    method: 'POST',
    headers: { ...signed(by), 'Content-Type': 'application/json' },
    body: JSON.stringify(comparison),
  })
