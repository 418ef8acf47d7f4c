// The surface of scores on the map: one hexagon per cell, under roads and names (deck.gl).
import { LineLayer, SolidPolygonLayer } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import { effect } from '@preact/signals'
import { type Cell, cellsDrawn, fillOf, hatchOf, rampOf } from '#web/map/drawn/surface-cells.ts'
import type { Canvas } from '#web/map/drawn-thing.ts'
import { scoredSurface } from '#web/state/answers/surface.ts'

/** Keeps the surface on the map; returns what takes it away. */
export function drawSurface({ map, paint, above }: Canvas, id: string): () => void {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] })
  map.addControl(overlay)
  let of: readonly string[] | null = null
  let cells: Cell[] = []
  const stop = effect(() => {
    const scored = scoredSurface.value
    if (!scored) return overlay.setProps({ layers: [] })
    const { ramp, unknown } = rampOf(paint)
    const { result, scores } = scored
    if (of !== result.cells) {
      of = result.cells
      cells = cellsDrawn(result.cells)
    }
    const below = beforeId(above(id))
    const filled = new SolidPolygonLayer<Cell>({
      id,
      data: cells,
      getPolygon: ({ ring }) => ring,
      getFillColor: ({ index }) => fillOf(scores[index], ramp),
      updateTriggers: { getFillColor: [scores, ramp.join()] },
      ...below,
    })
    const hatched = new LineLayer<ReturnType<typeof hatchOf>[number]>({
      id: `${id}-unknown`,
      data: cells.filter(({ index }) => Number.isNaN(scores[index])).flatMap(hatchOf),
      getSourcePosition: ([from]) => from,
      getTargetPosition: ([, to]) => to,
      getColor: unknown,
      ...below,
    })
    overlay.setProps({ layers: [filled, hatched] })
  })
  return () => {
    stop()
    map.removeControl(overlay)
  }
}

/** deck.gl takes no undefined for it. */
function beforeId(id: string | undefined) {
  return id === undefined ? {} : { beforeId: id }
}
