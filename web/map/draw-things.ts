// Puts the things of the table on a map and keeps them; what they are stands in their files.
import { effect } from '@preact/signals'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { DRAWN, LAYER_ORDER } from '#web/map/drawn/drawn.ts'
import type { Canvas, DrawnThing } from '#web/map/drawn-thing.ts'
import type { Paint } from '#web/map/symbols.ts'

export function canvasOn(map: MapLibre, paint: Paint): Canvas {
  return {
    map,
    paint,
    put(source, data) {
      document.documentElement.dataset.mapIdle = 'false'
      map.getSource<GeoJSONSource>(source)?.setData(data)
    },
    above: (layer) =>
      LAYER_ORDER.slice(LAYER_ORDER.indexOf(layer) + 1).find((id) => map.getLayer(id)),
  }
}

/** Draws what needs neither the other data nor letters; returns what stops each of it. */
export function drawGround(canvas: Canvas): (() => void)[] {
  return DRAWN.filter(({ isGround }) => isGround).flatMap((thing) => draw(canvas, thing))
}

export function drawOverGround(canvas: Canvas): (() => void)[] {
  return DRAWN.filter(({ isGround }) => !isGround).flatMap((thing) => draw(canvas, thing))
}

function draw(canvas: Canvas, thing: DrawnThing): (() => void)[] {
  addPictures(canvas, thing)
  // First what it needs, then what is drawn of it.
  const stop = thing.keep?.(canvas)
  const fills = Object.entries(thing.sources ?? {}).map(([id, features]) =>
    effect(() => canvas.put(id, features(canvas))),
  )
  return stop ? [stop, ...fills] : fills
}

function addPictures({ map, paint }: Canvas, { pictures }: DrawnThing): void {
  for (const [id, make] of Object.entries(pictures?.(paint) ?? {})) {
    const { image, options } = make()
    map.addImage(id, image, { pixelRatio: 2, ...options })
  }
}
