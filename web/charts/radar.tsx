// Who is good at what? One axis a criterion from the middle (0) outward (100); unknown is a range, never zero.
import { frontClass } from '#web/charts/front.ts'
import { LetterLine, LetterMark } from '#web/charts/letter-mark.tsx'

const WIDTH = 380
const HEIGHT = 284
const CENTRE = [WIDTH / 2, HEIGHT / 2 - 2] as const
const RADIUS = 98
const GRID = [25, 50, 75, 100]
const TITLE_GAP = 13
const LINE = 13

/** Points 0…100 of one candidate on one axis; `known` false: between low and high, nobody knows where. */
export type RadarValue = { points: number; low: number; high: number; known: boolean }
export type RadarShape = {
  index: number
  /** By axis; null: nothing is measured of it. */
  values: readonly (RadarValue | null)[]
}
type RadarProps = {
  /** The title of each axis, in lines. */
  axes: readonly (readonly string[])[]
  shapes: readonly RadarShape[]
  /** The column that stands out; null: all alike. */
  front: number | null
  label: string
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

export function Radar({ axes, shapes, front, label }: RadarProps) {
  const count = axes.length
  const ring = (points: number) =>
    `M${axes.map((_, axis) => written(radarPlace(axis, count, points))).join('L')}Z`
  return (
    <svg class="radar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {GRID.map((points) => (
        <path key={points} class="radar-grid" d={ring(points)} />
      ))}
      {axes.map((lines, axis) => (
        <g key={axis}>
          <path
            class="radar-grid"
            d={`M${written(CENTRE)}L${written(radarPlace(axis, count, 100))}`}
          />
          <AxisTitle lines={lines} axis={axis} count={count} />
        </g>
      ))}
      {shapes.map(({ index, values }) => (
        <g key={index} class={frontClass(front, index)}>
          {values.map((value, axis) =>
            value && !value.known ? (
              <path
                key={axis}
                class="radar-unknown"
                d={`M${written(radarPlace(axis, count, value.low))}L${written(radarPlace(axis, count, value.high))}`}
              />
            ) : null,
          )}
        </g>
      ))}
      {shapes.map(({ index, values }) => (
        <g key={index} class={frontClass(front, index)}>
          <LetterLine index={index} d={radarPath(values)} />
        </g>
      ))}
      {shapes.map(({ index, values }) => (
        <g key={index} class={frontClass(front, index)}>
          {values.map((value, axis) => {
            if (!value) return null
            const [x, y] = radarPlace(axis, count, value.points)
            return <LetterMark key={axis} index={index} x={x} y={y} radius={3.6} />
          })}
        </g>
      ))}
    </svg>
  )
}

/** Outside its end, away from the middle. */
function AxisTitle(props: { lines: readonly string[]; axis: number; count: number }) {
  const { lines, axis, count } = props
  const [x, y] = radarPlace(axis, count, 100 + (TITLE_GAP / RADIUS) * 100)
  const [side, height] = [x - CENTRE[0], y - CENTRE[1]]
  const anchor = Math.abs(side) < RADIUS * 0.2 ? 'middle' : side > 0 ? 'start' : 'end'
  // A title above hangs over its end, one below stands under it, others stand beside theirs.
  const lift = ((height / (RADIUS + TITLE_GAP)) * (lines.length - 1) * LINE) / 2
  const top = y + 4 + lift - ((lines.length - 1) * LINE) / 2
  return (
    <text class="picture-text" text-anchor={anchor}>
      {lines.map((line, at) => (
        <tspan key={at} x={x.toFixed(1)} y={(top + at * LINE).toFixed(1)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
