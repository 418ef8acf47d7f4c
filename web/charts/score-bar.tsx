// A score as the sum of its terms: heaviest first, dark to light; what is unknown is hatched.
import { Hatch, hatchId } from '#web/charts/hatch.tsx'

const WIDTH = 120
const HEIGHT = 14

/** One term of a score, of a siting or of an index. */
export type ScoreTerm = {
  criterion: string
  weight: number
  known: boolean
  contribution: number
  contributionLow: number
  contributionHigh: number
}

/** Terms sorted by weight, heaviest first; the order of every bar, legend and table of a score. */
export function byWeight<T extends { weight: number }>(terms: readonly T[]): T[] {
  return [...terms].sort((a, b) => b.weight - a.weight)
}

/** The class that paints the n-th heaviest term. */
export function toneClass(index: number): string {
  return `tone tone-${Math.min(index, 5)}`
}

/** `label` says the score in words; the drawing itself is hidden from screen readers. */
export function ScoreBar({ terms, label }: { terms: readonly ScoreTerm[]; label: string }) {
  const pattern = hatchId('score')
  let left = 0
  const parts = byWeight(terms).flatMap((term, index) => {
    const solid = term.known ? term.contribution : term.contributionLow
    const doubt = term.known ? 0 : term.contributionHigh - term.contributionLow
    const start = left
    left += solid + doubt
    return [
      { key: `${term.criterion}-s`, start, width: solid, tone: toneClass(index) },
      { key: `${term.criterion}-d`, start: start + solid, width: doubt, tone: null },
    ]
  })
  return (
    <svg
      class="score-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <defs>
        <Hatch id={pattern} />
      </defs>
      <rect class="score-track" width={WIDTH} height={HEIGHT} />
      {parts
        .filter(({ width }) => width > 0)
        .map(({ key, start, width, tone }) => (
          <rect
            key={key}
            class={tone ?? 'doubt-part'}
            x={(start / 100) * WIDTH}
            width={Math.max(0, (width / 100) * WIDTH - 0.7)}
            height={HEIGHT}
            fill={tone ? undefined : `url(#${pattern})`}
          />
        ))}
    </svg>
  )
}
