// Is this the same as what is drawn already? Then it need not be cut into tiles and painted again.

/** Whether two pieces of JSON say the same; it ends at the first difference. */
export function sameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isCompound(one) || !isCompound(other) || Array.isArray(one) !== Array.isArray(other)) {
    return false
  }
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameData(one[name], other[name]))
  )
}

const isCompound = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
