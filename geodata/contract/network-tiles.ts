// GET /api/networks/{id}/tiles: what the tiles of a street network hold and where they are (TileJSON 3.0).
import { z } from 'zod'

export const ROAD_ATTRIBUTION = '© OpenStreetMap contributors, ODbL 1.0'

export const NetworkTileJson = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  attribution: z.string(),
  /** With the hash of the network: such an address may be kept for long. */
  tiles: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  bounds: z.array(z.number()).length(4),
  vector_layers: z.array(
    z.object({
      id: z.literal('roads'),
      fields: z.record(z.string(), z.string()),
      minzoom: z.number().int(),
      maxzoom: z.number().int(),
    }),
  ),
})
export type NetworkTileJson = z.infer<typeof NetworkTileJson>
