// What is compared: candidates with a value 0 … 1 per criterion.

/** One candidate; the array holds a number per criterion. */
export type Alternative = { id: string; value: readonly number[] }

/** Weighted sum: Σ weight × value. */
export function weightedSum(weights: ArrayLike<number>, value: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (value[k] ?? 0)
  return sum
}

/** The one with the greatest weighted sum; of equals the one whose id comes first. */
export function firstOf(
  weights: readonly number[],
  alternatives: readonly Alternative[],
): Alternative | null {
  let first: Alternative | null = null
  let most = -Infinity
  for (const one of alternatives) {
    const sum = weightedSum(weights, one.value)
    if (sum > most || (sum === most && first !== null && one.id < first.id)) {
      first = one
      most = sum
    }
  }
  return first
}
