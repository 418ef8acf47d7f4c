/** Indexes of `keys` by rising key, equal keys as they come in `before` (else as they are). */
export function orderBy(
  before: Uint32Array | undefined,
  keys: Uint32Array,
  keyCount: number,
): Uint32Array {
  const next = new Uint32Array(keyCount + 1)
  for (const key of keys) next[key + 1]!++
  for (let key = 0; key < keyCount; key++) next[key + 1]! += next[key]!
  const order = new Uint32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const index = before ? before[i]! : i
    order[next[keys[index]!]!++] = index
  }
  return order
}
