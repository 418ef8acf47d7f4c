// Is there a basemap of tiles beside the data, and what on the built-in map is hidden for it?
import {
  type BuiltInLayer,
  TileJson,
  type TileJson as TileJsonDocument,
} from '#geodata/contract/basemap.ts'
import type { Metadata, TileStore, Tiles } from '#server/store/file-stores.ts'
import { RefusedFile } from '#server/store/refused-file.ts'
import type { RegionId } from '#server/store/region-id.ts'

export type Basemap = Pick<Tiles, 'tile' | 'version' | 'close'> & {
  /** All but the addresses of the tiles, which depend on who asks. */
  about: Omit<TileJsonDocument, 'tiles'>
}

const About = TileJson.omit({ tiles: true })

/** Null where there is none; an invalid one is reported in the log, and the built-in map stays. */
export async function openBasemap(
  tiles: TileStore,
  region: RegionId,
  log: (message: string) => void,
): Promise<Basemap | null> {
  try {
    const opened = await tiles.open(region, (metadata) => aboutOf(metadata) !== null)
    const about = opened && aboutOf(opened.metadata)
    return opened && about && { ...opened, about }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    log(`${error.message}\nThe built-in basemap stays. 仍使用内置底图。`)
    return null
  }
}

function aboutOf(metadata: Metadata): Basemap['about'] | null {
  const parsed = About.safeParse({
    tilejson: '3.0.0',
    name: metadata.name,
    attribution: metadata.attribution,
    minzoom: Number(metadata.minzoom),
    maxzoom: Number(metadata.maxzoom),
    bounds: metadata.bounds?.split(',').map(Number),
    vector_layers: parsedJson(metadata.json)?.vector_layers,
    sources: parsedJson(metadata.atlas_sources),
    letters: metadata.atlas_letters,
  })
  return parsed.success ? parsed.data : null
}

function parsedJson(text: string | undefined) {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** Day of the oldest extract; null where none states it. */
export function dataDateOf({ about }: Basemap): string | null {
  return about.sources.flatMap(({ dataDate }) => dataDate ?? []).sort()[0] ?? null
}

/** Built-in rivers and roads are hidden when the tiles show the same things where most of the places are. */
export function replacedBy({ about }: Basemap, places: readonly number[][]): BuiltInLayer[] {
  const [west = 0, south = 0, east = 0, north = 0] = about.bounds
  const within = places.filter(
    ([lng = 181, lat = 91]) => lng >= west && lng <= east && lat >= south && lat <= north,
  )
  if (within.length * 2 < places.length) return []
  const has = (id: string) => about.vector_layers.some((layer) => layer.id === id)
  return [
    ...(has('waterway') || has('water') ? (['rivers'] as const) : []),
    ...(has('road') ? (['roads'] as const) : []),
  ]
}
