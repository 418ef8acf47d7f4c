// From when to when are some dates that may be cut short ("2019", "2025-12")?

/** null: none of them is known. A year alone is older than any month of it. */
export function datesSpan(
  dates: Iterable<string | null | undefined>,
): { oldest: string; newest: string } | null {
  const known = [...dates].filter((date): date is string => /^\d{4}/.test(date ?? '')).sort()
  const [oldest] = known
  const newest = known.at(-1)
  return oldest && newest ? { oldest, newest } : null
}
