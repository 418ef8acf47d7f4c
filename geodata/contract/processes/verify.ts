// What verify takes and gives: an answer of siting as it was, and how it differs from the answer now.
import { z } from 'zod'
import { CriterionId, SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

const Placed = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  rank: z.number().int(),
  score: z.number(),
})

/** With the measured amount of each criterion; null: unknown. Absent: kept before they were. */
const Kept = Placed.extend({ raws: z.record(CriterionId, z.number().nullable()).optional() })

/** A row of the data that is not as it was, with who changed it last and why. */
export const Change = z.object({
  collection: z.string(),
  rowId: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** Null: a newer base, not a person. */
  who: z.string().nullable(),
  why: z.string().nullable(),
  changedAt: z.string(),
  /** In /api/history, where what was and what is stand in full. */
  changeId: z.string(),
  /** Which of its fields; geometry is its place. */
  fields: z.array(z.string()),
})
export type Change = z.infer<typeof Change>

/** Of answers saved while a network had one name for both languages, that name is kept as it was. */
const SavedBasis = Basis.extend({
  network: Basis.shape.network.extend({ name: z.union([Bilingual, z.string()]) }),
})

/** What is kept of an answer. */
export const SavedAnswer = z.object({
  basis: SavedBasis,
  /** Of what the answer finds, as canonical JSON: without its basis, names and sentences that hold names. */
  resultHash: z.string(),
  ranking: z.array(Kept),
})
export type SavedAnswer = z.infer<typeof SavedAnswer>

export const VerifyInputs = z.strictObject({
  siting: SitingInputs,
  saved: SavedAnswer,
  /** When the answer was kept; absent: when a saved siting with it was written. */
  since: z.iso.datetime().optional(),
})
export type VerifyInputs = z.infer<typeof VerifyInputs>

export const VerifyResult = z.object({
  /** The answer now finds the same, in every figure and standing. */
  isSame: z.boolean(),
  /** Nobody moved, joined or is gone: whatever else differs, every figure reads as it did. */
  figuresAreEqual: z.boolean(),
  /** What the two answers stand on that is not the same any more. */
  changed: z.array(z.enum(['network', 'dataset', 'parameters'])),
  /** The rows changed since, the newest first; null: when the answer was kept is not known. */
  changes: z.array(Change).nullable(),
  now: SavedAnswer,
  /** In both, with another rank, score (of one decimal) or measured amount. */
  moved: z.array(
    Placed.omit({ rank: true, score: true }).extend({
      rankThen: z.number().int(),
      rankNow: z.number().int(),
      scoreThen: z.number(),
      scoreNow: z.number(),
      /** The measured amounts that are others; null: unknown. */
      figures: z.array(
        z.object({
          criterion: CriterionId,
          rawThen: z.number().nullable(),
          rawNow: z.number().nullable(),
        }),
      ),
    }),
  ),
  gone: z.array(Placed),
  joined: z.array(Placed),
  basis: Basis,
})
export type VerifyResult = z.infer<typeof VerifyResult>
