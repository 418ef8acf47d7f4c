// Where do mine and theirs differ, both having begun from the same row?

export type Difference = { field: string; base: unknown; mine: unknown; theirs: unknown }

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Fields both sides changed, each to something else: the user has to decide. Fields that only they
 * changed are taken over, so that saving mine does not take theirs back: `merged` holds them.
 */
export function threeWay(
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): { conflicts: Difference[]; merged: Record<string, unknown>; takenOver: string[] } {
  const conflicts: Difference[] = []
  const takenOver: string[] = []
  const merged: Record<string, unknown> = { ...mine }
  for (const field of Object.keys({ ...base, ...mine, ...theirs })) {
    const [was, own, other] = [base[field], mine[field], theirs[field]]
    if (same(was, other) || same(own, other)) continue
    if (same(was, own)) {
      merged[field] = other
      takenOver.push(field)
    } else conflicts.push({ field, base: was, mine: own, theirs: other })
  }
  return { conflicts, merged, takenOver }
}
