// In which range do nine of ten draws lie?

export type Range = readonly [low: number, high: number]

/** Share of the draws within a likely range. */
export const LIKELY_SHARE = 0.9

/** The likely range of a drawn amount: what 5 % of the draws are below, and 5 % above. `lent` is overwritten. */
export function likelyRange(drawn: Float64Array, lent: Float64Array): Range {
  lent.set(drawn)
  const tail = (1 - LIKELY_SHARE) / 2
  const low = Math.floor(tail * (drawn.length - 1))
  const high = drawn.length - 1 - low
  const lowest = nth(lent, low, 0, lent.length - 1)
  return [lowest, nth(lent, high, low, lent.length - 1)]
}

/** The number that would stand at `k` were the part sorted (quickselect; Hoare 1961). */
function nth(numbers: Float64Array, k: number, from: number, to: number): number {
  let [left, right] = [from, to]
  while (left < right) {
    const pivot = numbers[(left + right) >> 1]!
    let [i, j] = [left, right]
    while (i <= j) {
      while (numbers[i]! < pivot) i++
      while (numbers[j]! > pivot) j--
      if (i > j) break
      const kept = numbers[i]!
      numbers[i] = numbers[j]!
      numbers[j] = kept
      i++
      j--
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else break
  }
  return numbers[k]!
}

/** The least and the greatest of what was drawn. */
export function endsOf(drawn: Float64Array | Float32Array): Range {
  let [low, high] = [Infinity, -Infinity]
  for (let d = 0; d < drawn.length; d++) {
    const one = drawn[d]!
    if (one < low) low = one
    if (one > high) high = one
  }
  return [low, high]
}
