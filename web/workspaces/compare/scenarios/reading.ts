// What does a typed change say? Field by field, as a person writes numbers and names places.
import type { ScenarioChange } from '#geodata/contract/processes/scenarios.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { parseLngLat } from '#web/parts/words/lng-lat-text.ts'
import {
  type ChangeKind,
  changeFrom,
  degreesOf,
  type Field,
  type FieldValue,
  fieldsOf,
  type ReadChange,
  valuesOf,
} from '#web/state/answers/scenario-kinds.ts'

/** What stands in the controls, by the id of the field. */
export type Texts = Readonly<Record<string, string>>
export type NamedPlace = { names: readonly string[]; lngLat: LngLat }

/** What a control says before anything is typed. */
const FIRST: Partial<Record<Field['as'], string>> = { roadClass: 'motorway' }

export function firstTexts(kind: ChangeKind): Texts {
  return Object.fromEntries(fieldsOf(kind).map(({ id, as }) => [id, FIRST[as] ?? '']))
}

export function textsOf(change: ScenarioChange): Texts {
  const entries = Object.entries(valuesOf(change)).map(([id, value]) => [id, textOf(value)])
  return Object.fromEntries(entries)
}

function textOf(value: FieldValue): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? degreesText(value) : String(value)
}

export function degreesText(lngLat: LngLat): string {
  return degreesOf(lngLat).join(', ')
}

/** A park, district or hub by one of its names, else longitude and latitude. */
export function placeTyped(text: string, places: readonly NamedPlace[]): LngLat | undefined {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return undefined
  const named = places.find(({ names }) => names.some((name) => name.toLowerCase() === wanted))
  const lngLat = named?.lngLat ?? parseLngLat(text)
  return lngLat ? degreesOf(lngLat) : undefined
}

/** "+30 %", "1,000" and "−5" are numbers as they are written. */
function numberTyped(text: string): number | undefined {
  const bare = text.replaceAll(/[\s%％,，]/g, '').replace(/^[−–]/, '-')
  return bare === '' ? undefined : Number(bare)
}

function valueTyped({ as }: Field, text: string, places: readonly NamedPlace[]): FieldValue {
  switch (as) {
    case 'place':
      return placeTyped(text, places)
    case 'percent':
    case 'factor':
    case 'hectares':
    case 'units':
      return numberTyped(text)
    default:
      return text.trim() || undefined
  }
}

/** What would change nothing: no percent, the time as it is. */
const NOTHING: Partial<Record<Field['as'], number>> = { percent: 0, factor: 1 }

/** The change that was typed; else the fields that are missing, out of bounds, or change nothing. */
export function readTexts(
  kind: ChangeKind,
  texts: Texts,
  places: readonly NamedPlace[],
): ReadChange {
  const fields = fieldsOf(kind)
  const values = Object.fromEntries(
    fields.map((field) => [field.id, valueTyped(field, texts[field.id] ?? '', places)]),
  )
  const idle = fields.filter(({ id, as }) => as in NOTHING && values[id] === NOTHING[as])
  const ends = fields.filter(({ as }) => as === 'place').map(({ id }) => String(values[id]))
  const isOnePlace = ends.length > 1 && new Set(ends).size === 1 && ends[0] !== 'undefined'
  const bad = [...idle.map(({ id }) => id), ...(isOnePlace ? ['to'] : [])]
  return bad.length > 0 ? { kind: 'bad', fields: bad } : changeFrom(kind, values)
}
