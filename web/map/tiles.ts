// Puts the tiles of a basemap under the data, where the server has one; without it nothing changes.
import { effect, signal } from '@preact/signals'
import type { Map as MapLibre } from 'maplibre-gl'
import type { TileJson } from '#geodata/contract/basemap.ts'
import { getBasemap } from '#web/api/client.ts'
import { dataset } from '#web/api/data.ts'
import { loadMapFonts } from '#web/map/fonts.ts'
import { BUILT_IN } from '#web/map/layers.ts'
import type { Paint } from '#web/map/symbols.ts'
import { NAMED, nameIn, type Placed, TILES, tileGround, tileLabels } from '#web/map/tile-layers.ts'
import { language } from '#web/messages/index.ts'

/** Layers of the built-in map that tiles on the map have taken the place of. */
export const givenWay = signal<string[]>([])

/** Water, roads and land at once; names when their letters are there. Null: there are no tiles. */
export async function addTiles(
  map: MapLibre,
  paint: Paint,
  isGone: () => boolean,
): Promise<{ addLabels: () => Promise<() => void> } | null> {
  givenWay.value = []
  const basemap = dataset.peek()?.basemap
  const about = basemap ? await getBasemap().catch(() => null) : null
  if (!basemap || !about || isGone()) return null
  addSource(map, about)
  add(map, about, tileGround(paint))
  givenWay.value = basemap.replaces.flatMap((id) => BUILT_IN[id])
  return {
    addLabels: async () => {
      await loadMapFonts([about.letters])
      if (isGone()) return () => {}
      add(map, about, tileLabels(paint, language.peek()))
      return effect(() => {
        const name = nameIn(language.value)
        for (const id of NAMED) if (map.getLayer(id)) map.setLayoutProperty(id, 'text-field', name)
      })
    },
  }
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
function add(map: MapLibre, about: TileJson, placed: Placed[]): void {
  const present = new Set<string>(about.vector_layers.map(({ id }) => id))
  for (const { layer, under } of placed) {
    if ('source-layer' in layer && present.has(layer['source-layer'] ?? '')) {
      map.addLayer(layer, under)
    }
  }
}
