// How likely is a standard normal value to stay below z, and below which z does it stay that likely?
//
// Φ(z) = ½ + φ(z) × (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …), which converges for every z (Marsaglia
// 2004, Evaluating the Normal Distribution, Journal of Statistical Software 11(4)).

/** Beyond it the share is 0 or 1 to the last bit that matters here. */
const FARTHEST = 8

export function normalShareBelow(z: number): number {
  if (z >= FARTHEST) return 1
  if (z <= -FARTHEST) return 0
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > Number.EPSILON * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/** The z below which a share strictly between 0 and 1 lies, by halving. */
export function normalZOf(share: number): number {
  let low = -FARTHEST
  let high = FARTHEST
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalShareBelow(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
