// How likely is each candidate to be first, when the weights are unknown, or some inputs?
//
// Stochastic multicriteria acceptability (Lahdelma, Hokkanen and Salminen 1998): weights are drawn
// from a Dirichlet distribution, values are those of the joint draws of the question, in which every
// uncertain thing is one variable (../doubt); the share of draws that a candidate wins is its
// acceptability of rank one. With n draws its standard error is √(p (1 − p) ÷ n), at most 0.5 ÷ √n. The
// draws start from a fixed seed: the same question has the same answer.
import { type Alternative, weightedSum } from '#geodata/analysis/decision/alternatives.ts'
import { DOUBT_SEED } from '#geodata/analysis/doubt/draws.ts'
import { streamOf } from '#geodata/analysis/doubt/streams.ts'

/** A candidate whose values are drawn too: by criterion, a number a draw, or one number for all draws. */
export type DrawnAlternative = Alternative & { drawn: readonly (Float64Array | number)[] }

export type FirstPlaceQuestion = {
  alternatives: readonly DrawnAlternative[]
  weights: readonly number[]
  /**
   * anything: every mix of weights is as likely as any other, Dirichlet(1, …, 1).
   * around: mixes near the given weights, Dirichlet(concentration × share).
   */
  weightsAre: { kind: 'anything' } | { kind: 'around'; concentration: number }
  /** Which shares to work out: with the values as stated, with those of the joint draws, taken in turn. */
  values: readonly ('stated' | 'drawn')[]
  draws: number
}

/** Share of draws won, one number per alternative in their order; zeros where not asked for. */
export type FirstPlaceShares = { stated: number[]; drawn: number[] }

/** Equals share a draw. */
export function firstPlaceShares(question: FirstPlaceQuestion): FirstPlaceShares {
  const { alternatives, draws, weights, values } = question
  const drawWeights = weightsFrom(question, streamOf('weights', DOUBT_SEED))
  const mix = new Float64Array(weights.length)
  const sums = new Float64Array(alternatives.length)
  const wins = { stated: sums.map(() => 0), drawn: sums.map(() => 0) }
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(mix)
    for (const kind of values) {
      alternatives.forEach((one, i) => {
        sums[i] = kind === 'stated' ? weightedSum(mix, one.value) : drawnSum(mix, one, draw)
      })
      countWinners(sums, wins[kind])
    }
  }
  const shares = (of: Float64Array) => [...of].map((won) => won / draws)
  return { stated: shares(wins.stated), drawn: shares(wins.drawn) }
}

function drawnSum(weights: Float64Array, { drawn }: DrawnAlternative, draw: number): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) {
    const values = drawn[k] ?? 0
    const value = typeof values === 'number' ? values : (values[draw % values.length] ?? 0)
    sum += (weights[k] ?? 0) * value
  }
  return sum
}

/** Who has the greatest sum wins the draw; equals share it. */
function countWinners(sums: Float64Array, wins: Float64Array): void {
  let most = -Infinity
  let level = 0
  for (const sum of sums) {
    if (sum > most) {
      most = sum
      level = 1
    } else if (sum === most) level++
  }
  for (let i = 0; i < sums.length; i++) if (sums[i] === most) wins[i] = (wins[i] ?? 0) + 1 / level
}

/** Writes one mix of weights, summing to one, at each call. */
function weightsFrom(
  { weights, weightsAre }: FirstPlaceQuestion,
  random: () => number,
): (into: Float64Array) => void {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shapes = weights.map((weight) => {
    if (weightsAre.kind === 'anything') return 1
    return (sum > 0 ? weight / sum : 1 / weights.length) * weightsAre.concentration
  })
  return (into) => {
    let total = 0
    for (let k = 0; k < shapes.length; k++) {
      into[k] = gamma(shapes[k] ?? 0, random)
      total += into[k] ?? 0
    }
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
