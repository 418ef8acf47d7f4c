// With which colour is a cell of the surface drawn, and how one of which nothing is known?
import { cellToBoundary } from 'h3-js'
import { classOf, SCORE_CLASSES } from '#geodata/model/score-classes.ts'
import type { Canvas } from '#web/map/drawn-thing.ts'

export type Cell = { index: number; ring: [number, number][] }
type Colour = [red: number, green: number, blue: number, opacity: number]
type Stroke = [from: [number, number], to: [number, number]]

const OPACITY = 190

export function cellsDrawn(ids: readonly string[]): Cell[] {
  return ids.map((id, index) => ({ index, ring: cellToBoundary(id, true) }))
}

/** The colours of the legend, the lowest class first, and the ink of what is unknown. */
export function rampOf(paint: Canvas['paint']): { ramp: Colour[]; unknown: Colour } {
  return {
    ramp: SCORE_CLASSES.map((_, index) => colourOf(paint(`score-${index + 1}`))),
    unknown: colourOf(paint('ink-3')),
  }
}

/** An unknown cell has none: it is hatched. */
export function fillOf(score: number | undefined, ramp: readonly Colour[]): Colour {
  return ramp[classOf(score ?? Number.NaN) ?? -1] ?? [0, 0, 0, 0]
}

/** Two strokes across a hexagon, alike for all. */
export function hatchOf({ ring }: Cell): Stroke[] {
  const [, b, c, , e, f] = ring
  return b && c && e && f
    ? [
        [b, f],
        [c, e],
      ]
    : []
}

function colourOf(hex: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  )
  return [red, green, blue, OPACITY]
}
