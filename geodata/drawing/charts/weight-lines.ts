// How do the scores move with the weight of one criterion? Straight lines from none of it to all of it.
import { movedApart } from '#geodata/drawing/charts/lanes.ts'
import { lineParts, markPart } from '#geodata/drawing/charts/letter-parts.ts'
import { frontClass, type Part, part } from '#geodata/drawing/charts/part.ts'
import { type ScoreDomain, scoreDomain, scoreTicks } from '#geodata/drawing/charts/score-domain.ts'
import { letterOf } from '#geodata/model/column-letter.ts'

export const WEIGHTS_SIZE = { width: 400, height: 256 }
const LEFT = 28
const RIGHT = 372
const TOP = 18
const BOTTOM = 212
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1]
const LETTER_ROOM = 13
const MARK_RADIUS = 3.6

export type ScoreLine = {
  index: number
  /** Scores with none and with all of the weight. */
  none: number
  all: number
  /** Likely scores at some shares. */
  band: readonly { share: number; low: number; high: number }[]
}
export type WeightsDrawn = {
  lines: readonly ScoreLine[]
  /** The share now. */
  now: number
  nowText: string
  crossings: readonly { share: number; score: number }[]
  axisTitle: string
  /** The column that stands out; null: all alike. */
  front: number | null
}

/** Whole tens around every line and band. */
export function domainOf(lines: readonly ScoreLine[]): ScoreDomain {
  return scoreDomain(
    lines.flatMap(({ none, all, band }) => [
      [Math.min(none, all), Math.max(none, all)] as const,
      ...band.map(({ low, high }) => [low, high] as const),
    ]),
  )
}

/** Where a share and a score lie in the drawing. */
export function placeIn({ low, high }: ScoreDomain, share: number, score: number) {
  return {
    x: LEFT + share * (RIGHT - LEFT),
    y: BOTTOM - ((score - low) / Math.max(1, high - low)) * (BOTTOM - TOP),
  }
}

export function weightParts(drawn: WeightsDrawn): Part[] {
  const { lines, crossings, axisTitle, front } = drawn
  const domain = domainOf(lines)
  const at = (share: number, score: number) => {
    const { x, y } = placeIn(domain, share, score)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  }
  const band = (one: ScoreLine) =>
    `M${[
      ...one.band.map(({ share, low }) => at(share, low)),
      ...[...one.band].reverse().map(({ share, high }) => at(share, high)),
    ].join('L')}Z`
  const each = (draw: (line: ScoreLine, slot: number) => readonly Part[]) =>
    lines.map((line, slot) => part('g', frontClass(front, line.index), {}, ...draw(line, slot)))
  const ends = movedApart(
    lines.map(({ all }) => placeIn(domain, 1, all).y),
    LETTER_ROOM,
    [TOP, BOTTOM],
  )
  return [
    ...axisParts(domain, axisTitle),
    ...each((one) => [part('path', 'likely-band', { d: band(one) })]),
    ...nowParts(drawn, domain),
    ...each(({ index, none, all }) => lineParts(index, `M${at(0, none)}L${at(1, all)}`)),
    ...crossings.map(({ share, score }) => {
      const { x, y } = placeIn(domain, share, score)
      return part('circle', 'crossing', { cx: x, cy: y, r: '4.5' })
    }),
    ...each(({ index, all }, slot) => {
      const { x, y } = placeIn(domain, 1, all)
      return [
        markPart(index, [x, y], MARK_RADIUS),
        part(
          'text',
          'picture-text strong',
          { x: RIGHT + 9, y: (ends[slot] ?? y) + 4 },
          letterOf(index),
        ),
      ]
    }),
  ]
}

function nowParts({ now, nowText }: WeightsDrawn, domain: ScoreDomain): Part[] {
  const { x } = placeIn(domain, now, 0)
  const isNowLeft = now < 0.7
  return [
    part('path', 'now-line', { d: `M${x} ${TOP - 8}V${BOTTOM}` }),
    part(
      'text',
      'picture-text strong',
      { x: x + (isNowLeft ? 4 : -4), y: TOP - 2, 'text-anchor': isNowLeft ? 'start' : 'end' },
      nowText,
    ),
  ]
}

function axisParts(domain: ScoreDomain, title: string): Part[] {
  return [
    ...scoreTicks(domain).flatMap((score) => {
      const { y } = placeIn(domain, 0, score)
      return [
        part('path', 'picture-grid', { d: `M${LEFT} ${y}H${RIGHT}` }),
        part(
          'text',
          'picture-tick',
          { x: LEFT - 6, y: y + 3.5, 'text-anchor': 'end' },
          String(score),
        ),
      ]
    }),
    ...SHARES.map((share) =>
      part(
        'text',
        'picture-tick',
        { x: placeIn(domain, share, 0).x, y: BOTTOM + 15, 'text-anchor': 'middle' },
        share === 1 ? '100%' : String(share * 100),
      ),
    ),
    part(
      'text',
      'picture-text',
      { x: (LEFT + RIGHT) / 2, y: BOTTOM + 34, 'text-anchor': 'middle' },
      title,
    ),
  ]
}
