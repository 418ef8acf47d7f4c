// What is kept of a question that somebody saved: how it was asked, and what the answer was then.
import { z } from 'zod'
import { maybeWords, NOWHERE, name, words } from '#geodata/contract/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable.ts'
import { Confidence } from '#geodata/contract/shared.ts'

/** Canonical JSON as text: the store keeps it as it came. */
const json = z.string().min(2).max(400_000)

export const scenarios = {
  title: { zh: '保存的选址', en: 'Saved sitings' },
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    title: name,
    note: maybeWords,
    /** The query string that shows it again. */
    address: z.string().max(8000),
    /** Inputs of `siting`, as sent. */
    question: json,
    /** Of the answer then: network, dataset and parameters, the hash of all of it, and the ranking. */
    answer: json,
    source: words,
    confidence: Confidence,
  }),
  derived: [],
  references: [],
  named: ['title', 'title'],
} as const satisfies Editable
