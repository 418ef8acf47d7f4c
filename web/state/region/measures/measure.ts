// What is a measure of districts: a figure per district?
import type { District } from '#geodata/contract/collections.ts'
import type { NewestOnly } from '#web/api/newest-only.ts'

/** How the source bounds a figure that it does not state itself. */
export type Bound = '>' | '≥' | '<' | '≤'

export type DistrictMeasure = {
  /** The least is what matters, and takes the strongest tone. */
  leastIsStrong?: true
  /** It counts things: 0 is none of them, and no low class. */
  isCount?: true
  /** Per district code; null: not known. */
  valuesOf: (districts: readonly District[]) => ReadonlyMap<string, number | null>
  /** The sign of the figures that are bounds only, per district code. */
  boundsOf?: (districts: readonly District[]) => ReadonlyMap<string, Bound>
  /** Fetches what is not on the page yet; called when the measure is chosen. */
  ask?: (districts: readonly District[]) => void
  /** How far what it fetches has come; a failure is not the same as a figure that nobody knows. */
  question?: Pick<NewestOnly<never, unknown>, 'asked' | 'again'>
}

/** Counts things by the district they lie in; a district without any has none. */
export function countByDistrict(
  districts: readonly District[],
  things: readonly { properties: { adcode: string | null } }[],
): ReadonlyMap<string, number> {
  const counts = new Map(districts.map(({ properties }) => [properties.adcode, 0]))
  for (const { properties } of things) {
    const count = counts.get(properties.adcode ?? '')
    if (count !== undefined) counts.set(properties.adcode ?? '', count + 1)
  }
  return counts
}
