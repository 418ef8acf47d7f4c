// Who is first in which share of the draws, for one mix of weights after another?
import { addAmount, addScaled } from '#geodata/analysis/doubt/arrays.ts'
import { LEVEL_POINTS } from '#geodata/analysis/doubt/standings.ts'

/** The weighted sum of what was drawn; a number alone is the same in every draw. */
export function mixOf(
  weights: readonly number[],
  drawn: readonly (Float64Array | number)[],
  draws: number,
): Float64Array {
  const sum = new Float64Array(draws)
  drawn.forEach((values, k) => {
    const weight = weights[k] ?? 0
    if (weight === 0) return
    if (typeof values === 'number') addAmount(sum, weight * values)
    else addScaled(sum, values, weight)
  })
  return sum
}

/** A candidate: what three parts bring to its score for each share of weight, and the rest; values 0 … 1. */
export type Corners = { drawnRest: Float64Array; drawnCorners: readonly Float64Array[] }

/** For shares of the three corners: in which share of the draws each is first; level ones share a draw. */
export function firstCounter(
  parts: readonly Corners[],
  draws: number,
): (shares: readonly [number, number, number]) => number[] {
  const scores = new Float64Array(parts.length)
  return ([first, second, third]) => {
    const wins = new Float64Array(parts.length)
    for (let d = 0; d < draws; d++) {
      let most = -Infinity
      for (let i = 0; i < parts.length; i++) {
        const { drawnRest, drawnCorners } = parts[i]!
        const score =
          100 *
          (drawnRest[d]! +
            first * drawnCorners[0]![d]! +
            second * drawnCorners[1]![d]! +
            third * drawnCorners[2]![d]!)
        scores[i] = score
        if (score > most) most = score
      }
      let level = 0
      for (let i = 0; i < scores.length; i++) if (scores[i]! >= most - LEVEL_POINTS) level += 1
      for (let i = 0; i < scores.length; i++) {
        if (scores[i]! >= most - LEVEL_POINTS) wins[i] = wins[i]! + 1 / level
      }
    }
    return [...wins].map((won) => (draws === 0 ? 0 : won / draws))
  }
}
