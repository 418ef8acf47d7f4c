// The surface of scores on the map: one hexagon per cell, under roads and names (deck.gl).
import { SolidPolygonLayer } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import { effect } from '@preact/signals'
import { cellToBoundary } from 'h3-js'
import type { Canvas } from '#web/map/drawn-thing.ts'
import { classOf, SCORE_CLASSES, scoredSurface } from '#web/state/answers/surface.ts'

const OPACITY = 190

type Cell = { index: number; ring: [number, number][] }

/** Keeps the surface on the map; returns what takes it away. */
export function drawSurface({ map, paint, above }: Canvas, id: string): () => void {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] })
  map.addControl(overlay)
  let of: readonly string[] | null = null
  let cells: Cell[] = []
  const stop = effect(() => {
    const scored = scoredSurface.value
    if (!scored) return overlay.setProps({ layers: [] })
    const colours = SCORE_CLASSES.map((_, index) => rgbOf(paint(`score-${index + 1}`)))
    const { result, scores } = scored
    if (of !== result.cells) {
      of = result.cells
      cells = result.cells.map((id, index) => ({ index, ring: cellToBoundary(id, true) }))
    }
    const layer = new SolidPolygonLayer<Cell>({
      id,
      data: cells,
      getPolygon: ({ ring }) => ring,
      getFillColor: ({ index }) => {
        const [red, green, blue] = colours[classOf(scores[index] ?? 0)] ?? [0, 0, 0]
        return [red, green, blue, OPACITY]
      },
      updateTriggers: { getFillColor: [scores, colours.join()] },
      ...beforeId(above(id)),
    })
    overlay.setProps({ layers: [layer] })
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

function rgbOf(hex: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  )
  return [red, green, blue]
}
