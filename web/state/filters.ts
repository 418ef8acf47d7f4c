// What can the map, the lists and the boards be narrowed to? One line per filter; they combine.
//
// A feature passes a filter that says nothing of its kind, and one that has no choice made; else one
// of its values must be among the choices. It is kept when it passes them all.
import type { Company, Hub, Link } from '#geodata/contract/collections.ts'
import type { ParkThen } from '#web/state/year.ts'

/** The collections that filters speak of, with what they hold. */
export type Filtered = { parks: ParkThen; companies: Company; hubs: Hub; links: Link }
export type FilteredCollection = keyof Filtered
type ValuesOf<C extends FilteredCollection> = (
  properties: Filtered[C]['properties'],
) => readonly string[]

/** The value of what is not known. */
export const UNKNOWN = 'unknown'
const known = (value: string | null) => [value ?? UNKNOWN]
const officialOf = (status: string | null) => [status === null ? 'none' : 'documented']

/** By their name in the address. `collections` says what values a feature has. */
export const FILTERS = {
  systems: { parks: (p) => p.systems, companies: (p) => p.systems },
  segments: { parks: (p) => p.segmentIds, companies: (p) => p.segmentIds },
  districts: { parks: (p) => known(p.adcode), companies: (p) => known(p.adcode) },
  roles: { parks: (p) => [p.role] },
  stages: { parks: (p) => [p.stage] },
  levels: { parks: (p) => [p.level] },
  official: { parks: (p) => officialOf(p.officialStatus) },
  firms: { companies: (p) => [p.kind] },
  hubs: { hubs: (p) => [p.kind] },
  links: { links: (p) => [p.kind] },
  years: { links: (p) => [String(p.year)] },
  confidence: {
    parks: (p) => [p.confidence],
    companies: (p) => [p.confidence],
    hubs: (p) => [p.confidence],
    links: (p) => [p.confidence],
  },
} satisfies Record<string, { [C in FilteredCollection]?: ValuesOf<C> }>

export type FilterId = keyof typeof FILTERS
export const FILTER_IDS = Object.keys(FILTERS) as FilterId[]
/** What is chosen; a filter without a choice is absent. */
export type Choices = Partial<Record<FilterId, readonly string[]>>

function valuesIn(id: FilterId, collection: FilteredCollection) {
  const filter: { [C in FilteredCollection]?: ValuesOf<C> } = FILTERS[id]
  return filter[collection] as ((properties: unknown) => readonly string[]) | undefined
}

export type Kept<T> = {
  kept: T[]
  /** Per filter that speaks of the collection: how many of each value would be kept if it alone were open. */
  counts: Map<FilterId, Map<string, number>>
  /** The filter whose removal brings back the most, and how many; null: none brings back any. */
  drop: { id: FilterId; count: number } | null
}

/** Which features are kept, with the counts beside each choice; one walk over the features. */
export function keep<C extends FilteredCollection>(
  collection: C,
  features: readonly Filtered[C][],
  choices: Choices,
): Kept<Filtered[C]> {
  const asked = FILTER_IDS.flatMap((id) => {
    const values = valuesIn(id, collection)
    const chosen = choices[id] ?? []
    return values ? [{ id, values, chosen: chosen.length > 0 ? new Set(chosen) : null }] : []
  })
  const counts = new Map(asked.map(({ id }) => [id, new Map<string, number>()]))
  const broughtBack = new Map<FilterId, number>()
  const kept: Filtered[C][] = []
  for (const feature of features) {
    const failed = asked.filter(
      ({ values, chosen }) => chosen && !values(feature.properties).some((one) => chosen.has(one)),
    )
    const [only] = failed
    if (failed.length > 1) continue
    if (only) broughtBack.set(only.id, (broughtBack.get(only.id) ?? 0) + 1)
    else kept.push(feature)
    for (const { id, values } of only ? [only] : asked) {
      const count = counts.get(id)
      for (const value of values(feature.properties)) count?.set(value, (count.get(value) ?? 0) + 1)
    }
  }
  const [drop] = [...broughtBack].sort((a, b) => b[1] - a[1])
  return { kept, counts, drop: drop ? { id: drop[0], count: drop[1] } : null }
}

/** The choices with one made or taken back. */
export function chosen(choices: Choices, id: FilterId, value: string, on: boolean): Choices {
  const others = (choices[id] ?? []).filter((one) => one !== value)
  const { [id]: _, ...rest } = choices
  const list = on ? [...others, value] : others
  return list.length > 0 ? { ...rest, [id]: list } : rest
}
