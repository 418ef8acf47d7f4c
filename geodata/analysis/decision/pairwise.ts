// Which weights do pairwise judgements give, and do the judgements agree with each other?
//
// Analytic hierarchy process (Saaty 1980, 1990): a judgement says how many times more one criterion
// matters than another, 1 … 9. The weights are the principal eigenvector of the matrix of judgements
// A (aᵢⱼ = 1 ÷ aⱼᵢ), scaled to sum to one. Judgements that agree have the eigenvalue n; the
// consistency index (λ − n) ÷ (n − 1) is set against that of random judgements, and above 0.10 the
// judgements should be looked at again. Scoring candidates by AHP too would reverse ranks when one is
// added (Belton and Gear 1983); only weights are taken from it.

/** Mean consistency index of random matrices by size, 1 … 15 (Saaty 1980). */
const RANDOM_INDEX = [
  0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
]
export const MOST_CRITERIA = RANDOM_INDEX.length
/** Above this the judgements contradict each other too much to be used unquestioned. */
export const CONSISTENT_UP_TO = 0.1

export type PairwiseWeights = {
  weights: number[]
  /** Principal eigenvalue λ. */
  eigenvalue: number
  /** 0: judgements agree; null for more criteria than the random index is known for. */
  consistencyRatio: number | null
  /** The judgement that departs most from the weights it leads to; null where all agree. */
  farthest: { row: number; column: number; given: number; implied: number } | null
}

/** `judgements[i][j]`: how many times more criterion i matters than j; square, positive, reciprocal. */
export function pairwiseWeights(judgements: readonly (readonly number[])[]): PairwiseWeights {
  const size = judgements.length
  let weights: number[] = new Array(size).fill(1 / size)
  let eigenvalue = size
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const product = judgements.map((row) =>
      row.reduce((sum, judgement, j) => sum + judgement * (weights[j] ?? 0), 0),
    )
    eigenvalue = product.reduce((sum, one) => sum + one, 0)
    const next = product.map((one) => one / eigenvalue)
    const change = Math.max(...next.map((one, k) => Math.abs(one - (weights[k] ?? 0))))
    weights = next
    if (change < SETTLED) break
  }
  const random = RANDOM_INDEX[size - 1]
  const index = size > 1 ? (eigenvalue - size) / (size - 1) : 0
  return {
    weights,
    eigenvalue,
    consistencyRatio: random === undefined ? null : random === 0 ? 0 : Math.max(0, index / random),
    farthest: farthestOf(judgements, weights),
  }
}

const MOST_ROUNDS = 1000
const SETTLED = 1e-13
/** A judgement within this factor of what the weights imply agrees with them. */
const AGREES = 1 + 1e-9

function farthestOf(
  judgements: readonly (readonly number[])[],
  weights: readonly number[],
): PairwiseWeights['farthest'] {
  let farthest: PairwiseWeights['farthest'] = null
  let most = AGREES
  for (let row = 0; row < judgements.length; row++) {
    for (let column = row + 1; column < judgements.length; column++) {
      const given = judgements[row]?.[column] ?? 1
      const implied = (weights[row] ?? 1) / (weights[column] ?? 1)
      const factor = Math.max(given / implied, implied / given)
      if (factor <= most) continue
      most = factor
      farthest = { row, column, given, implied }
    }
  }
  return farthest
}
