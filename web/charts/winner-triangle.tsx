// Who is first under which mix of three weights? A corner is all of one of them; each cell is one mix.
import { hatchId } from '#web/charts/hatch.tsx'
import { LetterFill } from '#web/charts/letter-fill.tsx'
import { letterOf } from '#web/state/answers/compare.ts'

const WIDTH = 380
const HEIGHT = 330
const SIDE = 270
const LEFT = (WIDTH - SIDE) / 2
const TOP = 34
const ROOT = Math.sqrt(3)
const DEEP = (SIDE * ROOT) / 2
const LINE = 13

type Shares = readonly [number, number, number]
export type Mix = {
  shares: Shares
  /** The column of who is first; several are level. */
  first: readonly number[]
}
type WinnerTriangleProps = {
  /** Titles of the corners, in lines: top, left, right. */
  corners: readonly [readonly string[], readonly string[], readonly string[]]
  mixes: readonly Mix[]
  /** Cells along a side. */
  steps: number
  /** The mix now; null: none of the three weighs anything. */
  now: Shares | null
  label: string
}

/** Where a mix of three shares lies: the first pulls up, the second left, the third right. */
export function mixPlace([top, left, right]: Shares): [x: number, y: number] {
  const all = top + left + right
  return [LEFT + ((right + top / 2) / all) * SIDE, TOP + (1 - top / all) * DEEP]
}

/** The columns that are first somewhere, each with the place of the mix that lies most in its middle. */
export function winnersOf(mixes: readonly Mix[]): { index: number; at: [number, number] }[] {
  const own = Map.groupBy(
    mixes.filter(({ first }) => first.length === 1),
    ({ first }) => first[0] ?? 0,
  )
  return [...own]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]) => {
      const places = cells.map(({ shares }) => mixPlace(shares))
      const mean = (axis: 0 | 1) =>
        places.reduce((sum, place) => sum + place[axis], 0) / places.length
      const [x, y] = [mean(0), mean(1)]
      const far = ([a, b]: readonly [number, number]) => Math.hypot(a - x, b - y)
      const at = places.reduce((best, place) => (far(place) < far(best) ? place : best))
      return { index, at }
    })
}

/** The cell around a mix: a hexagon, so that cells leave no gap. */
function cellPath(shares: Shares, steps: number): string {
  const [x, y] = mixPlace(shares)
  // A hair wider than its cell: no seam shows between two of the same pattern.
  const radius = SIDE / steps / ROOT + 0.4
  const corners = Array.from({ length: 6 }, (_, at) => {
    const angle = (at / 6) * 2 * Math.PI + Math.PI / 6
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`
  })
  return `M${corners.join('L')}Z`
}

const OUTLINE = `M${LEFT + SIDE / 2} ${TOP}L${LEFT} ${TOP + DEEP}H${LEFT + SIDE}Z`

export function WinnerTriangle({ corners, mixes, steps, now, label }: WinnerTriangleProps) {
  const prefix = hatchId('winners')
  const winners = winnersOf(mixes)
  const at = now && mixPlace(now)
  return (
    <svg class="winner-triangle" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        {winners.map(({ index }) => (
          <LetterFill key={index} index={index} id={`${prefix}-${index}`} />
        ))}
        <clipPath id={`${prefix}-in`}>
          <path d={OUTLINE} />
        </clipPath>
      </defs>
      <path class="triangle-ground" d={OUTLINE} />
      <g clip-path={`url(#${prefix}-in)`}>
        {winners.map(({ index }) => (
          <path
            key={index}
            data-letter={letterOf(index)}
            fill={`url(#${prefix}-${index})`}
            d={mixes
              .filter(({ first }) => first.length === 1 && first[0] === index)
              .map(({ shares }) => cellPath(shares, steps))
              .join('')}
          />
        ))}
      </g>
      <path class="triangle-edge" d={OUTLINE} />
      {winners.map(({ index, at: [x, y] }) => (
        <text
          key={index}
          class="triangle-letter"
          x={x}
          y={y}
          text-anchor="middle"
          dominant-baseline="central"
        >
          {letterOf(index)}
        </text>
      ))}
      {at && (
        <g class="triangle-now" transform={`translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`}>
          <circle r="6" />
          <circle class="dot" r="2" />
        </g>
      )}
      <Corner
        lines={corners[0]}
        x={WIDTH / 2}
        y={TOP - 8 - (corners[0].length - 1) * LINE}
        anchor="middle"
      />
      <Corner lines={corners[1]} x={4} y={TOP + DEEP + 18} anchor="start" />
      <Corner lines={corners[2]} x={WIDTH - 4} y={TOP + DEEP + 18} anchor="end" />
    </svg>
  )
}

type CornerProps = {
  lines: readonly string[]
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

function Corner({ lines, x, y, anchor }: CornerProps) {
  return (
    <text class="picture-text" text-anchor={anchor}>
      {lines.map((line, at) => (
        <tspan key={at} x={x} y={y + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
