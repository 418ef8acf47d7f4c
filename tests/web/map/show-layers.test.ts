// What is to be seen of the map, and where does a layer go that comes later?
import type { Map as MapLibre } from 'maplibre-gl'
import { afterEach, expect, it } from 'vitest'
import { canvasOn } from '#web/map/draw-things.ts'
import { LAYER_ORDER } from '#web/map/drawn/drawn.ts'
import { drawnNetworkId } from '#web/map/drawn/network-roads.ts'
import { showLayers } from '#web/map/show-layers.ts'
import { changeView, view } from '#web/state/view/store.ts'

const atFirst = view.peek()
afterEach(() => {
  changeView(atFirst)
  drawnNetworkId.value = null
})

/** A map that holds these layers, and those of them that are hidden. */
function mapOf(layers: readonly string[]) {
  const hidden = new Set<string>()
  const map = {
    getLayersOrder: () => layers,
    getLayer: (id: string) => (layers.includes(id) ? { id } : undefined),
    getLayoutProperty: (id: string) => (hidden.has(id) ? 'none' : undefined),
    setLayoutProperty: (id: string, _: string, value: string) => {
      if (value === 'none') hidden.add(id)
      else hidden.delete(id)
    },
  } as unknown as MapLibre
  return { map, hidden }
}

const TILES = ['tile-place', 'tile-road', 'tile-shield', 'hillshade']

it('hides with a switch what a basemap of tiles draws of the like, and shows it again', () => {
  const { map, hidden } = mapOf([...LAYER_ORDER, ...TILES])
  changeView({ hiddenLayers: ['districts', 'terrain'] })
  showLayers(map)
  for (const layer of ['district-line', 'outline', 'tile-place', 'hillshade']) {
    expect(hidden).toContain(layer)
  }
  for (const layer of ['district', 'tile-road', 'road']) expect(hidden).not.toContain(layer)
  changeView({ hiddenLayers: [] })
  showLayers(map)
  expect(hidden).not.toContain('tile-place')
  expect(hidden).not.toContain('district-line')
})

it('hides parks behind the compared places, and shows them again in the layout', () => {
  const { map, hidden } = mapOf(LAYER_ORDER)
  changeView({ workspace: 'compare' })
  showLayers(map)
  expect(hidden).toContain('park')
  expect(hidden).not.toContain('rank')
  changeView({ workspace: 'layout' })
  showLayers(map)
  expect(hidden).not.toContain('park')
  expect(hidden).toContain('partner')
})

it('lets schematic roads and the shields of tiles give way to the roads of a network', () => {
  const { map, hidden } = mapOf([...LAYER_ORDER, ...TILES])
  drawnNetworkId.value = 'cq'
  showLayers(map)
  for (const layer of ['road', 'road-shield', 'tile-shield']) expect(hidden).toContain(layer)
  expect(hidden).not.toContain('network-road')
})

it('puts a layer that comes later where the table has it', () => {
  const late = ['surface', 'network-road', 'network-closed', 'network-shield']
  const { map } = mapOf(LAYER_ORDER.filter((id) => !late.includes(id)))
  const { above } = canvasOn(map, () => '')
  expect(above('surface')).toBe('road')
  expect(above('network-road')).toBe('veil')
  expect(above('network-shield')).toBe('road-shield')
  expect(above('park-hovered')).toBeUndefined()
})
