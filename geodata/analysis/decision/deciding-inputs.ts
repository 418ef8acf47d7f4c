// Which input, were it known, would change the winner, and what is it worth to know it?
//
// An input of weight w is known only to lie in low … high and counts as v. All else as stated, the sum
// of its candidate is a straight line in it, S + w (x − v), and the first place changes where two lines
// meet. For an input of the first, with S₂ the best of the others, at t = v − (S − S₂) ÷ w: it stays first
// above. For an input of a rival, at t = v + (S₁ − S) ÷ w: the first stays first below. What it is worth to
// know the input is what choosing the first without knowing loses on average, x evenly in low … high
// (expected value of perfect information on one parameter; Raiffa and Schlaifer 1961): the mean of
// max(0, rival − first), which is w r² ÷ (2 (high − low)) with r the length of the range in which the
// rival leads.
import { type Alternative, firstOf, weightedSum } from '#geodata/analysis/decision/alternatives.ts'
import { toShares } from '#geodata/analysis/decision/sensitivity.ts'

export type DecidingInput = {
  /** Whose input, and of which criterion. */
  id: string
  criterion: number
  /** The first stays first while the input is within these, and nowhere else of low … high. */
  holdsLow: number
  holdsHigh: number
  /** Who leads beyond. */
  rivalId: string
  /** Sums 0 … 1 with the input at the end where the rival leads most. */
  firstSum: number
  rivalSum: number
  /** What choosing the first without knowing this input loses on average, as a sum 0 … 1. */
  expectedLoss: number
}

export type DecidingInputs = {
  /** The one most worth knowing first; of equals the one whose id comes first. */
  inputs: DecidingInput[]
  /** Inputs that carry weight and are not exactly known, whether they decide or not. */
  doubtfulCount: number
}

/** Sums differ by no more in their last digits. */
const LEVEL = 1e-12

export function decidingInputs(
  given: readonly number[],
  alternatives: readonly Alternative[],
): DecidingInputs {
  const weights = toShares(given)
  const first = firstOf(weights, alternatives)
  const second =
    first &&
    firstOf(
      weights,
      alternatives.filter((one) => one !== first),
    )
  if (!first || !second) return { inputs: [], doubtfulCount: 0 }
  const firstSum = weightedSum(weights, first.value)
  const secondSum = weightedSum(weights, second.value)
  const inputs: DecidingInput[] = []
  let doubtfulCount = 0
  for (const one of alternatives) {
    const sum = one === first ? firstSum : weightedSum(weights, one.value)
    for (const [criterion, weight] of weights.entries()) {
      const value = one.value[criterion] ?? 0
      const [low, high] = [one.low[criterion] ?? value, one.high[criterion] ?? value]
      if (!(high > low) || weight === 0) continue
      doubtfulCount++
      const isOfFirst = one === first
      const level = isOfFirst
        ? value - (firstSum - secondSum) / weight
        : value + (firstSum - sum) / weight
      const rivalLeads = isOfFirst ? level - low : high - level
      if (rivalLeads <= LEVEL) continue
      inputs.push({
        id: one.id,
        criterion,
        holdsLow: isOfFirst ? level : low,
        holdsHigh: isOfFirst ? high : level,
        rivalId: isOfFirst ? second.id : one.id,
        firstSum: isOfFirst ? firstSum + weight * (low - value) : firstSum,
        rivalSum: isOfFirst ? secondSum : sum + weight * (high - value),
        expectedLoss: (weight * rivalLeads ** 2) / (2 * (high - low)),
      })
    }
  }
  inputs.sort((a, b) => b.expectedLoss - a.expectedLoss || (a.id < b.id ? -1 : 1))
  return { inputs, doubtfulCount }
}
