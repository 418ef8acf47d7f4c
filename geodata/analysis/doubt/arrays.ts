// Arithmetic over all draws at once: one number a draw, arrays of one length.

/** into += factor × more */
export function addScaled(into: Float64Array, more: Float64Array, factor = 1): void {
  for (let d = 0; d < into.length; d++) into[d] = into[d]! + factor * more[d]!
}

/** into += amount */
export function addAmount(into: Float64Array, amount: number): void {
  for (let d = 0; d < into.length; d++) into[d] = into[d]! + amount
}

/** into ×= factors */
export function multiply(into: Float64Array, factors: Float64Array): void {
  for (let d = 0; d < into.length; d++) into[d] = into[d]! * factors[d]!
}

/** into ×= factor */
export function scale(into: Float64Array, factor: number): void {
  for (let d = 0; d < into.length; d++) into[d] = into[d]! * factor
}

/** into ÷= divisors; 0 ÷ 0 is NaN. */
export function divide(into: Float64Array, divisors: ArrayLike<number>): void {
  for (let d = 0; d < into.length; d++) into[d] = into[d]! / divisors[d]!
}

/** into += 1 in draws where the amount is at most the limit. */
export function countUpTo(into: Float64Array, amounts: Float64Array, limit: number): void {
  for (let d = 0; d < into.length; d++) if (amounts[d]! <= limit) into[d] = into[d]! + 1
}

/** Adds what is finite, and counts it. */
export function addFinite(into: Float64Array, counts: Uint16Array, amounts: Float64Array): void {
  for (let d = 0; d < into.length; d++) {
    if (amounts[d] === Infinity) continue
    into[d] = into[d]! + amounts[d]!
    counts[d] = counts[d]! + 1
  }
}

/** The even shares 0 … 1 spread over low … high. */
export function spread(even: Float64Array, low: number, high: number): Float64Array {
  return even.map((share) => low + share * (high - low))
}
