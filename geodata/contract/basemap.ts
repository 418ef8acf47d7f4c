// GET /api/basemap: what the tiles of the loaded basemap hold and where they are (TileJSON 3.0).
import { z } from 'zod'

/** Where a basemap lies in DATA_DIR, and what it may hold. */
export const BASEMAP_FILE = 'basemap.mbtiles'
export const BASEMAP_LAYERS = ['landuse', 'water', 'waterway', 'rail', 'road', 'place'] as const
export const BASEMAP_ATTRIBUTION = '© OpenStreetMap contributors, ODbL 1.0'

/** An extract it was made from; `dataDate` (YYYY-MM-DD) is null where the file does not state it. */
export const BasemapSource = z.object({ name: z.string(), dataDate: z.string().nullable() })
export type BasemapSource = z.infer<typeof BasemapSource>

export const VectorLayer = z.object({
  id: z.enum(BASEMAP_LAYERS),
  fields: z.record(z.string(), z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
})
export type VectorLayer = z.infer<typeof VectorLayer>

export const TileJson = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  attribution: z.string(),
  tiles: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  bounds: z.array(z.number()).length(4),
  vector_layers: z.array(VectorLayer),
  /** Beyond TileJSON: the extracts, and every letter of the labels, for the fonts of a page. */
  sources: z.array(BasemapSource),
  letters: z.string(),
})
export type TileJson = z.infer<typeof TileJson>

/** Layers of the built-in map that are hidden where the tiles show the same things. */
export const BuiltInLayer = z.enum(['rivers', 'roads'])
export type BuiltInLayer = z.infer<typeof BuiltInLayer>
