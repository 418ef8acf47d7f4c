// What `transformation` and `pooling` ask and answer: who could turn to what, and who could buy together?
import { z } from 'zod'
import { ReachCounts } from '#geodata/contract/processes/coverage.ts'
import { DoubtfulEnds, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, Bilingual, SecondsInterval } from '#geodata/contract/shared.ts'

export const TransformationInputs = z.strictObject({
  /** Only buyers within so many truck minutes of the firm count as near. */
  withinMinutes: z.number().positive().max(600).default(60),
  ...roads,
})
export type TransformationInputs = z.infer<typeof TransformationInputs>

const Named = { id: z.string(), nameZh: z.string(), nameEn: z.string() }

export const TransformationPath = z.object({
  fromProduct: Bilingual,
  toSegmentId: z.string(),
  toProductId: z.string(),
  toProduct: Bilingual,
  reason: Bilingual,
  /** No document names this path. */
  isOurReading: z.boolean(),
  source: z.string(),
  /** The firm already works in the segment. */
  isThere: z.boolean(),
  /** Running vehicle plants, and firms whose product is recorded to need this one. */
  buyers: ReachCounts,
  /** The nearest of those that are surely or perhaps in reach, nearest first. */
  nearest: z.array(
    z.object({ ...Named, kind: z.enum(['plant', 'firm']), duration: SecondsInterval }),
  ),
})
export type TransformationPath = z.infer<typeof TransformationPath>

export const TransformationFirm = z.object({
  ...Named,
  /** What it makes, as the source words it. */
  products: z.string(),
  source: z.string(),
  isPlaced: z.boolean(),
  /** Empty: none of its known products has a rule. */
  paths: z.array(TransformationPath),
})
export type TransformationFirm = z.infer<typeof TransformationFirm>

export const TransformationResult = z.object({
  withinMinutes: z.number(),
  firms: z.array(TransformationFirm),
  doubtfulEnds: DoubtfulEnds,
  basis: Basis,
})
export type TransformationResult = z.infer<typeof TransformationResult>

export const PoolingInputs = TransformationInputs
export type PoolingInputs = TransformationInputs

export const PoolingResult = z.object({
  withinMinutes: z.number(),
  /** Plants that lie surely within the radius of one of them, the centre; no group within another. */
  groups: z.array(
    z.object({
      centreId: z.string(),
      plants: z.array(
        z.object({ ...Named, capacityVehiclesPerYear: z.number().nullable(), source: z.string() }),
      ),
      /** For each product with a recorded maker: who could serve every plant of the group. */
      products: z.array(
        z.object({
          productId: z.string(),
          product: Bilingual,
          segmentId: z.string(),
          serving: z.array(z.object(Named)),
          perhapsServing: z.array(z.object(Named)),
        }),
      ),
    }),
  ),
  /** Running plants whose place is unknown: in no group. */
  unplaced: z.array(z.object(Named)),
  doubtfulEnds: DoubtfulEnds,
  basis: Basis,
})
export type PoolingResult = z.infer<typeof PoolingResult>
