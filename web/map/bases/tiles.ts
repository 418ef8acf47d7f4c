// The tiles of `npm run basemap`: water, roads and land at once; names when their letters are there.
import { effect } from '@preact/signals'
import type { Map as MapLibre } from 'maplibre-gl'
import type { TileJson } from '#geodata/contract/basemap.ts'
import { getBasemap } from '#web/api/client.ts'
import { type Base, groundUnder } from '#web/map/bases/base.ts'
import {
  GROUND,
  NAMED,
  nameIn,
  type Placed,
  TILES,
  tileGround,
  tileLabels,
} from '#web/map/bases/tile-layers.ts'
import { loadMapFonts } from '#web/map/fonts.ts'
import { language } from '#web/messages/index.ts'

export const tiles: Base<'tiles'> = async ({ map, paint, isGone }) => {
  const about = await getBasemap()
  if (isGone()) return { layerIds: [], sourceIds: [], replaces: [] }
  addSource(map, about)
  const layerIds = add(map, about, tileGround(paint))
  await loadMapFonts([about.letters])
  if (isGone()) return { layerIds, sourceIds: [TILES], replaces: [] }
  layerIds.push(...add(map, about, tileLabels(paint, language.peek())))
  const stop = effect(() => {
    const name = nameIn(language.value)
    for (const id of NAMED) if (map.getLayer(id)) map.setLayoutProperty(id, 'text-field', name)
  })
  return { layerIds, sourceIds: [TILES], replaces: [], stop }
}

function addSource(map: MapLibre, { tiles, minzoom, maxzoom, bounds }: TileJson): void {
  const [west = -180, south = -85, east = 180, north = 85] = bounds
  map.addSource(TILES, {
    type: 'vector',
    // From where the page came: behind a proxy the server may not know that name.
    tiles: tiles.map((address) => address.replace(/^https?:\/\/[^/]+/, location.origin)),
    minzoom,
    maxzoom,
    bounds: [west, south, east, north],
  })
}

/** Only layers that have something to draw. */
function add(map: MapLibre, about: TileJson, placed: Placed[]): string[] {
  const present = new Set<string>(about.vector_layers.map(({ id }) => id))
  const added = placed.filter(
    ({ layer }) => 'source-layer' in layer && present.has(layer['source-layer'] ?? ''),
  )
  for (const { layer, under } of added) {
    map.addLayer(layer, under === GROUND ? groundUnder(map) : under)
  }
  return added.map(({ layer }) => layer.id)
}
