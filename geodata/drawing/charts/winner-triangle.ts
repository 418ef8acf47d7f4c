// Who is first under which mix of three weights? A corner is all of one of them; each cell is one mix.
import { fillPart } from '#geodata/drawing/charts/letter-parts.ts'
import { type Part, part, textInLines } from '#geodata/drawing/charts/part.ts'
import { letterOf } from '#geodata/model/column-letter.ts'

export const TRIANGLE_SIZE = { width: 380, height: 330 }
const { width: WIDTH } = TRIANGLE_SIZE
const SIDE = 270
const LEFT = (WIDTH - SIDE) / 2
const TOP = 34
const ROOT = Math.sqrt(3)
const DEEP = (SIDE * ROOT) / 2
const LINE = 13
/** From the middle of a letter down to the line that it stands on. */
const LETTER_DROP = 5.4

type Shares = readonly [number, number, number]
export type Mix = {
  shares: Shares
  /** The column of who is first; several are level. */
  first: readonly number[]
}
export type TriangleDrawn = {
  /** Titles of the corners, in lines: top, left, right. */
  corners: readonly [readonly string[], readonly string[], readonly string[]]
  mixes: readonly Mix[]
  /** Cells along a side. */
  steps: number
  /** The mix now; null: none of the three weighs anything. */
  now: Shares | null
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

/** `prefix` begins the ids of its patterns, which are to be there once. */
export function triangleParts(drawn: TriangleDrawn, prefix: string): Part[] {
  const { corners, mixes, steps, now } = drawn
  const winners = winnersOf(mixes)
  const cells = (index: number) =>
    mixes
      .filter(({ first }) => first.length === 1 && first[0] === index)
      .map(({ shares }) => cellPath(shares, steps))
      .join('')
  const [top, left, right] = corners
  const corner = (lines: readonly string[], x: number, y: number, anchor: string) =>
    textInLines('picture-text', lines, { x, y, anchor, leading: LINE })
  return [
    part(
      'defs',
      null,
      {},
      ...winners.map(({ index }) => fillPart(index, `${prefix}-${index}`)),
      part('clipPath', null, { id: `${prefix}-in` }, part('path', null, { d: OUTLINE })),
    ),
    part('path', 'triangle-ground', { d: OUTLINE }),
    part(
      'g',
      null,
      { 'clip-path': `url(#${prefix}-in)` },
      ...winners.map(({ index }) =>
        part('path', null, {
          'data-letter': letterOf(index),
          fill: `url(#${prefix}-${index})`,
          d: cells(index),
        }),
      ),
    ),
    part('path', 'triangle-edge', { d: OUTLINE }),
    ...winners.map(({ index, at: [x, y] }) =>
      part(
        'text',
        'triangle-letter',
        { x, y: y + LETTER_DROP, 'text-anchor': 'middle' },
        letterOf(index),
      ),
    ),
    ...(now ? [nowPart(mixPlace(now))] : []),
    corner(top, WIDTH / 2, TOP - 8 - (top.length - 1) * LINE, 'middle'),
    corner(left, 4, TOP + DEEP + 18, 'start'),
    corner(right, WIDTH - 4, TOP + DEEP + 18, 'end'),
  ]
}

const nowPart = ([x, y]: readonly [number, number]): Part =>
  part(
    'g',
    'triangle-now',
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    part('circle', null, { r: 6 }),
    part('circle', 'dot', { r: 2 }),
  )
