// How does an arrow move in a grid that is filled row by row?

/** Where an arrow leads in a grid filled row by row; null: no key of a grid. */
export function cellFrom(key: string, from: number, columns: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from + columns,
    ArrowUp: from - columns,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  if (to === undefined) return null
  return to >= 0 && to < count ? to : from
}
