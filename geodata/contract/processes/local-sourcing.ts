// What local sourcing takes and gives: shares of needed products with known suppliers in time.
import { z } from 'zod'
import { DoubtAsked, DoubtTold, Range } from '#geodata/contract/processes/doubt.ts'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual } from '#geodata/contract/shared.ts'

/** [low, central, high] seconds; null: no place, too far from the network, or no way. */
const Seconds = z
  .tuple([z.number(), z.number(), z.number()])
  .nullable()
  .describe('Low outer bound, central value, high outer bound; null: no way is measured')
const Likely = Range.nullable().describe('Seconds of nine in ten draws; null: no way is measured')
const Product = z.object({ productId: z.string(), segmentId: z.string(), name: Bilingual })
const Named = z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() })

/** Everything the rates are worked out from, so that another X needs no request. */
export const SourcingKnown = z.object({
  products: z.array(Product),
  productsLeftOut: z.array(Product.extend({ reason: Bilingual })),
  plants: z.array(Named.extend({ capacity: z.number().nullable() })),
  plantsLeftOut: z.array(Named.extend({ reason: Bilingual })),
  firms: z.array(
    Named.extend({
      parkId: z.string().nullable(),
      productIds: z.array(z.string()),
      /** Segments in which its products are not recorded. */
      onlySegmentIds: z.array(z.string()),
      /** To each of `plants`, in their order. */
      secondsTo: z.array(Seconds),
      likelySecondsTo: z.array(Likely),
    }),
  ),
  /** Parks that could take a supplier. */
  parks: z.array(
    Named.extend({
      segmentIds: z.array(z.string()),
      undevelopedHectares: z.number().nullable(),
      secondsTo: z.array(Seconds),
      likelySecondsTo: z.array(Likely),
    }),
  ),
})
export type SourcingKnown = z.infer<typeof SourcingKnown>

const Share = z.object({
  /** The outer bounds: every doubt at its worst, and at its best. */
  low: z.number().describe('Outer bound, every doubt at its worst on its own'),
  central: z.number(),
  high: z.number().describe('Outer bound, every doubt at its best'),
  likely: Range.nullable().describe('Of nine in ten draws; null: nothing was drawn'),
})
const Rate = z.object({
  /** Products, or products × plants, that are counted. */
  needed: z.number().int(),
  /** How many of them have at least one, at least two suppliers in time. */
  one: Share,
  two: Share,
})
export type Rate = z.infer<typeof Rate>

export const SourcingRates = z.object({
  plants: z.array(Rate.extend({ plantId: z.string() })),
  segments: z.array(Rate.extend({ segmentId: z.string() })),
  products: z.array(Rate.extend({ productId: z.string() })),
  total: Rate,
})
export type SourcingRates = z.infer<typeof SourcingRates>

const Supplier = z.strictObject({ productId: z.string(), parkId: z.string() })
const MOST_ADDED = 200

const within = { withinMinutes: z.number().positive().max(600).default(60) }

export const LocalSourcingInputs = z.strictObject({
  ...within,
  /** Vehicle plants (company ids); absent: the running ones in the provinces of the vehicle parks. */
  plantIds: z.array(z.string()).optional(),
  added: z
    .union([Supplier, z.array(Supplier).min(1).max(MOST_ADDED)])
    .describe('One supplier that is not there yet, or several at once: a product made in a park')
    .optional(),
  doubt: DoubtAsked.prefault({}),
  ...roads,
})
export type LocalSourcingInputs = z.infer<typeof LocalSourcingInputs>

export const LocalSourcingResult = z.object({
  today: SourcingRates,
  /** With all that was added; null: nothing was. */
  withAdded: SourcingRates.nullable(),
  known: SourcingKnown,
  doubtfulEnds: DoubtfulEnds,
  doubt: DoubtTold,
  basis: Basis,
})
export type LocalSourcingResult = z.infer<typeof LocalSourcingResult>
