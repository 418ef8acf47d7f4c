// What lies within a length of road? (process `isodistance`)
import { z } from 'zod'
import { Access, roads } from '#geodata/contract/processes/roads.ts'
import { AreaGeometry, Basis, LngLatShape } from '#geodata/contract/shared.ts'

export const IsodistanceInputs = z.strictObject({
  origin: LngLatShape,
  cutoffKilometers: z.array(z.number().positive().max(1000)).min(1).max(12).default([10, 20, 50]),
  direction: z.enum(['outward', 'inward']).default('outward'),
  ...roads,
})
export type IsodistanceInputs = z.infer<typeof IsodistanceInputs>

/** As an isochrone, by the length of the shortest way instead of the time of the quickest. */
export const IsodistanceResult = z.object({
  type: z.literal('FeatureCollection'),
  /** Largest cutoff first. */
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: AreaGeometry,
      properties: z.object({ cutoffKilometers: z.number(), areaSquareKilometers: z.number() }),
    }),
  ),
  access: Access,
  basis: Basis,
})
export type IsodistanceResult = z.infer<typeof IsodistanceResult>
