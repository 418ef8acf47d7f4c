// GET /api/basemaps: which grounds the map can lie on, whose they are, and what else it may load.
import { z } from 'zod'
import { BuiltInLayer } from '#geodata/contract/basemap.ts'
import { Bilingual } from '#geodata/contract/shared.ts'

/** Sheets of Tianditu: vector, its names; imagery, its names. */
export const TIANDITU_LAYERS = ['vec', 'cva', 'img', 'cia'] as const
export const TianDiTuLayer = z.enum(TIANDITU_LAYERS)
export type TianDiTuLayer = z.infer<typeof TianDiTuLayer>
export const TIANDITU_MOST_ZOOM = 18

/** What is said of a ground on screen, in print and in every export. */
const description = {
  title: Bilingual,
  licence: z.string(),
  attribution: Bilingual,
  /** 审图号; null: not set. */
  approvalNumber: z.string().nullable(),
}
const common = {
  id: z.string(),
  ...description,
  /** Needs more than this server. */
  online: z.boolean(),
  /** A picture of many tones, on which labels need a stronger halo. */
  imagery: z.boolean(),
  /** Schematic layers of the built-in map that are hidden for it. */
  replaces: z.array(BuiltInLayer),
}

export const BasemapEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('built-in'), ...common }),
  z.object({ kind: z.literal('tiles'), ...common }),
  z.object({ kind: z.literal('tianditu'), ...common, layers: z.array(TianDiTuLayer) }),
  z.object({ kind: z.literal('style'), ...common, styleUrl: z.string() }),
])
export type BasemapEntry = z.infer<typeof BasemapEntry>
export type BasemapKindName = BasemapEntry['kind']

/** Heights for shading: a TileJSON, or an address with {z}, {x} and {y}. */
export const Terrain = z.object({
  ...description,
  url: z.string(),
  encoding: z.enum(['terrarium', 'mapbox']),
})
export type Terrain = z.infer<typeof Terrain>

export const BasemapList = z.object({
  items: z.array(BasemapEntry),
  /** Shown where nothing is chosen. */
  defaultId: z.string(),
  terrain: Terrain.nullable(),
  /** Hosts beyond this server that the page may load pieces of maps from. */
  origins: z.array(z.string()),
})
export type BasemapList = z.infer<typeof BasemapList>

export const BUILT_IN_ID = 'built-in'
/** A style that a person set up in this browser. */
export const OWN_STYLE_ID = 'own'

/** In this cookie a browser says which hosts its own style needs; the page's policy follows it. */
export const MAP_ORIGINS_COOKIE = 'atlas-map-origins'
const ORIGIN = /^https?:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?$/
const MOST_ORIGINS = 12

/** Origins out of a list parted by spaces or commas; what is none is left out. */
export function originsIn(text: string): string[] {
  const origins = text.split(/[\s,]+/).filter((word) => ORIGIN.test(word))
  return [...new Set(origins)].slice(0, MOST_ORIGINS)
}
