// What verify takes and gives: an answer of siting as it was, and how it differs from the answer now.
import { z } from 'zod'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

const Placed = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  rank: z.number().int(),
  score: z.number(),
})

/** Of answers saved while a network had one name for both languages, that name is kept as it was. */
const SavedBasis = Basis.extend({
  network: Basis.shape.network.extend({ name: z.union([Bilingual, z.string()]) }),
})

/** What is kept of an answer. */
export const SavedAnswer = z.object({
  basis: SavedBasis,
  /** Of the whole answer without its basis, as canonical JSON. */
  resultHash: z.string(),
  ranking: z.array(Placed),
})
export type SavedAnswer = z.infer<typeof SavedAnswer>

export const VerifyInputs = z.strictObject({ siting: SitingInputs, saved: SavedAnswer })
export type VerifyInputs = z.infer<typeof VerifyInputs>

export const VerifyResult = z.object({
  /** The answer now has the same bytes. */
  isSame: z.boolean(),
  /** What the two answers stand on that is not the same any more. */
  changed: z.array(z.enum(['network', 'dataset', 'parameters'])),
  now: SavedAnswer,
  /** In both, with another rank or score. */
  moved: z.array(
    Placed.omit({ rank: true, score: true }).extend({
      rankThen: z.number().int(),
      rankNow: z.number().int(),
      scoreThen: z.number(),
      scoreNow: z.number(),
    }),
  ),
  gone: z.array(Placed),
  joined: z.array(Placed),
  basis: Basis,
})
export type VerifyResult = z.infer<typeof VerifyResult>
