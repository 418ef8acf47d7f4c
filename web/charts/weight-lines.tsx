// How do the scores move with the weight of one criterion? Straight lines from none of it to all of it.
import { frontClass } from '#web/charts/front.ts'
import { movedApart } from '#web/charts/lanes.ts'
import { LetterLine, LetterMark } from '#web/charts/letter-mark.tsx'
import { type ScoreDomain, scoreDomain } from '#web/charts/score-strip.tsx'
import { letterOf } from '#web/state/answers/compare.ts'

const WIDTH = 400
const HEIGHT = 256
const LEFT = 28
const RIGHT = 372
const TOP = 18
const BOTTOM = 212
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1]
const LETTER_ROOM = 13

export type ScoreLine = {
  index: number
  /** Scores with none and with all of the weight. */
  none: number
  all: number
  /** Likely scores at some shares. */
  band: readonly { share: number; low: number; high: number }[]
}
type WeightLinesProps = {
  lines: readonly ScoreLine[]
  /** The share now. */
  now: number
  nowText: string
  crossings: readonly { share: number; score: number }[]
  axisTitle: string
  /** The column that stands out; null: all alike. */
  front: number | null
  label: string
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

export function WeightLines(props: WeightLinesProps) {
  const { lines, now, nowText, crossings, axisTitle, front, label } = props
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
  const nowX = placeIn(domain, now, 0).x
  const isNowLeft = now < 0.7
  const ends = movedApart(
    lines.map(({ all }) => placeIn(domain, 1, all).y),
    LETTER_ROOM,
    [TOP, BOTTOM],
  )
  return (
    <svg class="weight-lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <Axes domain={domain} title={axisTitle} />
      {lines.map((one) => (
        <g key={one.index} class={frontClass(front, one.index)}>
          <path class="likely-band" d={band(one)} />
        </g>
      ))}
      <path class="now-line" d={`M${nowX} ${TOP - 8}V${BOTTOM}`} />
      <text
        class="picture-text strong"
        x={nowX + (isNowLeft ? 4 : -4)}
        y={TOP - 2}
        text-anchor={isNowLeft ? 'start' : 'end'}
      >
        {nowText}
      </text>
      {lines.map(({ index, none, all }) => (
        <g key={index} class={frontClass(front, index)}>
          <LetterLine index={index} d={`M${at(0, none)}L${at(1, all)}`} />
        </g>
      ))}
      {crossings.map(({ share, score }) => {
        const { x, y } = placeIn(domain, share, score)
        return <circle key={`${share} ${score}`} class="crossing" cx={x} cy={y} r="4.5" />
      })}
      {lines.map(({ index, all }, slot) => {
        const { x, y } = placeIn(domain, 1, all)
        return (
          <g key={index} class={frontClass(front, index)}>
            <LetterMark index={index} x={x} y={y} radius={3.6} />
            <text class="picture-text strong" x={RIGHT + 9} y={(ends[slot] ?? y) + 4}>
              {letterOf(index)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function Axes({ domain, title }: { domain: ScoreDomain; title: string }) {
  const step = domain.high - domain.low > 50 ? 20 : 10
  const scores = Array.from(
    { length: Math.floor((domain.high - domain.low) / step) + 1 },
    (_, index) => domain.low + index * step,
  )
  return (
    <g>
      {scores.map((score) => {
        const { y } = placeIn(domain, 0, score)
        return (
          <g key={score}>
            <path class="picture-grid" d={`M${LEFT} ${y}H${RIGHT}`} />
            <text class="picture-tick" x={LEFT - 6} y={y + 3.5} text-anchor="end">
              {score}
            </text>
          </g>
        )
      })}
      {SHARES.map((share) => (
        <text
          key={share}
          class="picture-tick"
          x={placeIn(domain, share, 0).x}
          y={BOTTOM + 15}
          text-anchor="middle"
        >
          {share === 1 ? '100%' : share * 100}
        </text>
      ))}
      <text class="picture-text" x={(LEFT + RIGHT) / 2} y={BOTTOM + 34} text-anchor="middle">
        {title}
      </text>
    </g>
  )
}
