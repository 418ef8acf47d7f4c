// How likely is each candidate to be first, when the weights are unknown, or some inputs?
//
// Stochastic multicriteria acceptability (Lahdelma, Hokkanen and Salminen 1998): weights are drawn
// from a Dirichlet distribution, values from their intervals, evenly and independently; the share of
// draws that a candidate wins is its acceptability of rank one. With n draws its standard error is
// √(p (1 − p) ÷ n), at most 0.5 ÷ √n. The draws start from a fixed seed: the same question has the
// same answer.
//
// Draws are scored four at a time, one pass over the values for all of them. A candidate that would
// not win even with all its doubts at their best is not drawn.
import type { Alternative } from '#geodata/analysis/decision/alternatives.ts'

export type FirstPlaceQuestion = {
  alternatives: readonly Alternative[]
  weights: readonly number[]
  /**
   * anything: every mix of weights is as likely as any other, Dirichlet(1, …, 1).
   * around: mixes near the given weights, Dirichlet(concentration × share); fixed: the weights as given.
   */
  weightsAre: { kind: 'anything' } | { kind: 'around'; concentration: number } | { kind: 'fixed' }
  /** Which shares to work out: with the values as stated, with values drawn from low … high. */
  values: readonly ('stated' | 'doubtful')[]
  draws: number
}

/** Share of draws won, one number per alternative in their order; zeros where not asked for. */
export type FirstPlaceShares = { stated: number[]; doubtful: number[] }

/** Equals share a draw. */
export function firstPlaceShares(question: FirstPlaceQuestion): FirstPlaceShares {
  const { alternatives, draws } = question
  const asksStated = question.values.includes('stated')
  const asksDoubtful = question.values.includes('doubtful')
  const able = contenders(question)
  const criteria = question.weights.length
  const rows = (of: 'value' | 'high') =>
    Float64Array.from(able.flatMap((i) => [...(alternatives[i]?.[of] ?? [])]))
  const [values, highs] = [rows('value'), rows('high')]
  const doubts = able.map((i) => doubtsOf(alternatives[i]))
  const random = seeded(SEED)
  const drawWeights = weightsFrom(question, random)
  const weights = new Float64Array(criteria * LANES)
  const stated = new Float64Array(able.length * LANES)
  const upper = new Float64Array(able.length * LANES)
  const statedWins = new Float64Array(able.length)
  const doubtfulWins = new Float64Array(able.length)
  const drawn = (c: number, lane: number) => {
    let sum = stated[c * LANES + lane] ?? 0
    for (const { criterion, below, wide } of doubts[c] ?? []) {
      sum += (weights[criterion * LANES + lane] ?? 0) * (below + wide * random())
    }
    return sum
  }
  let favourite = 0
  for (let draw = 0; draw < draws; draw += LANES) {
    if (draw === 0 || question.weightsAre.kind !== 'fixed') {
      for (let lane = 0; lane < LANES; lane++) drawWeights(weights, lane)
      scoreAll(values, weights, criteria, stated)
      if (asksDoubtful) scoreAll(highs, weights, criteria, upper)
    }
    for (let lane = 0; lane < Math.min(LANES, draws - draw); lane++) {
      if (asksStated) countStated(stated, lane, statedWins)
      if (asksDoubtful) favourite = countDrawn(upper, lane, drawn, favourite, doubtfulWins)
    }
  }
  const shares = (wins: Float64Array) => {
    const all: number[] = new Array(alternatives.length).fill(0)
    able.forEach((i, c) => {
      all[i] = (wins[c] ?? 0) / draws
    })
    return all
  }
  return { stated: shares(statedWins), doubtful: shares(doubtfulWins) }
}

/** Who has the greatest sum of a lane wins the draw; equals share it. */
function countStated(sums: Float64Array, lane: number, wins: Float64Array): void {
  let most = -Infinity
  let level = 0
  for (let at = lane; at < sums.length; at += LANES) {
    const sum = sums[at] ?? 0
    if (sum > most) {
      most = sum
      level = 1
    } else if (sum === most) level++
  }
  for (let at = lane; at < sums.length; at += LANES) {
    if (sums[at] === most) wins[(at - lane) / LANES] = (wins[(at - lane) / LANES] ?? 0) + 1 / level
  }
}

/**
 * The same with doubts drawn; returns a winner. Who won the last draw sets a high mark, and a
 * candidate that stays below it with all its doubts at their best is not drawn.
 */
function countDrawn(
  upper: Float64Array,
  lane: number,
  drawn: (candidate: number, lane: number) => number,
  favourite: number,
  wins: Float64Array,
): number {
  let most = drawn(favourite, lane)
  let winner = favourite
  let level: number[] | null = null
  for (let at = lane, c = 0; at < upper.length; at += LANES, c++) {
    if ((upper[at] ?? 0) < most || c === favourite) continue
    const sum = drawn(c, lane)
    if (sum > most) {
      most = sum
      winner = c
      level = null
    } else if (sum === most) {
      level ??= [winner]
      level.push(c)
    }
  }
  for (const one of level ?? [winner]) wins[one] = (wins[one] ?? 0) + 1 / (level?.length ?? 1)
  return winner
}

const SEED = 0x9e3779b9
/** Draws scored together; `scoreAll` is written for four. */
const LANES = 4

/** Candidates that are not surely behind another in every criterion: the others win no draw. */
function contenders({ alternatives, values }: FirstPlaceQuestion): number[] {
  const isDoubtful = values.includes('doubtful')
  const best = (one: Alternative) => (isDoubtful ? one.high : one.value)
  const worst = (one: Alternative) => (isDoubtful ? one.low : one.value)
  return alternatives.flatMap((one, i) =>
    alternatives.some((other) => best(one).every((value, k) => value < (worst(other)[k] ?? 0)))
      ? []
      : [i],
  )
}

/** Where a value may lie: from `below` the stated one, over so wide a range. */
type Doubt = { criterion: number; below: number; wide: number }

function doubtsOf(one: Alternative | undefined): Doubt[] {
  return (one?.value ?? []).flatMap((value, criterion) => {
    const [low, high] = [one?.low[criterion] ?? value, one?.high[criterion] ?? value]
    return high > low ? [{ criterion, below: low - value, wide: high - low }] : []
  })
}

/** Weighted sums of every row of values under four mixes of weights. */
function scoreAll(
  values: Float64Array,
  weights: Float64Array,
  criteria: number,
  into: Float64Array,
): void {
  for (let at = 0, to = 0; at < values.length; at += criteria, to += LANES) {
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let k = 0, w = 0; k < criteria; k++, w += LANES) {
      const value = values[at + k] ?? 0
      a += (weights[w] ?? 0) * value
      b += (weights[w + 1] ?? 0) * value
      c += (weights[w + 2] ?? 0) * value
      d += (weights[w + 3] ?? 0) * value
    }
    into[to] = a
    into[to + 1] = b
    into[to + 2] = c
    into[to + 3] = d
  }
}

/** Writes one mix of weights, summing to one, into its lane at each call. */
function weightsFrom(
  { weights, weightsAre }: FirstPlaceQuestion,
  random: () => number,
): (into: Float64Array, lane: number) => void {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length))
  if (weightsAre.kind === 'fixed') {
    return (into, lane) => {
      shares.forEach((share, k) => {
        into[k * LANES + lane] = share
      })
    }
  }
  const shapes = shares.map((share) =>
    weightsAre.kind === 'anything' ? 1 : share * weightsAre.concentration,
  )
  return (into, lane) => {
    let total = 0
    for (let k = 0; k < shapes.length; k++) {
      const drawn = gamma(shapes[k] ?? 0, random)
      into[k * LANES + lane] = drawn
      total += drawn
    }
    for (let at = lane; at < into.length; at += LANES) into[at] = (into[at] ?? 0) / total
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
