// The firms of a region that has more of them than the page holds: read from vector tiles, in which those that
// would cover one another are one feature with their count. They are drawn as the firms that a page holds.
import { computed, effect, signal } from '@preact/signals'
import type { Map as MapLibre, VectorTileSource } from 'maplibre-gl'
import { firmTiles } from '#web/api/firms.ts'
import type { Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import { choiceSearch } from '#web/state/region/firm-search.ts'
import { manyFirms } from '#web/state/region/firms.ts'
import { choices } from '#web/state/region/kept.ts'
import { dataset } from '#web/state/region/lists.ts'

const SOURCE = 'many-companies'
const LAYER = 'many-company'
/** Beyond it tiles are enlarged, as the server makes none. */
const MOST_ZOOM = 18

export const manyCompanies: DrawnThing = {
  switchedBy: 'companies',
  lateLayers: () => ({ marks: [LAYER_UNSEEN] }),
  keep: keepTiles,
}

/** Tiles are fetched for a layer that is there; what is seen is drawn from what they hold. */
const LAYER_UNSEEN = {
  id: LAYER,
  type: 'circle',
  source: SOURCE,
  'source-layer': 'companies',
  paint: { 'circle-radius': 0, 'circle-opacity': 0 },
} as const

/** Of a group `count`, `bounds` and `onePlace`; of a firm that stands alone its id and names. */
export type TiledFirm = {
  lngLat: [number, number]
  properties: Record<string, unknown>
}

/** What the tiles of the frame hold; the last ones until the next are there. */
export const tiledFirms = signal<readonly TiledFirm[]>([])

/** Where the tiles of the kept firms lie; null: the page holds every firm, or knows of none yet. */
const wanted = computed(() =>
  manyFirms.value === null || !dataset.value
    ? null
    : firmTiles(choiceSearch(choices.value), dataset.value.hash),
)

function keepTiles({ map, above }: Canvas): () => void {
  const read = () => {
    if (!map.getSource(SOURCE) || !map.isSourceLoaded(SOURCE)) return
    const found = map.querySourceFeatures(SOURCE, { sourceLayer: 'companies' })
    tiledFirms.value = found.flatMap(({ geometry, properties }) =>
      geometry.type === 'Point'
        ? [{ lngLat: geometry.coordinates as [number, number], properties }]
        : [],
    )
  }
  const onData = ({ sourceId }: { sourceId?: string }) => {
    if (sourceId === SOURCE) read()
  }
  const stop = effect(() => {
    const tiles = wanted.value
    if (!tiles) return take(map)
    document.documentElement.dataset.mapIdle = 'false'
    const there = map.getSource<VectorTileSource>(SOURCE)
    if (there) {
      there.setTiles([tiles])
      return
    }
    map.addSource(SOURCE, { type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: MOST_ZOOM })
    map.addLayer({ ...LAYER_UNSEEN, paint: { ...LAYER_UNSEEN.paint } }, above(LAYER))
  })
  map.on('sourcedata', onData)
  map.on('moveend', read)
  return () => {
    stop()
    map.off('sourcedata', onData)
    map.off('moveend', read)
    tiledFirms.value = []
  }
}

function take(map: MapLibre): void {
  if (map.getLayer(LAYER)) map.removeLayer(LAYER)
  if (map.getSource(SOURCE)) map.removeSource(SOURCE)
  tiledFirms.value = []
}
