// Who is first, however the weight that three criteria have together is shared among them?
//
// The others keep their proportions. Every point of a triangular grid is one sharing; at each the first by central
// values is told, and of every candidate the share of the draws in which it is first.

import { weightedSum } from '#geodata/analysis/decision/alternatives.ts'
import { toShares } from '#geodata/analysis/decision/sensitivity.ts'
import type { Judged } from '#geodata/analysis/decision/weight-lines.ts'
import { firstCounter, mixOf } from '#geodata/analysis/doubt/mixes.ts'
import { LEVEL_POINTS } from '#geodata/analysis/doubt/standings.ts'
import type { Triangle } from '#geodata/contract/processes/comparison.ts'

type Three = [number, number, number]

/** `corners`: the three criteria by their places in `weights`, which sum to one. */
export function winnerTriangle(
  weights: readonly number[],
  judged: readonly Judged[],
  { corners, share, steps, count }: { corners: Three; share: number; steps: number; count: number },
): Triangle['points'] {
  const others = weights.map((weight, k) => (corners.includes(k) ? 0 : weight))
  const isNone = others.every((weight) => weight === 0)
  // With nothing beside the three, what they do not have is shared by the others alike.
  const rest = toShares(isNone ? weights.map((_, k) => (corners.includes(k) ? 0 : 1)) : others)
  const left = weights.length > corners.length ? 1 - share : 0
  const parts = judged.map((one) => ({
    rest: left * weightedSum(rest, one.value),
    corners: corners.map((k) => one.value[k] ?? 0),
    drawnRest: mixOf(
      rest.map((weight) => left * weight),
      one.drawn,
      count,
    ),
    drawnCorners: corners.map((corner) =>
      mixOf(
        rest.map((_, k) => (k === corner ? 1 : 0)),
        one.drawn,
        count,
      ),
    ),
  }))
  const counter = firstCounter(parts, count)
  return gridOf(steps).map((point) => {
    const shares = point.map((part) => (part / steps) * share) as Three
    const scores = parts.map((part) => 100 * (part.rest + weightedSum(shares, part.corners)))
    const most = Math.max(...scores)
    return {
      shares,
      firstIds: judged.flatMap(({ id }, i) =>
        (scores[i] ?? 0) >= most - LEVEL_POINTS ? [id] : [],
      ),
      chances: counter(shares),
    }
  })
}

/** Whole numbers that sum to `steps`, row by row. */
function gridOf(steps: number): Three[] {
  return Array.from({ length: steps + 1 }, (_, a) =>
    Array.from({ length: steps + 1 - a }, (_, b): Three => [steps - a - b, b, a]),
  ).flat()
}
