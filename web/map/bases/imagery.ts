// On a picture of the ground, labels and borders need more of their own ground around them.
import type { Map as MapLibre } from 'maplibre-gl'
import type { Paint } from '#web/map/symbols.ts'

const STRONGER = 1.5
const usual = new WeakMap<MapLibre, Map<string, number>>()

/** Widens the halo of every label of ours, or gives it its usual width again. */
export function strengthenLabels(map: MapLibre, paint: Paint, imagery: boolean): void {
  const widths = usual.get(map) ?? new Map<string, number>()
  usual.set(map, widths)
  for (const id of map.getLayersOrder()) {
    if (map.getLayer(id)?.type !== 'symbol') continue
    const now = map.getPaintProperty(id, 'text-halo-width')
    if (typeof now === 'number' && !widths.has(id)) widths.set(id, now)
    const width = widths.get(id)
    if (width) map.setPaintProperty(id, 'text-halo-width', imagery ? width * STRONGER : width)
  }
  map.setPaintProperty('district-line', 'line-color', paint(imagery ? 'map-focus' : 'line-2'))
  map.setPaintProperty('outline', 'line-color', paint(imagery ? 'map-focus' : 'map-border'))
  map.setPaintProperty('district-label', 'text-color', paint(imagery ? 'ink' : 'map-label'))
}
