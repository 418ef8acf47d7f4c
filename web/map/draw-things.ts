// Puts the things of the table on a map and keeps them; what they are stands in their files.
import { effect } from '@preact/signals'
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { DRAWN, LAYER_ORDER, layersIn } from '#web/map/drawn/drawn.ts'
import type { Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import { sameData } from '#web/map/same-data.ts'
import type { Paint } from '#web/map/symbols.ts'
import { countTiles } from '#web/map/tiles-awaited.ts'

export function canvasOn(map: MapLibre, paint: Paint): Canvas {
  const drawn = new Map<string, FeatureCollection>()
  return {
    map,
    paint,
    put(source, data) {
      const before = drawn.get(source)
      // Signals change more often than what follows from them. What is the same object may hold something else.
      if (before !== data && map.getSource(source) && sameData(before, data)) return
      drawn.set(source, data)
      document.documentElement.dataset.mapIdle = 'false'
      const there = map.getSource<GeoJSONSource>(source)
      if (there) {
        there.setData(data)
        return
      }
      map.addSource(source, { type: 'geojson', data })
      const added = map.getSource<GeoJSONSource>(source)
      if (added) countTiles(map, added)
    },
    above: (layer) =>
      LAYER_ORDER.slice(LAYER_ORDER.indexOf(layer) + 1).find((id) => map.getLayer(id)),
  }
}

/** Draws everything of the table at once; returns what stops each of it. */
export function drawThings(canvas: Canvas): (() => void)[] {
  const { map, paint } = canvas
  for (const thing of DRAWN) addPictures(canvas, thing)
  const prepared = DRAWN.flatMap(({ prepare }) => prepare?.(canvas) ?? [])
  // A source comes with what is in it: one that came empty would be cut into tiles twice.
  const fills = DRAWN.flatMap(({ sources }) =>
    Object.entries(sources ?? {}).map(([id, features]) =>
      effect(() => canvas.put(id, features(canvas))),
    ),
  )
  for (const layer of layersIn(paint)) if (!map.getLayer(layer.id)) map.addLayer(layer)
  const kept = DRAWN.flatMap(({ keep }) => keep?.(canvas) ?? [])
  return [...prepared, ...fills, ...kept]
}

function addPictures({ map, paint }: Canvas, { pictures }: DrawnThing): void {
  for (const [id, make] of Object.entries(pictures?.(paint) ?? {})) {
    const { image, options } = make()
    map.addImage(id, image, { pixelRatio: 2, ...options })
  }
}
