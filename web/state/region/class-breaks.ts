// Into which classes do values fall by themselves? Natural breaks: least variance within the classes.
import { ckmeans } from 'simple-statistics'

export type ValueClass = { low: number; high: number; count: number }

/** At most so many classes, each with its lowest and highest value and how many values it holds. */
export function naturalBreaks(values: readonly number[], most: number): ValueClass[] {
  const classes = Math.min(most, new Set(values).size)
  if (classes === 0) return []
  return ckmeans([...values], classes).map((inside) => ({
    low: inside[0] ?? 0,
    high: inside.at(-1) ?? 0,
    count: inside.length,
  }))
}
