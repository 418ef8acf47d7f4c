// Which opinion would change the winner, and by how little?
//
// The first has the greatest Σ wₖ vₖ. Against a rival whose values differ by dₖ = vₖ(rival) − vₖ(first)
// it leads by L = −Σ wₖ dₖ ≥ 0. Both answers are closed forms; nothing is sampled.
//
// One weight. Criterion k gets the share t of all weight and the others keep their proportions. The
// lead is then a straight line in t, L(t) = −(t dₖ + (1 − t) A), with A the weighted mean of the other
// differences; it is zero at t = A ÷ (A − dₖ). The answer is the t in 0 … 1 that lies nearest to wₖ.
//
// All weights. Moving a point of weight from criterion j to criterion i closes the lead by dᵢ − dⱼ.
// The least weight is moved when all of it goes to the criterion with the largest d, and is taken
// from those with the smallest d first, each until it is used up (a fractional knapsack, so greedy
// is exact). The weight moved is half the sum of all changes.
//
// At the stated weights the two are level; any more and the rival leads.
import { type Alternative, firstOf, weightedSum } from '#geodata/analysis/decision/alternatives.ts'

/** The rival draws level when the criterion has `toShare` of all weight instead of `fromShare`. */
export type OneWeightChange = {
  criterion: number
  fromShare: number
  toShare: number
  rivalId: string
}

/** The rival draws level when `movedShare` of all weight moves; `weights` are those then, summing to one. */
export type AllWeightsChange = { movedShare: number; weights: number[]; rivalId: string }

export type Sensitivity = {
  firstId: string
  /** Per criterion the change of it alone that dethrones the first; null: none does. */
  ofEach: (OneWeightChange | null)[]
  /** The smallest of them; null: no single weight dethrones the first. */
  ofOne: OneWeightChange | null
  /** null: the first is best, or level, in every criterion. */
  ofAll: AllWeightsChange | null
  /** Criteria in which all candidates have the same value. */
  sameForAll: number[]
}

/** Null where there are no candidates. `weights` are non-negative; they are scaled to sum to one. */
export function sensitivity(
  given: readonly number[],
  alternatives: readonly Alternative[],
): Sensitivity | null {
  const weights = toShares(given)
  const first = firstOf(weights, alternatives)
  if (!first) return null
  // In the order of their ids: of rivals that are level the same one is named, however they came.
  const rivals = alternatives.filter((one) => one !== first).sort((a, b) => (a.id < b.id ? -1 : 1))
  const ofEach = weights.map((_, k) =>
    smallest(
      rivals.flatMap((rival) => oneWeight(weights, first, rival, k) ?? []),
      ({ fromShare, toShare }) => Math.abs(toShare - fromShare),
    ),
  )
  return {
    firstId: first.id,
    ofEach,
    ofOne: smallest(
      ofEach.flatMap((one) => one ?? []),
      ({ fromShare, toShare }) => Math.abs(toShare - fromShare),
    ),
    ofAll: smallest(
      rivals.flatMap((rival) => allWeights(weights, first, rival) ?? []),
      ({ movedShare }) => movedShare,
    ),
    sameForAll: weights.flatMap((_, k) =>
      alternatives.every(({ value }) => value[k] === first.value[k]) ? [k] : [],
    ),
  }
}

/** Scaled to sum to one; weights that are all zero become equal. */
export function toShares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length))
}

/** Sums of a few shares of 0 … 1 differ by no more in their last digits. */
const LEVEL = 1e-12

function oneWeight(
  weights: readonly number[],
  first: Alternative,
  rival: Alternative,
  k: number,
): OneWeightChange | null {
  const own = (rival.value[k] ?? 0) - (first.value[k] ?? 0)
  const fromShare = weights[k] ?? 0
  const others = weights.map((weight, j) => (j === k ? 0 : weight))
  // All weight on one criterion leaves the others no proportions: they would share equally.
  const proportions = toShares(fromShare < 1 ? others : others.map((_, j) => (j === k ? 0 : 1)))
  const mean = weightedSum(proportions, rival.value) - weightedSum(proportions, first.value)
  const lead = -(fromShare * own + (1 - fromShare) * mean)
  // Level already, but for the last digits: any move toward the rival does.
  const toShare = lead < LEVEL ? fromShare : mean / (mean - own)
  if (!(toShare >= 0 && toShare <= 1)) return null
  const leadsAbove = toShare >= fromShare && fromShare < 1 && own > LEVEL
  const leadsBelow = toShare <= fromShare && fromShare > 0 && mean > LEVEL
  if (!leadsAbove && !leadsBelow) return null
  return { criterion: k, fromShare, toShare, rivalId: rival.id }
}

function allWeights(
  weights: readonly number[],
  first: Alternative,
  rival: Alternative,
): AllWeightsChange | null {
  const gain = weights.map((_, k) => (rival.value[k] ?? 0) - (first.value[k] ?? 0))
  const order = gain.map((_, k) => k).sort((a, b) => (gain[a] ?? 0) - (gain[b] ?? 0))
  const taker = order.at(-1) ?? 0
  const most = gain[taker] ?? 0
  if (most <= LEVEL) return null
  let lead = -weightedSum(weights, gain)
  const moved = [...weights]
  let movedShare = 0
  for (const giver of order) {
    if (lead < LEVEL) break
    const perShare = most - (gain[giver] ?? 0)
    if (perShare < LEVEL) break
    const share = Math.min(weights[giver] ?? 0, lead / perShare)
    moved[giver] = (moved[giver] ?? 0) - share
    moved[taker] = (moved[taker] ?? 0) + share
    movedShare += share
    lead -= share * perShare
  }
  return { movedShare, weights: moved, rivalId: rival.id }
}

/** The first of those with the smallest measure; null for none. */
function smallest<T>(list: readonly T[], measure: (one: T) => number): T | null {
  let best: T | null = null
  for (const one of list) if (best === null || measure(one) < measure(best)) best = one
  return best
}
