// What is left of a row that is there and one of a file, when the two are one?
import type { AnyDraft } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import { PRECISIONS, type Precision } from '#geodata/model/precision.ts'

/** `id`: of the row meant; absent: the likeliest. */
export type Decision = {
  kind: 'skip' | 'merge' | 'replace' | 'separate'
  id?: string | undefined
  /** Of a merge, field by field; a field not named is decided as below. */
  fields?: Readonly<Record<string, Side>> | undefined
}
/** `both`: of lists and of texts that list things. */
export type Side = 'there' | 'file' | 'both'

/** The place and what is said of it go together. */
const OF_PLACE = ['coordPrecision', 'coordSource', 'districtZh', 'district2025Zh'] as const
export const PLACE_FIELD = 'geometry'
const LISTED_TEXTS: readonly string[] = ['products', 'source']
/** Several references of one row are parted so (contract/shared.ts). */
const SOURCES_BY = '; '

/**
 * A field of the file fills what is empty; lists and listed texts keep both; of two places the finer stands, and of two
 * as fine the one that is there; else the name that is there and the surer confidence stay, and other fields are the file's.
 */
export function sideOf(field: string, there: RowFeature, file: AnyDraft): Side {
  if (field === PLACE_FIELD) return isFiner(file, there) ? 'file' : 'there'
  const [old, fresh] = [there.properties[field], file.properties[field]]
  if (isEmpty(fresh)) return 'there'
  if (isEmpty(old)) return 'file'
  if (Array.isArray(old) || LISTED_TEXTS.includes(field)) return 'both'
  // How sure a row was is no less because another source names it too.
  if (field === 'sourceClass') return old === 'none' ? 'file' : 'there'
  if (field === 'confidence') return isSurer(fresh, old) ? 'file' : 'there'
  return field === 'nameZh' || field === 'nameEn' ? 'there' : 'file'
}

/** The draft as it is to be written; fields that neither row has stay as the contract has them. */
export function mergedDraft(
  there: RowFeature,
  file: AnyDraft,
  { fields = {} }: Pick<Decision, 'fields'> = {},
): AnyDraft {
  const placeSide = fields[PLACE_FIELD] ?? sideOf(PLACE_FIELD, there, file)
  const properties = Object.fromEntries(
    Object.keys(file.properties).map((field) => {
      const isOfPlace = (OF_PLACE as readonly string[]).includes(field)
      const side = isOfPlace ? placeSide : (fields[field] ?? sideOf(field, there, file))
      return [field, valueBy(side, field, there.properties[field], file.properties[field])]
    }),
  )
  const geometry = placeSide === 'file' ? file.geometry : (there.geometry ?? null)
  return { type: 'Feature', geometry, properties }
}

function valueBy(side: Side, field: string, old: unknown, fresh: unknown): unknown {
  if (side === 'there') return old ?? null
  if (side === 'file') return fresh
  if (Array.isArray(old) && Array.isArray(fresh)) return [...new Set([...old, ...fresh])]
  const [marks, between] = field === 'source' ? [/;/, SOURCES_BY] : [/[、；;，,]/, '、']
  const partsOf = (text: unknown) =>
    String(text ?? '')
      .split(marks)
      .map((part) => part.trim())
      .filter(Boolean)
  const [there, added] = [partsOf(old), partsOf(fresh)]
  return added.every((part) => there.includes(part))
    ? old
    : [...new Set([...there, ...added])].join(between)
}

const SURENESS: readonly unknown[] = ['low', 'medium', 'high']
const isSurer = (one: unknown, other: unknown) => SURENESS.indexOf(one) > SURENESS.indexOf(other)

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

function isFiner(file: AnyDraft, there: RowFeature): boolean {
  if (!file.geometry) return false
  if (!there.geometry) return true
  const rank = (precision: unknown) => PRECISIONS.indexOf(precision as Precision)
  const [fresh, old] = [rank(file.properties.coordPrecision), rank(there.properties.coordPrecision)]
  return fresh >= 0 && (old < 0 || fresh < old)
}
