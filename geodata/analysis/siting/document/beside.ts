// What does a document say beside the answer itself?
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Precision } from '#geodata/model/precision.ts'

/** How well the row of a candidate and its place are known; precision null: it is drawn, not stated. */
export type Placed = { precision: Precision | null; confidence: 'high' | 'medium' | 'low' }

/** Whose the data are. */
export type Credit = { title: Bilingual; licence: string }

export type Beside = {
  asked: SitingInputs
  /** null: it is a pin, of which nothing is recorded. */
  placedOf: (candidateId: string) => Placed | null
  credits: readonly Credit[]
}
