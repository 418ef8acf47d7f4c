// Random numbers with a name: the same name gives the same numbers, whoever else draws.
//
// An uncertain thing has a name, so all that uses it draws alike, and a candidate that joins or leaves
// changes nothing for the others.

/** Numbers 0 … 1 without 1 (Marsaglia's xorshift, 32 bits), started from the name and the seed. */
export function streamOf(name: string, seed: number): () => number {
  // FNV-1a over the characters, then mixed so that names alike in all but a letter start far apart.
  let state = 0x811c9dc5 ^ seed
  for (let at = 0; at < name.length; at++) {
    state = Math.imul(state ^ name.charCodeAt(at), 0x01000193)
  }
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d)
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b)
  state ^= state >>> 16
  if (state === 0) state = 0x9e3779b9
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
}

/** Puts the numbers in an order drawn from the stream (Fisher and Yates 1938). */
export function shuffle(numbers: Uint8Array | Float64Array, random: () => number): void {
  for (let last = numbers.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const kept = numbers[last]!
    numbers[last] = numbers[other]!
    numbers[other] = kept
  }
}
