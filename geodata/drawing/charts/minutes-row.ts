// How far is one destination from each of the compared? All on one axis of minutes from zero, a row each.
import { lanesOf } from '#geodata/drawing/charts/lanes.ts'
import { markPart } from '#geodata/drawing/charts/letter-parts.ts'
import { type Part, part } from '#geodata/drawing/charts/part.ts'

const ROW = 20
const LANE = 11
/** What marks need beside each other, of the whole width. */
const ROOM = 0.035
const MARK_RADIUS = 4.4

export type MinutesOf = { index: number; minutes: number; low: number; high: number }

/** The end of the axis and its steps: whole half hours, hours where there are many. */
export function minutesAxis(minutes: readonly number[]): { end: number; ticks: number[] } {
  const step = Math.max(...minutes, 60) > 240 ? 60 : 30
  const end = Math.ceil(Math.max(...minutes, 60) / step) * step
  return { end, ticks: Array.from({ length: end / step + 1 }, (_, index) => index * step) }
}

/** Where minutes lie along the row, 0 … 1, with room for half a mark at both ends. */
export function alongAxis(minutes: number, end: number): number {
  return 0.02 + Math.min(1, minutes / end) * 0.96
}

/** How a share of the row is written: of a row as wide as there is room, or of a known width. */
export type Across = (share: number) => string | number
export const asPercent: Across = (share) => `${(share * 100).toFixed(2)}%`

export type RowDrawn = { marks: readonly MinutesOf[]; ticks: readonly number[] }

const lanesIn = ({ marks, ticks }: RowDrawn) =>
  lanesOf(
    marks.map(({ minutes }) => alongAxis(minutes, ticks.at(-1) ?? 60)),
    ROOM,
  )

export const rowHeight = (row: RowDrawn) => ROW + Math.max(0, ...lanesIn(row)) * LANE

export function rowParts(row: RowDrawn, across: Across): Part[] {
  const { marks, ticks } = row
  const end = ticks.at(-1) ?? 60
  const at = (minutes: number) => across(alongAxis(minutes, end))
  const [lanes, height] = [lanesIn(row), rowHeight(row)]
  return [
    ...ticks.map((minutes) =>
      part('line', 'picture-grid', { x1: at(minutes), x2: at(minutes), y1: 0, y2: height }),
    ),
    ...marks.map(({ index, minutes, low, high }, slot) => {
      const y = ROW / 2 + (lanes[slot] ?? 0) * LANE
      return part(
        'g',
        null,
        {},
        part('line', 'minutes-doubt', { x1: at(low), x2: at(high), y1: y, y2: y }),
        markAt(index, at(minutes), y),
      )
    }),
  ]
}

/** A transform takes no per cent: a mark at one stands in a drawing of its own there. */
function markAt(index: number, x: string | number, y: number): Part {
  if (typeof x === 'number') return markPart(index, [x, y], MARK_RADIUS)
  return part(
    'svg',
    'at-place',
    { 'aria-hidden': 'true', x, y, width: 1, height: 1 },
    markPart(index, [0, 0], MARK_RADIUS),
  )
}

/** The figures of the axis. */
export function figureParts(ticks: readonly number[], unit: string, across: Across): Part[] {
  const end = ticks.at(-1) ?? 60
  return ticks.map((minutes, index) => {
    const isLast = index === ticks.length - 1
    return part(
      'text',
      'picture-tick',
      {
        x: across(alongAxis(minutes, end)),
        y: 12,
        'text-anchor': index === 0 ? 'start' : isLast ? 'end' : 'middle',
      },
      isLast ? `${minutes} ${unit}` : String(minutes),
    )
  })
}
