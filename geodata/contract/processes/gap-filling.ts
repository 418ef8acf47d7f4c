// What gap filling takes and gives: the next suppliers to recruit, in order, with the proof.
import { z } from 'zod'
import { DoubtAsked, DoubtTold, Range } from '#geodata/contract/processes/doubt.ts'
import { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { Basis } from '#geodata/contract/shared.ts'

export const Exactness = {
  /** Also the exact answer, or how far from it at most; takes longer. */
  exact: z.boolean().default(false),
  limitSeconds: z.number().positive().max(120).default(20),
}

/** none: not asked for; proven: nothing is better; bounded: nothing is better than `bound`. */
export const Proof = z.object({
  kind: z.enum(['none', 'proven', 'bounded']),
  bound: z.number().nullable(),
  /** (bound − value) ÷ bound, or for a cost (value − bound) ÷ value. */
  gapShare: z.number().nullable(),
})

export const GapFillingInputs = z.strictObject({
  withinMinutes: z.number().positive().max(600).default(60),
  count: z.number().int().min(1).max(30).default(10),
  /** Recruits that one park takes at most; null: any number. */
  mostInPark: z.number().int().min(1).max(30).nullable().default(3),
  /** Land each recruit takes: a park takes no more than its undeveloped land holds, where that is known. */
  hectaresEach: z.number().positive().max(10_000).nullable().default(null),
  /** Only products of segments the park is assigned. */
  assignedOnly: z.boolean().default(true),
  /** Plants count by documented capacity, unknown ones at the median. */
  byCapacity: z.boolean().default(false),
  plantIds: z.array(z.string()).optional(),
  doubt: DoubtAsked.prefault({}),
  ...Exactness,
  ...roads,
})
export type GapFillingInputs = z.infer<typeof GapFillingInputs>

const Likely = Range.nullable().describe('Of nine in ten draws; null: nothing was drawn')

export const GapFillingResult = z.object({
  recruits: z.array(
    z.object({
      productId: z.string(),
      parkId: z.string(),
      /** Product × plant gaps that it fills and those before it do not, weighted. */
      addedWeight: z.number(),
      /** The outer bounds: of what surely is a gap and surely is reached, and of what may be. */
      addedWeightLow: z.number().describe('Outer bound: sure gaps that are surely reached'),
      addedWeightHigh: z.number(),
      addedWeightLikely: Likely,
      plantIds: z.array(z.string()),
      isLandUnknown: z.boolean(),
    }),
  ),
  filledWeight: z.number(),
  filledWeightLow: z.number(),
  filledWeightHigh: z.number(),
  filledWeightLikely: Likely,
  greedyWeight: z.number(),
  /** All gaps there are, and all that plants need. */
  gapWeight: z.number(),
  gapWeightLow: z.number(),
  gapWeightHigh: z.number(),
  gapWeightLikely: Likely,
  neededWeight: z.number(),
  proof: Proof,
  known: SourcingKnown,
  doubtfulEnds: DoubtfulEnds,
  doubt: DoubtTold,
  basis: Basis,
})
export type GapFillingResult = z.infer<typeof GapFillingResult>
