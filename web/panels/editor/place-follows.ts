// What changes with a place when it is saved? The district, its code, what is counted there and in parks.
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import type { Company, District, Hub, Park, Platform } from '#geodata/contract/collections.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const COUNTED = ['parks', 'companies', 'hubs', 'platforms'] as const
type Counted = (typeof COUNTED)[number]

/** `before` is null where there was nothing: the row is new, or had no place. */
export type Follows = {
  district: { before: District | null; after: District | null } | null
  /** Rows of the same table in a district that loses or gains one. */
  inDistricts: { table: Counted; district: District; before: number; after: number }[]
  /** Known firms of a park that loses or gains one. */
  inParks: { park: Park; before: number; after: number }[]
}

type Draft = {
  collection: EditableId
  /** The row as it is; null: one to be added. */
  present: { properties: Record<string, unknown> } | null
  properties: Record<string, unknown>
  /** Where it is to be; null: where it is, or nowhere. */
  place: LngLat | null
}
type Lists = {
  parks: readonly Park[]
  companies: readonly Company[]
  hubs: readonly Hub[]
  platforms: readonly Platform[]
  districts: readonly District[]
}

export function placeFollows(
  { collection, present, properties, place }: Draft,
  lists: Lists,
): Follows {
  const table = COUNTED.find((one) => one === collection)
  const district = (adcode: unknown) => lists.districts.find(({ id }) => id === adcode) ?? null
  const before = district(present?.properties.adcode)
  const after = place && (areaAt(lists.districts, place) ?? null)
  const isMoved = table !== undefined && place !== null && before?.id !== after?.id
  return {
    district: isMoved ? { before, after } : null,
    inDistricts: isMoved
      ? changes(before, after).map(({ one, by }) => {
          const count = countIn(lists[table], one)
          return { table, district: one, before: count, after: count + by }
        })
      : [],
    inParks: collection === 'companies' ? inParks(present, properties, lists.parks) : [],
  }
}

function inParks(
  present: Draft['present'],
  properties: Draft['properties'],
  parks: Lists['parks'],
): Follows['inParks'] {
  const park = (id: unknown) => parks.find((one) => one.id === id) ?? null
  const [before, after] = [park(present?.properties.parkId), park(properties.parkId)]
  if (before?.id === after?.id) return []
  return changes(before, after).map(({ one, by }) => {
    const { companyCount } = one.properties
    return { park: one, before: companyCount, after: companyCount + by }
  })
}

/** What loses one, then what gains one. */
function changes<T>(from: T | null, to: T | null): { one: T; by: 1 | -1 }[] {
  return [
    ...(from ? [{ one: from, by: -1 as const }] : []),
    ...(to ? [{ one: to, by: 1 as const }] : []),
  ]
}

const countIn = (rows: readonly (Park | Company | Hub | Platform)[], { id }: District) =>
  rows.filter(({ properties }) => properties.adcode === id).length
