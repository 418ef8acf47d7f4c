// How likely is each candidate to be first, when nobody knows the weights, or the unknown inputs?
//
// Stochastic multicriteria acceptability (Lahdelma, Hokkanen and Salminen 1998): weights are drawn
// from a Dirichlet distribution, values from their intervals, evenly and independently; the share of
// draws that a candidate wins is its acceptability of rank one. With n draws its standard error is
// √(p (1 − p) ÷ n), at most 0.5 ÷ √n. The draws start from a fixed seed: the same question has the
// same answer.
import type { Alternative } from '#geodata/analysis/decision/alternatives.ts'

export type FirstPlaceQuestion = {
  alternatives: readonly Alternative[]
  weights: readonly number[]
  /**
   * anything: every mix of weights is as likely as any other, Dirichlet(1, …, 1).
   * around: mixes near the given weights, Dirichlet(concentration × share); fixed: the weights as given.
   */
  weightsAre: { kind: 'anything' } | { kind: 'around'; concentration: number } | { kind: 'fixed' }
  /** Values drawn from low … high; otherwise they are as stated. */
  valuesAreDoubtful: boolean
  draws: number
}

/** Share of draws won, one number per alternative in their order; equals share a draw. */
export function firstPlaceShares(question: FirstPlaceQuestion): number[] {
  const { alternatives, draws } = question
  const criteria = question.weights.length
  const wins = new Float64Array(alternatives.length)
  const able = contenders(question)
  const random = seeded(SEED)
  const drawWeights = weightsFrom(question, random)
  const weight = new Float64Array(criteria)
  const low = flat(
    able.map((i) => alternatives[i]?.[question.valuesAreDoubtful ? 'low' : 'value'] ?? []),
    criteria,
  )
  const spread = flat(
    able.map((i) => widths(alternatives[i], question.valuesAreDoubtful)),
    criteria,
  )
  const isDoubtful = able.map((_, c) =>
    spread.subarray(c * criteria, (c + 1) * criteria).some((w) => w > 0),
  )
  const winners: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(weight)
    let most = -Infinity
    for (let c = 0; c < able.length; c++) {
      let sum = 0
      const at = c * criteria
      if (isDoubtful[c]) {
        for (let k = 0; k < criteria; k++) {
          const wide = spread[at + k] ?? 0
          sum += (weight[k] ?? 0) * ((low[at + k] ?? 0) + (wide > 0 ? wide * random() : 0))
        }
      } else for (let k = 0; k < criteria; k++) sum += (weight[k] ?? 0) * (low[at + k] ?? 0)
      if (sum < most) continue
      if (sum > most) winners.length = 0
      winners.push(able[c] ?? 0)
      most = sum
    }
    for (const winner of winners) wins[winner] = (wins[winner] ?? 0) + 1 / winners.length
  }
  return Array.from(wins, (count) => count / draws)
}

const SEED = 0x9e3779b9

/** Candidates that are not surely behind another in every criterion: the others win no draw. */
function contenders({ alternatives, valuesAreDoubtful }: FirstPlaceQuestion): number[] {
  const best = (one: Alternative) => (valuesAreDoubtful ? one.high : one.value)
  const worst = (one: Alternative) => (valuesAreDoubtful ? one.low : one.value)
  return alternatives.flatMap((one, i) =>
    alternatives.some((other) => best(one).every((value, k) => value < (worst(other)[k] ?? 0)))
      ? []
      : [i],
  )
}

function widths(one: Alternative | undefined, isDoubtful: boolean): number[] {
  if (!one) return []
  return one.high.map((high, k) => (isDoubtful ? high - (one.low[k] ?? 0) : 0))
}

function flat(rows: readonly (readonly number[])[], width: number): Float64Array {
  const all = new Float64Array(rows.length * width)
  rows.forEach((row, i) => {
    all.set(row, i * width)
  })
  return all
}

/** Writes one mix of weights, summing to one, at each call. */
function weightsFrom(
  { weights, weightsAre }: FirstPlaceQuestion,
  random: () => number,
): (into: Float64Array) => void {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length))
  if (weightsAre.kind === 'fixed') return (into) => into.set(shares)
  const shapes = shares.map((share) =>
    weightsAre.kind === 'anything' ? 1 : share * weightsAre.concentration,
  )
  return (into) => {
    let total = 0
    shapes.forEach((shape, k) => {
      into[k] = gamma(shape, random)
      total += into[k] ?? 0
    })
    for (let k = 0; k < into.length; k++) into[k] = (into[k] ?? 0) / total
  }
}

/** One draw of a gamma distribution of scale one (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: () => number): number {
  if (shape === 0) return 0
  if (shape === 1) return -Math.log(1 - random())
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Numbers 0 … 1 without 1, always the same ones (Marsaglia's xorshift, 32 bits). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
}
