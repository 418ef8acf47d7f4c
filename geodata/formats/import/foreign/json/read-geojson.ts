// What does each feature of somebody's GeoJSON say? A collection, a list, single features, or one a line.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { type ByteFile, chunksOf } from '#geodata/formats/import/foreign/byte-file.ts'
import { ColumnsMet } from '#geodata/formats/import/foreign/columns-met.ts'
import { JsonItems } from '#geodata/formats/import/foreign/json/json-items.ts'
import { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Cell, Piece, Pieces } from '#geodata/formats/import/foreign/piece.ts'
import { noTable } from '#geodata/formats/import/foreign/read-refusal.ts'
import { decodedText } from '#geodata/formats/import/foreign/text/decoded-text.ts'
import { baseName } from '#geodata/formats/import/foreign/text/read-text.ts'
import { surveyEncoding } from '#geodata/formats/import/foreign/text/survey-encoding.ts'
import { listText } from '#geodata/formats/list-text.ts'

const GEOMETRIES = /^(Multi)?(Point|LineString|Polygon)$|^GeometryCollection$/
/** Numbers of more digits than a number holds, which must stay as they are written. */
const LONG_NUMBER = /\d{16}/

export async function* readGeoJson(file: ByteFile, name: string, allowance: Allowance): Pieces {
  allowance.expect(file.byteCount * 2)
  const survey = await surveyEncoding(chunksOf(file, allowance))
  const notes = new Notes()
  const features = new Features(allowance, notes)
  allowance.table()
  yield { kind: 'table', name: baseName(name), columns: [], isHidden: false }
  const json = new JsonItems(allowance)
  const textNotes = new Notes()
  for await (const text of decodedText(chunksOf(file, allowance), survey, textNotes)) {
    json.push(text)
    features.take(json)
    yield* features.pieces(false)
  }
  json.finish()
  features.take(json)
  yield* features.pieces(true)
  if (features.count === 0) {
    throw noTable({
      zh: '没有找到 GeoJSON 要素（features）或记录列表',
      en: 'no GeoJSON features and no list of records were found',
    })
  }
  if (features.rows === 0) {
    throw noTable({
      zh: `${features.count} 个要素都写法有误，没有一个能读`,
      en: `none of its features is written as it should be (${features.count})`,
    })
  }
  yield* notes.pieces()
  yield* textNotes.pieces()
}

class Features {
  /** Those that are broken, too. */
  count = 0
  rows = 0
  readonly #columns: ColumnsMet
  readonly #notes: Notes
  #systems: Piece[] = []

  constructor(allowance: Allowance, notes: Notes) {
    this.#columns = new ColumnsMet(allowance, notes)
    this.#notes = notes
  }

  take(json: JsonItems): void {
    for (const item of json.items) this.#feature(item)
    for (const text of json.objects) this.#feature(text)
    for (const member of json.members) this.#member(member)
    json.items = []
    json.objects = []
    json.members = []
  }

  *pieces(isLast: boolean): Generator<Piece> {
    yield* this.#systems
    this.#systems = []
    yield* this.#columns.pieces(isLast)
  }

  #feature(text: string): void {
    this.count += 1
    const value = parsed(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#notes.add('broken-feature', this.count)
      return
    }
    const { type, properties, geometry, id } = value as Record<string, unknown>
    if (type === 'Feature') {
      const named = Object.entries(Object(properties) as object)
      const own = id === undefined || id === null ? [] : [['id', id] as const]
      const hasOwn = named.some(([key]) => key === 'id')
      this.#add([...(hasOwn ? [] : own), ...named], geometry)
    } else if (typeof type === 'string' && GEOMETRIES.test(type) && !('properties' in value)) {
      this.#add([], value)
    } else if (type === 'Topology' || type === 'FeatureCollection') {
      this.#notes.add('broken-feature', this.count)
      this.count -= 1
    } else this.#add(Object.entries(value), null)
    this.#system((value as { crs?: unknown }).crs)
  }

  #add(named: readonly (readonly [string, unknown])[], geometry: unknown): void {
    const cells = named.map(([key, value]) => [key, cellOf(value)] as const)
    this.#columns.add(this.count, cells, geometry)
    this.rows += 1
  }

  #member(text: string): void {
    const { crs } = Object(parsed(`{${text}}`)) as { crs?: unknown }
    this.#system(crs)
  }

  /** The crs of GeoJSON 2008, which programs still write: a name, or the text of a system. */
  #system(crs: unknown): void {
    const name = (Object(Object(crs).properties) as { name?: unknown }).name
    if (typeof name !== 'string') return
    const system = { by: 'crs' as const, name, wellKnownText: null }
    this.#systems.push({ kind: 'system', system })
  }
}

/** Undefined where it is no JSON. Long numbers come as text. */
function parsed(text: string): unknown {
  try {
    if (!LONG_NUMBER.test(text)) return JSON.parse(text)
    return JSON.parse(text, (_key, value, context?: { source?: string }) =>
      typeof value === 'number' && /^-?\d{16,}$/.test(context?.source ?? '')
        ? context?.source
        : value,
    )
  } catch {
    return undefined
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every(isPlain)) return listText(value)
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** What stands in a list between semicolons. */
const isPlain = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && !value.includes(';'))
