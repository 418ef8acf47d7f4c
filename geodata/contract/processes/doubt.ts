// How doubt is asked for and told, by every analysis that draws.
import { z } from 'zod'
import { Bilingual } from '#geodata/contract/shared.ts'

export const DoubtAsked = z
  .strictObject({
    draws: z
      .number()
      .int()
      .min(100)
      .max(20_000)
      .default(2000)
      .describe('Joint draws; each gives every uncertain thing one value'),
    /** All driving times are multiplied by a factor between these. */
    speedLow: z.number().min(0.5).max(1).default(0.9).describe('Least factor on all driving times'),
    speedHigh: z.number().min(1).max(2).default(1.1).describe('Greatest factor'),
    makerChance: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Chance that a possible maker makes an input; absent: as the register gives it'),
  })
  .describe('What is assumed of everything that is not known')
export type DoubtAsked = z.infer<typeof DoubtAsked>

export const Range = z
  .tuple([z.number(), z.number()])
  .describe('Low and high end of nine in ten draws, the central value among them')

export const DoubtAssumption = z.object({
  id: z.string(),
  title: Bilingual,
  /** Ends between which all is alike likely; null: each thing has its own. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.enum(['disc', 'factor', 'chance', 'documented', 'value']),
  reason: Bilingual,
})
export type DoubtAssumption = z.infer<typeof DoubtAssumption>

/** On which draws an answer stands. */
export const DoubtTold = z.object({
  draws: z.number().int(),
  seed: z.number().int(),
  /** Share of the draws that a likely range holds. */
  likelyShare: z.number(),
  assumptions: z.array(DoubtAssumption),
})
export type DoubtTold = z.infer<typeof DoubtTold>
