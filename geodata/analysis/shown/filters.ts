// What can the map, the lists and the boards be narrowed to? One line per filter; they combine.
//
// A feature passes a filter that says nothing of its kind, and one that has no choice made; else one
// of its values must be among the choices. It is kept when it passes them all.

import type { ParkThen } from '#geodata/analysis/shown/in-year.ts'
import type { Company, Hub, Link } from '#geodata/contract/collections.ts'

/** The collections that filters apply to, with what they hold. */
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
  // A vehicle park is of the vehicle, whatever parts are made in it besides.
  systems: {
    parks: (p) => (p.role === 'vehicle' ? [...p.systems, 'vehicle'] : p.systems),
    companies: (p) => p.systems,
  },
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

/** The choices an address holds. */
export function choicesIn(query: URLSearchParams): Choices {
  const listed = FILTER_IDS.map(
    (id) => [id, (query.get(id) ?? '').split(',').filter(Boolean)] as const,
  )
  return Object.fromEntries(listed.filter(([, choices]) => choices.length > 0))
}

function valuesIn(id: FilterId, collection: FilteredCollection) {
  const filter: { [C in FilteredCollection]?: ValuesOf<C> } = FILTERS[id]
  return filter[collection] as ((properties: unknown) => readonly string[]) | undefined
}

export type Kept<T> = {
  kept: T[]
  /** Per filter that applies to the collection: how many of each value would be kept if it alone were open. */
  counts: Map<FilterId, Map<string, number>>
  /** The filter whose removal brings back the most, and how many; null: none brings back any. */
  drop: { id: FilterId; count: number } | null
}

/** The values of a list under each filter that applies to it, worked out once for as long as it stays. */
type ValuesByFilter = Map<FilterId, (readonly string[])[]>
const valuesOfLists = new WeakMap<readonly object[], ValuesByFilter>()

function valuesOfList<C extends FilteredCollection>(
  collection: C,
  features: readonly Filtered[C][],
): ValuesByFilter {
  const known = valuesOfLists.get(features)
  if (known) return known
  const made: ValuesByFilter = new Map()
  for (const id of FILTER_IDS) {
    const values = valuesIn(id, collection)
    if (values) {
      made.set(
        id,
        features.map(({ properties }) => values(properties)),
      )
    }
  }
  valuesOfLists.set(features, made)
  return made
}

/** Which features are kept, with the counts beside each choice; one walk over the features. */
export function keep<C extends FilteredCollection>(
  collection: C,
  features: readonly Filtered[C][],
  choices: Choices,
): Kept<Filtered[C]> {
  const asked = [...valuesOfList(collection, features)].map(([id, values]) => ({
    id,
    values,
    chosen: choices[id] && choices[id].length > 0 ? new Set(choices[id]) : null,
    count: new Map<string, number>(),
    broughtBack: 0,
  }))
  const narrowing = asked.filter(({ chosen }) => chosen !== null)
  const kept: Filtered[C][] = []
  // A pass over tens of thousands while the user waits: it makes nothing it could do without.
  for (let index = 0; index < features.length; index++) {
    const feature = features[index]
    let failures = 0
    let only: (typeof asked)[number] | undefined
    for (const ask of narrowing) {
      if (hasAny(ask.values[index], ask.chosen)) continue
      failures++
      only = ask
    }
    if (failures > 1 || !feature) continue
    if (only) {
      only.broughtBack++
      countUp(only.count, only.values[index])
    } else {
      kept.push(feature)
      for (const ask of asked) countUp(ask.count, ask.values[index])
    }
  }
  const [drop] = asked
    .filter(({ broughtBack }) => broughtBack > 0)
    .sort((a, b) => b.broughtBack - a.broughtBack)
  return {
    kept,
    counts: new Map(asked.map(({ id, count }) => [id, count])),
    drop: drop ? { id: drop.id, count: drop.broughtBack } : null,
  }
}

/** Does one thing pass the choices? A choice that asks for what `properties` does not hold fails. */
export function fits(
  collection: FilteredCollection,
  properties: object,
  choices: Choices,
): boolean {
  return FILTER_IDS.every((id) => {
    const values = valuesIn(id, collection)
    const chosen = choices[id] ?? []
    return !values || chosen.length === 0 || hasAny(values(properties), new Set(chosen))
  })
}

function hasAny(values: readonly string[] | undefined, chosen: ReadonlySet<string> | null) {
  for (const value of values ?? []) if (chosen?.has(value)) return true
  return false
}

function countUp(count: Map<string, number>, values: readonly string[] | undefined): void {
  for (const value of values ?? []) count.set(value, (count.get(value) ?? 0) + 1)
}

/** The choices with one made or taken back. */
export function chosen(choices: Choices, id: FilterId, value: string, on: boolean): Choices {
  const others = (choices[id] ?? []).filter((one) => one !== value)
  const { [id]: _, ...rest } = choices
  const list = on ? [...others, value] : others
  return list.length > 0 ? { ...rest, [id]: list } : rest
}
