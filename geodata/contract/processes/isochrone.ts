// Where does a truck get in time? (process `isochrone`)
import { z } from 'zod'
import { Access, roads } from '#geodata/contract/processes/roads.ts'
import { AreaGeometry, Basis, LngLatShape } from '#geodata/contract/shared.ts'

export const CUTOFF_MINUTES_DEFAULT = [30, 60, 90, 120]

export const CutoffMinutes = z.number().positive().max(600)

export const IsochroneInputs = z.strictObject({
  origin: LngLatShape,
  cutoffMinutes: z.array(CutoffMinutes).min(1).max(12).default(CUTOFF_MINUTES_DEFAULT),
  /** outward: where one gets from the origin; inward: from where one gets to it. */
  direction: z.enum(['outward', 'inward']).default('outward'),
  ...roads,
})
export type IsochroneInputs = z.infer<typeof IsochroneInputs>

export const IsochroneResult = z.object({
  type: z.literal('FeatureCollection'),
  /** Largest cutoff first. */
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: AreaGeometry,
      properties: z.object({
        cutoffMinutes: z.number(),
        areaSquareKilometers: z.number(),
        /** Known firms that lie within, where the map shows them; those of unknown place are in no ring. */
        companies: z.number().int(),
        /** Those of them that make vehicles. */
        vehiclePlants: z.number().int(),
      }),
    }),
  ),
  /**
   * Where a truck leaves the expressway: the interchanges it reaches within the largest cutoff, nearest
   * first; null where the roads are streets, which it leaves anywhere.
   */
  exits: z
    .array(z.object({ nameZh: z.string(), lngLat: LngLatShape, minutes: z.number() }))
    .nullable(),
  access: Access,
  basis: Basis,
})
export type IsochroneResult = z.infer<typeof IsochroneResult>
