// Into which classes do values fall by themselves? Natural breaks: least variance within the classes.
//
// Fisher's exact method (1958), by dynamic programming over the sorted distinct values; equal values
// are never parted. A few dozen districts take well under a millisecond.

export type ValueClass = { low: number; high: number; count: number }

/** At most so many classes, each with its lowest and highest value and how many values it holds. */
export function naturalBreaks(values: readonly number[], most: number): ValueClass[] {
  const distinct = [...Map.groupBy(values, (value) => value)]
    .map(([value, equal]) => ({ value, count: equal.length }))
    .sort((a, b) => a.value - b.value)
  const classes = Math.min(most, distinct.length)
  if (classes === 0) return []
  const spread = varianceWithin(distinct)
  // best[k][end]: the least variance of the first `end` values in k + 1 classes, and where the last begins.
  const best = [distinct.map((_, end) => ({ spread: spread(0, end), from: 0 }))]
  for (let k = 1; k < classes; k++) {
    best.push(
      distinct.map((_, end) => {
        let least = { spread: Number.POSITIVE_INFINITY, from: 0 }
        for (let from = k; from <= end; from++) {
          const sum =
            (best[k - 1]?.[from - 1]?.spread ?? Number.POSITIVE_INFINITY) + spread(from, end)
          if (sum < least.spread) least = { spread: sum, from }
        }
        return least
      }),
    )
  }
  const found: ValueClass[] = []
  let end = distinct.length - 1
  for (let k = classes - 1; k >= 0; k--) {
    const from = k === 0 ? 0 : (best[k]?.[end]?.from ?? 0)
    const inside = distinct.slice(from, end + 1)
    found.unshift({
      low: inside[0]?.value ?? 0,
      high: inside.at(-1)?.value ?? 0,
      count: inside.reduce((sum, { count }) => sum + count, 0),
    })
    end = from - 1
  }
  return found
}

/** The sum of squared distances from the mean, of the values from one place to another. */
function varianceWithin(distinct: readonly { value: number; count: number }[]) {
  const [counts, sums, squares] = [[0], [0], [0]]
  for (const { value, count } of distinct) {
    counts.push((counts.at(-1) ?? 0) + count)
    sums.push((sums.at(-1) ?? 0) + count * value)
    squares.push((squares.at(-1) ?? 0) + count * value * value)
  }
  const between = (totals: number[], from: number, end: number) =>
    (totals[end + 1] ?? 0) - (totals[from] ?? 0)
  return (from: number, end: number) => {
    const sum = between(sums, from, end)
    return between(squares, from, end) - (sum * sum) / between(counts, from, end)
  }
}
