// Draws the roads of the street network that answers, by class and number, under the data; while
// the skeleton answers nothing is drawn here, and its own schematic lines stay.
import { effect, signal } from '@preact/signals'
import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import type { NetworkSummary } from '#geodata/contract/documents.ts'
import type { NetworkTileJson } from '#geodata/contract/network-tiles.ts'
import { ask } from '#web/api/client.ts'
import type { Banded, Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import { onShield, text } from '#web/map/expressions.ts'
import type { Paint } from '#web/map/symbols.ts'
import { answering } from '#web/state/region/networks.ts'

const SOURCE = 'network'
const NETWORK_LAYERS = ['network-road', 'network-closed', 'network-shield']

export const networkRoads: DrawnThing = {
  switchedBy: 'roads',
  lateLayers: layers,
  keep: keepNetworkRoads,
}

/** Id of the street network whose roads are on the map; null: none are. */
export const drawnNetworkId = signal<string | null>(null)

/** Keeps the roads on the map those of the network that answers; returns what stops that. */
function keepNetworkRoads(canvas: Canvas): () => void {
  let wanted: string | null = null
  const stop = effect(() => {
    const network = answering.value
    const now = network?.kind === 'street' ? `${network.id} ${network.hash}` : null
    if (now === wanted) return
    wanted = now
    take(canvas.map)
    if (!network || !now) return
    document.documentElement.dataset.mapIdle = 'false'
    ask<NetworkTileJson>(`/api/networks/${encodeURIComponent(network.id)}/tiles`).then(
      (about) => {
        if (wanted === now) draw(canvas, network, about)
      },
      // Without tiles the schematic lines stay, and the answers are those of the network all the same.
      () => canvas.map.triggerRepaint(),
    )
  })
  return () => {
    stop()
    wanted = null
    drawnNetworkId.value = null
  }
}

function take(map: MapLibre): void {
  for (const id of NETWORK_LAYERS) if (map.getLayer(id)) map.removeLayer(id)
  if (map.getSource(SOURCE)) map.removeSource(SOURCE)
  drawnNetworkId.value = null
}

function draw({ map, paint, above }: Canvas, { id }: NetworkSummary, about: NetworkTileJson): void {
  const [west = -180, south = -85, east = 180, north = 85] = about.bounds
  map.addSource(SOURCE, {
    type: 'vector',
    // From where the page came: behind a proxy the server may not know that name.
    tiles: about.tiles.map((tile) => tile.replace(/^https?:\/\/[^/]+/, location.origin)),
    minzoom: about.minzoom,
    maxzoom: about.maxzoom,
    bounds: [west, south, east, north],
  })
  for (const layer of Object.values(layers(paint)).flat()) map.addLayer(layer, above(layer.id))
  // The schematic lines are hidden when there is something to see in their place.
  const onData = () => {
    if (!map.getSource(SOURCE)) map.off('sourcedata', onData)
    else if (map.isSourceLoaded(SOURCE)) {
      map.off('sourcedata', onData)
      drawnNetworkId.value = id
    }
  }
  map.on('sourcedata', onData)
}

const SHIELD_LETTERS = 7

/** Wider roads lie over narrower ones; widths in pixels by zoom. */
const ORDER = { motorway: 5, trunk: 4, primary: 3, secondary: 2, tertiary: 1 }
const WIDTHS: [zoom: number, widths: Record<keyof typeof ORDER, number>, others: number][] = [
  [5, { motorway: 0.8, trunk: 0.5, primary: 0.3, secondary: 0.2, tertiary: 0.2 }, 0.2],
  [8, { motorway: 1.5, trunk: 1.1, primary: 0.7, secondary: 0.4, tertiary: 0.3 }, 0.3],
  [11, { motorway: 2.6, trunk: 2.1, primary: 1.5, secondary: 1, tertiary: 0.7 }, 0.6],
  [14, { motorway: 5, trunk: 4.4, primary: 3.8, secondary: 3, tertiary: 2.4 }, 1.4],
]

function layers(paint: Paint): Banded<LayerSpecification> {
  return { streets: roadLayers(paint), names: [shieldLayer(paint)] }
}

const isClosed = ['==', ['get', 'closed'], true]

function roadLayers(paint: Paint): LayerSpecification[] {
  // A ramp is drawn as the road it belongs to.
  const byClass = (values: Record<string, string | number>, others: string | number) =>
    [
      'match',
      ['get', 'class'],
      ...Object.entries(values).flatMap(([name, value]) => [[name, `${name}_link`], value]),
      others,
    ] as never
  const road = { type: 'line', source: SOURCE, 'source-layer': 'roads' } as const
  const width = [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...WIDTHS.flatMap(([zoom, widths, others]) => [zoom, byClass(widths, others)]),
  ] as never
  const colour = byClass(
    { motorway: paint('map-motorway'), trunk: paint('map-trunk') },
    paint('map-primary'),
  )
  return [
    {
      ...road,
      id: 'network-road',
      filter: ['!', isClosed] as never,
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': byClass(ORDER, 0) },
      paint: { 'line-color': colour, 'line-width': width },
    },
    {
      ...road,
      id: 'network-closed',
      minzoom: 10,
      filter: isClosed as never,
      paint: { 'line-color': paint('map-border'), 'line-width': 1, 'line-dasharray': [2, 2] },
    },
  ]
}

function shieldLayer(paint: Paint): LayerSpecification {
  // Of several numbers of a road, "G85;G76", the first stands on the shield.
  const end = ['index-of', ';', ['get', 'ref']]
  const number = ['case', ['>', end, 0], ['slice', ['get', 'ref'], 0, end], ['get', 'ref']]
  const isNumbered = ['<=', ['length', number], SHIELD_LETTERS]
  return {
    id: 'network-shield',
    type: 'symbol',
    source: SOURCE,
    'source-layer': 'roads',
    minzoom: 7,
    filter: ['all', ['has', 'ref'], ['!', isClosed], isNumbered] as never,
    layout: {
      ...text(number, 9.5),
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      ...onShield,
    },
    paint: { 'text-color': paint('ink-2') },
  }
}
