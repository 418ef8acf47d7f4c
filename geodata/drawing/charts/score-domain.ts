// Between which whole tens do scores lie?

export type Range = readonly [low: number, high: number]
export type ScoreDomain = { low: number; high: number }

/** Whole tens around all ranges. */
export function scoreDomain(ranges: readonly Range[]): ScoreDomain {
  const low = Math.floor(Math.min(...ranges.map(([from]) => from)) / 10) * 10
  const high = Math.ceil(Math.max(...ranges.map(([, to]) => to)) / 10) * 10
  return { low: Math.max(0, low), high: Math.min(100, Math.max(high, low + 10)) }
}

/** The figures of the axis, at whole tens or twenties. */
export function scoreTicks({ low, high }: ScoreDomain): number[] {
  const step = high - low > 50 ? 20 : 10
  return Array.from(
    { length: Math.floor((high - low) / step) + 1 },
    (_, index) => low + index * step,
  )
}
