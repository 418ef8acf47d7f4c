// Of what kinds are changes, and what does each need to be told? A new kind is a row here.
import { ScenarioChange } from '#geodata/contract/processes/scenarios.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

/** What a field is asked as; it has its control, its words and its place in the address. */
export type FieldKind =
  | 'plant'
  | 'park'
  | 'name'
  | 'place'
  | 'units'
  | 'percent'
  | 'hectares'
  | 'roadClass'
  | 'factor'

export type Field = { id: string; as: FieldKind }
export type ChangeKind = ScenarioChange['kind']

/** A value as it is read: text, number or place; undefined: not given. */
export type FieldValue = string | number | LngLat | undefined

type KindRow = {
  kind: ChangeKind
  fields: readonly Field[]
  /** Streets one by one have to be known: the skeleton has none. */
  needsStreets?: true
  /** What follows from the others and is not asked. */
  more?: (values: Readonly<Record<string, FieldValue>>) => object
}

export const CHANGE_KINDS: readonly KindRow[] = [
  {
    kind: 'volume',
    fields: [
      { id: 'plantId', as: 'plant' },
      { id: 'percent', as: 'percent' },
    ],
  },
  {
    kind: 'vehiclePlant',
    fields: [
      { id: 'name', as: 'name' },
      { id: 'lngLat', as: 'place' },
      { id: 'annualUnits', as: 'units' },
    ],
    // Two that stand at one place are one plant, or contradict each other.
    more: ({ lngLat }) =>
      typeof lngLat === 'object' ? { id: `new:${degreesOf(lngLat).join()}` } : {},
  },
  {
    kind: 'land',
    fields: [
      { id: 'parkId', as: 'park' },
      { id: 'hectares', as: 'hectares' },
    ],
  },
  { kind: 'closed', needsStreets: true, fields: [{ id: 'near', as: 'place' }] },
  {
    kind: 'opened',
    fields: [
      { id: 'from', as: 'place' },
      { id: 'to', as: 'place' },
      { id: 'roadClass', as: 'roadClass' },
    ],
  },
  { kind: 'freightRate', fields: [{ id: 'percent', as: 'percent' }] },
  { kind: 'speed', needsStreets: true, fields: [{ id: 'timeFactor', as: 'factor' }] },
]

export function rowOf(kind: ChangeKind): Partial<KindRow> {
  return CHANGE_KINDS.find((row) => row.kind === kind) ?? {}
}

export function fieldsOf(kind: ChangeKind): readonly Field[] {
  return rowOf(kind).fields ?? []
}

/** As exact as an address says a place: about a meter. */
export function degreesOf(lngLat: readonly [number, number]): [number, number] {
  const [lng, lat] = lngLat.map((degrees) => Number(degrees.toFixed(5)))
  return [lng ?? 0, lat ?? 0]
}

export type ReadChange =
  | { kind: 'read'; change: ScenarioChange }
  /** The fields that are missing or out of bounds. */
  | { kind: 'bad'; fields: readonly string[] }

/** One change by the values of its fields. */
export function changeFrom(kind: string, values: Record<string, FieldValue>): ReadChange {
  const row = CHANGE_KINDS.find((one) => one.kind === kind)
  if (!row) return { kind: 'bad', fields: [] }
  const given = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  )
  const read = ScenarioChange.safeParse({ kind, ...given, ...row.more?.(values) })
  if (read.success) return { kind: 'read', change: read.data }
  const fields = read.error.issues.map(({ path }) => String(path[0]))
  return { kind: 'bad', fields: row.fields.map(({ id }) => id).filter((id) => fields.includes(id)) }
}

/** The values of a change by its fields. */
export function valuesOf(change: ScenarioChange): Record<string, FieldValue> {
  const all: Record<string, FieldValue> = change
  return Object.fromEntries(fieldsOf(change.kind).map(({ id }) => [id, all[id]]))
}
