// What does the comparison show of one place, and of one condition?

import type { Verdict } from '#geodata/analysis/decision/verdicts.ts'
import type { Park } from '#geodata/contract/collections.ts'

/** One compared place as the panel shows it. */
export type Column = {
  id: string
  /** Its id in the answer of siting. */
  candidateId: string
  letter: string
  index: number
  name: string
  park: Park | null
  lngLat: readonly [number, number] | null
  /** Why there is nothing to show; null when all is well. */
  trouble: string | null
}

/** One condition, with a cell per compared place. */
export type Row = {
  key: string
  title: string
  unit: string
  /** Text null: unknown. */
  cells: { text: string | null; verdict: Verdict; reason?: string; isBad?: boolean }[]
  strip?: { raw: number | null; low: number; high: number }[]
  source: string
}
