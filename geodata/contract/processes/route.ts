// Which way does a truck go? (process `route`)
import { z } from 'zod'
import { Access, roads } from '#geodata/contract/processes/roads.ts'
import { Basis, LngLatShape, SecondsInterval } from '#geodata/contract/shared.ts'

export const RouteInputs = z.strictObject({
  origin: LngLatShape,
  destination: LngLatShape,
  ...roads,
})
export type RouteInputs = z.infer<typeof RouteInputs>

/** One way as a GeoJSON feature. */
export const RouteResult = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(LngLatShape) }),
  properties: z.object({
    duration: SecondsInterval,
    lengthMeters: z.number(),
    tollMeters: z.number(),
    /** Stretches of one road in driving order; none on the skeleton, whose lines are schematic. */
    legs: z.array(
      z.object({
        name: z.string(),
        ref: z.string(),
        roadClass: z.string(),
        isToll: z.boolean(),
        lengthMeters: z.number(),
      }),
    ),
  }),
  access: z.object({ origin: Access, destination: Access }),
  basis: Basis,
})
export type RouteResult = z.infer<typeof RouteResult>
