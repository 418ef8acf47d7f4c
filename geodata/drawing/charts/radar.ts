// Who is good at what? One axis a criterion from the middle (0) outward (100); unknown is a range, never zero.
import { lineParts, markPart } from '#geodata/drawing/charts/letter-parts.ts'
import { frontClass, type Part, part, textInLines } from '#geodata/drawing/charts/part.ts'

export const RADAR_SIZE = { width: 380, height: 284 }
const CENTRE = [RADAR_SIZE.width / 2, RADAR_SIZE.height / 2 - 2] as const
const RADIUS = 98
const GRID = [25, 50, 75, 100]
const TITLE_GAP = 13
const LINE = 13
const MARK_RADIUS = 3.6

/** Points 0…100 of one candidate on one axis; `known` false: between low and high, nobody knows where. */
export type RadarValue = { points: number; low: number; high: number; known: boolean }
export type RadarShape = {
  index: number
  /** By axis; null: nothing is measured of it. */
  values: readonly (RadarValue | null)[]
}
export type RadarDrawn = {
  /** The title of each axis, in lines. */
  axes: readonly (readonly string[])[]
  shapes: readonly RadarShape[]
  /** The column that stands out; null: all alike. */
  front: number | null
}

/** Where so many points of an axis lie; the first axis points up, others follow clockwise. */
export function radarPlace(axis: number, axes: number, points: number): [number, number] {
  const angle = (axis / axes) * 2 * Math.PI - Math.PI / 2
  const far = (points / 100) * RADIUS
  return [CENTRE[0] + far * Math.cos(angle), CENTRE[1] + far * Math.sin(angle)]
}

const written = ([x, y]: readonly [number, number]) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** The outline of a shape, open where an axis has no measure. */
export function radarPath(values: RadarShape['values']): string {
  const { length } = values
  const places = values.map((value, axis) => value && radarPlace(axis, length, value.points))
  const parts = places.map((place, axis) => {
    if (!place) return ''
    const before = places[(axis + length - 1) % length]
    return `${axis > 0 && before ? 'L' : 'M'}${written(place)}`
  })
  const [first, last] = [places[0], places.at(-1)]
  return parts.join('') + (first && last && length > 1 ? `L${written(first)}` : '')
}

export function radarParts({ axes, shapes, front }: RadarDrawn): Part[] {
  const count = axes.length
  const ring = (points: number) =>
    `M${axes.map((_, axis) => written(radarPlace(axis, count, points))).join('L')}Z`
  const each = (draw: (shape: RadarShape) => readonly Part[]) =>
    shapes.map((shape) => part('g', frontClass(front, shape.index), {}, ...draw(shape)))
  return [
    ...GRID.map((points) => part('path', 'radar-grid', { d: ring(points) })),
    ...axes.flatMap((lines, axis) => [
      part('path', 'radar-grid', {
        d: `M${written(CENTRE)}L${written(radarPlace(axis, count, 100))}`,
      }),
      axisTitle(lines, axis, count),
    ]),
    ...each(({ values }) =>
      values.flatMap((value, axis) => {
        if (!value || value.known) return []
        const [low, high] = [value.low, value.high].map((end) => radarPlace(axis, count, end))
        return low && high
          ? [part('path', 'radar-unknown', { d: `M${written(low)}L${written(high)}` })]
          : []
      }),
    ),
    ...each(({ index, values }) => lineParts(index, radarPath(values))),
    ...each(({ index, values }) =>
      values.flatMap((value, axis) =>
        value ? [markPart(index, radarPlace(axis, count, value.points), MARK_RADIUS)] : [],
      ),
    ),
  ]
}

/** Outside its end, away from the middle. */
function axisTitle(lines: readonly string[], axis: number, count: number): Part {
  const [x, y] = radarPlace(axis, count, 100 + (TITLE_GAP / RADIUS) * 100)
  const [side, height] = [x - CENTRE[0], y - CENTRE[1]]
  const anchor = Math.abs(side) < RADIUS * 0.2 ? 'middle' : side > 0 ? 'start' : 'end'
  // A title above hangs over its end, one below stands under it, others stand beside theirs.
  const lift = ((height / (RADIUS + TITLE_GAP)) * (lines.length - 1) * LINE) / 2
  const top = y + 4 + lift - ((lines.length - 1) * LINE) / 2
  return textInLines('picture-text', lines, { x, y: top, anchor, leading: LINE })
}
