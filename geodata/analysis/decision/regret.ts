// What is lost by choosing one, if another turns out to be the best?
//
// In every draw the choice loses the points by which the best of the compared is ahead of it (opportunity loss;
// Savage 1951). Told over all draws, and for each rival over the draws that it wins.
import { winnersOf } from '#geodata/analysis/doubt/standings.ts'
import type { Regret } from '#geodata/contract/processes/comparison.ts'

/** Nine in ten draws lose no more. */
const MOST_SHARE = 0.9

/** By candidate in the order of `ids`; `scores` holds a number a draw of each. */
export function regretsOf(ids: readonly string[], scores: readonly Float64Array[]): Regret[] {
  const winners = winnersOf(scores, scores[0]?.length ?? 0)
  return ids.map((chosenId, chosen) => {
    const own = scores[chosen]
    const losses = Float64Array.from(winners, (winner, draw) =>
      Math.max(0, (scores[winner]?.[draw] ?? 0) - (own?.[draw] ?? 0)),
    )
    return {
      chosenId,
      meanPoints: meanOf(losses),
      ninetyPoints: ninetyOf(losses),
      against: ids.flatMap((winnerId, rival) => {
        if (rival === chosen) return []
        const lost = losses.filter((_, draw) => winners[draw] === rival)
        const isNever = lost.length === 0
        return [
          {
            winnerId,
            chance: losses.length === 0 ? 0 : lost.length / losses.length,
            meanPoints: isNever ? null : meanOf(lost),
            ninetyPoints: isNever ? null : ninetyOf(lost),
          },
        ]
      }),
    }
  })
}

const meanOf = (amounts: Float64Array) =>
  amounts.reduce((sum, one) => sum + one, 0) / Math.max(1, amounts.length)

/** The least amount that nine in ten do not exceed. */
function ninetyOf(amounts: Float64Array): number {
  const at = Math.ceil(MOST_SHARE * amounts.length) - 1
  return amounts.toSorted()[Math.max(0, at)] ?? 0
}
