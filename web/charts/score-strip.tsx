// Where a score lies among all: on one axis, its range as a bar and the central value as a dot.
import { type Range, type ScoreDomain, scoreTicks } from '#geodata/drawing/charts/score-domain.ts'

const WIDTH = 120
const HEIGHT = 16
const PAD = 8

type ScoreStripProps = {
  domain: ScoreDomain
  score: number
  /** null: not known yet. */
  range: Range | null
  /** The range of the first of the list, drawn behind every row. */
  behind: Range | null
  label: string
}

function placer({ low, high }: ScoreDomain) {
  return (points: number) =>
    PAD +
    ((Math.min(Math.max(points, low), high) - low) / Math.max(1, high - low)) * (WIDTH - 2 * PAD)
}

export function ScoreStrip({ domain, score, range, behind, label }: ScoreStripProps) {
  const x = placer(domain)
  const middle = HEIGHT / 2
  return (
    <svg class="score-strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {behind && (
        <rect
          class="strip-first"
          x={x(behind[0])}
          width={Math.max(1, x(behind[1]) - x(behind[0]))}
          height={HEIGHT}
        />
      )}
      <line class="strip-axis" x1={PAD} x2={WIDTH - PAD} y1={middle} y2={middle} />
      {range && (
        <line class="strip-interval" x1={x(range[0])} x2={x(range[1])} y1={middle} y2={middle} />
      )}
      <circle class="strip-dot" cx={x(score)} cy={middle} r="3.4" />
    </svg>
  )
}

/** The figures of the axis, at whole tens or twenties. */
export function ScoreAxis({ domain }: { domain: ScoreDomain }) {
  const x = placer(domain)
  return (
    <svg class="score-axis" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
      {scoreTicks(domain).map((points) => (
        <text key={points} x={x(points)} y="10" text-anchor="middle">
          {points}
        </text>
      ))}
    </svg>
  )
}
