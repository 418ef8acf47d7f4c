// What becomes of a row of a file: is it new, does it change a row that is there, is it the same, does somebody have to
// decide whether two are one, or is it refused, and why?
import type { Alike, AlikeIndex, Identified } from '#geodata/analysis/importing/alike.ts'
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import { cellValue, type Nameables } from '#geodata/analysis/importing/cell-value.ts'
import type { ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import { type Decision, mergedDraft } from '#geodata/analysis/importing/merge-rows.ts'
import { type AnyDraft, DRAFTS, EDITABLE } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import { rowKey } from '#geodata/contract/importing/row-keys.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { shortened } from '#geodata/contract/repeated.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS, type Precision } from '#geodata/model/precision.ts'

export type RowFault = {
  /** Name of the column; null: the row as a whole. */
  column: string | null
  came: string
  fits: Bilingual
}
/** What was written of a cell, and what was made of it. */
export type CellChange = { column: string; came: string; value: unknown; why: Bilingual }

export type RowVerdict =
  | { kind: 'new'; draft: AnyDraft; tidied: CellChange[] }
  | { kind: 'changed'; id: string; draft: AnyDraft; before: RowFeature; tidied: CellChange[] }
  | { kind: 'same'; id: string }
  /** May be one of these; somebody decides. */
  | { kind: 'doubtful'; draft: AnyDraft; alike: Alike[]; tidied: CellChange[] }
  | { kind: 'refused'; faults: RowFault[] }
  /** By decision. */
  | { kind: 'skipped'; id: string }

/** One column of the file: where its cells stand, what they fill. */
export type FileColumn = { column: ImportColumn; at: number; unit: string }

export type JudgedBy = {
  table: ImportTableId
  columns: readonly FileColumn[]
  /** Given once for all rows, by property: what the file does not say. */
  fixed: Readonly<Record<string, unknown>>
  /** Of those, columns that nobody has filled yet: what they have says nothing. */
  standIns: readonly string[]
  known: Nameables
  /** Where the row lies, by its cells, what it says of itself, or the shape that came with it. */
  placeOf: (row: PlacedRow) => PlaceRead
  /** Whether the id is of a row further up in the file. */
  isOfFile: (id: string) => boolean
  present: {
    byId: (id: string) => RowFeature | null
    alike: AlikeIndex
    /** Key of a row (contract/importing/row-keys.ts) → its id. */
    byKey: ReadonlyMap<string, string>
  }
}

export type PlacedRow = {
  /** By the names of the columns of places. */
  cells: Readonly<Record<string, Cell>>
  properties: Readonly<Record<string, unknown>>
  /** As the file has it; null: it has none. */
  geometry: Geometry | null
}

export type PlaceRead =
  | { kind: 'none' }
  | {
      kind: 'place'
      lngLat: LngLat
      /** Left out: the point. */
      shape?: Geometry
      precision: Precision
      adcode: string | null
      /** Short name of the city; null: unknown. */
      city?: string | null
      note: string
    }
  | { kind: 'refused'; column: string; came: string; fits: Bilingual }

/** `decision`: what somebody said of a row that may be one that is there. */
export function judgeRow(
  cells: readonly Cell[],
  by: JudgedBy,
  decision: Decision | null,
  geometry: Geometry | null = null,
): RowVerdict {
  const long = longCells(cells, by.columns)
  if (long.length > 0) return { kind: 'refused', faults: long }
  const { properties, tidied, faults } = propertiesOf(cells, by)
  const place = by.placeOf({ cells: placeCells(cells, by.columns), properties, geometry })
  if (place.kind === 'refused') {
    faults.push({ column: place.column, came: place.came, fits: place.fits })
  }
  const draft = draftOf(by, properties, place)
  const read = DRAFTS[by.table].safeParse(draft, { reportInput: true })
  const refusedColumns = new Set(faults.map(({ column }) => column))
  if (!read.success) {
    for (const { pointer, detail, detailZh } of refusalsOf(read.error, draft, '')) {
      const column = columnAt(pointer)
      // The English name is the Chinese one's stand-in: where that is missing it is said once.
      if (refusedColumns.has(column) || (column === 'nameEn' && !properties.nameZh)) continue
      // So is the city, which follows from the place.
      if (column === 'city' && place.kind === 'refused') continue
      const came = cameIn(cells, by, column)
      faults.push({ column, came, fits: withoutCame({ zh: detailZh, en: detail }, came) })
    }
  }
  if (faults.length > 0 || !read.success) return { kind: 'refused', faults }
  return against(read.data, identifiedBy(read.data, place, properties), by, tidied, decision)
}

/** No column takes so many characters; nothing of such a cell is read further. */
const MOST_CHARACTERS = 10_000

function longCells(cells: readonly Cell[], columns: readonly FileColumn[]): RowFault[] {
  return columns.flatMap(({ column, at }) => {
    const cell = cells[at]
    if (typeof cell !== 'string' || cell.length <= MOST_CHARACTERS) return []
    const fits = {
      zh: `有 ${cell.length} 个字，至多 ${MOST_CHARACTERS} 个；请检查引号或分隔符是否缺失`,
      en: `It has ${cell.length} characters; ${MOST_CHARACTERS} at most are expected. See whether a quote or a delimiter is missing`,
    }
    return [{ column: column.name, came: `${cell.slice(0, 80)}…`, fits }]
  })
}

function against(
  draft: AnyDraft,
  row: Identified,
  by: JudgedBy,
  tidied: CellChange[],
  decision: Decision | null,
): RowVerdict {
  const keyed = by.present.byKey.get(rowKey(by.table, draft.properties) ?? '') ?? null
  const ownId = row.id || (keyed !== null && by.isOfFile(keyed) ? '' : (keyed ?? ''))
  const own = ownId ? by.present.byId(ownId) : null
  if (own) return laidOver(draft, own, by, tidied, { kind: 'merge' })
  const alike = keyed ? [sameKey(keyed)] : row.nameZh ? by.present.alike.find(row) : []
  if (alike.length === 0) return { kind: 'new', draft, tidied }
  if (!decision) {
    const [surest] = alike
    const there = surest && surest.by !== 'likeness' ? by.present.byId(surest.id) : null
    // Where nothing would change nothing is to be decided.
    const isThere = there && isSame(mergedDraft(there, withoutStandIns(draft, by)), there)
    return isThere ? { kind: 'same', id: there.id } : { kind: 'doubtful', draft, alike, tidied }
  }
  if (decision.kind === 'separate') {
    const [surest] = alike
    const there = surest?.by === 'code' ? by.present.byId(surest.id) : null
    return there ? sameCode(draft, there) : { kind: 'new', draft, tidied }
  }
  const id = decision.id ?? alike[0]?.id ?? ''
  const before = by.present.byId(id)
  if (!before) return { kind: 'new', draft, tidied }
  if (decision.kind === 'skip') return { kind: 'skipped', id }
  return laidOver(draft, before, by, tidied, decision)
}

/** A row further up in the file that is of the same thing. */
const sameKey = (id: string): Alike => ({
  id,
  by: 'name',
  likeness: 1,
  isSameArea: null,
  meters: null,
})

/** Two firms never have one code. */
function sameCode({ properties }: AnyDraft, there: RowFeature): RowVerdict {
  const { nameZh, nameEn } = there.properties
  return {
    kind: 'refused',
    faults: [
      {
        column: 'unifiedCode',
        came: String(properties.unifiedCode),
        fits: {
          zh: `与“${nameZh}”的代码相同：是同一家请并入，不是请改代码`,
          en: `It is the code of “${nameEn ?? nameZh}”: merge the two where they are one, or correct the code`,
        },
      },
    ],
  }
}

function laidOver(
  draft: AnyDraft,
  before: RowFeature,
  by: JudgedBy,
  tidied: CellChange[],
  decision: Decision,
): RowVerdict {
  const merged =
    decision.kind === 'replace' ? draft : mergedDraft(before, withoutStandIns(draft, by), decision)
  return isSame(merged, before)
    ? { kind: 'same', id: before.id }
    : { kind: 'changed', id: before.id, draft: merged, before, tidied }
}

function withoutStandIns(draft: AnyDraft, { standIns }: JudgedBy): AnyDraft {
  const own = Object.entries(draft.properties).map(([name, value]) => [
    name,
    standIns.includes(name) ? null : value,
  ])
  return { ...draft, properties: Object.fromEntries(own) }
}

function isSame({ properties, geometry }: AnyDraft, before: RowFeature): boolean {
  const sameProperties = Object.entries(properties).every(
    ([name, value]) =>
      JSON.stringify(value ?? null) === JSON.stringify(before.properties[name] ?? null),
  )
  return (
    sameProperties && JSON.stringify(geometry ?? null) === JSON.stringify(before.geometry ?? null)
  )
}

function propertiesOf(cells: readonly Cell[], { columns, fixed, known }: JudgedBy) {
  const properties: Record<string, unknown> = {}
  const tidied: CellChange[] = []
  const faults: RowFault[] = []
  for (const { column, at, unit } of columns) {
    if (column.kind === 'place') continue
    const cell = cells[at] ?? ''
    const read = cellValue(column, cell, unit, known)
    if (read.kind === 'refused')
      faults.push({ column: column.name, came: read.came, fits: read.fits })
    if (read.kind !== 'given') continue
    properties[column.name] = read.value
    if (read.changed) {
      tidied.push({
        column: column.name,
        came: shownCell(cell),
        value: read.value,
        why: read.changed,
      })
    }
  }
  for (const [name, value] of Object.entries(fixed)) properties[name] ??= value
  return { properties, tidied, faults }
}

function placeCells(cells: readonly Cell[], columns: readonly FileColumn[]) {
  const placed = columns.filter(({ column }) => column.kind === 'place')
  return Object.fromEntries(placed.map(({ column, at }) => [column.name, cells[at] ?? '']))
}

function draftOf(
  { table }: JudgedBy,
  properties: Record<string, unknown>,
  place: PlaceRead,
): AnyDraft {
  const { id: _, ...own } = properties
  const shape: object = EDITABLE[table].properties.shape
  // Where no English name is known the Chinese one stands for it, as on the page.
  if ('nameEn' in shape && own.nameZh) own.nameEn ??= own.nameZh
  if (place.kind === 'place') {
    if ('coordPrecision' in shape) own.coordPrecision ??= place.precision
    if ('coordSource' in shape) own.coordSource ??= place.note
    if ('city' in shape && place.city) own.city ??= place.city
  } else if ('coordPrecision' in shape) own.coordPrecision = 'unknown'
  const geometry =
    place.kind === 'place'
      ? (place.shape ?? { type: 'Point', coordinates: [...place.lngLat] })
      : null
  return { type: 'Feature', geometry, properties: own }
}

function identifiedBy(
  draft: AnyDraft,
  place: PlaceRead,
  properties: Record<string, unknown>,
): Identified {
  const text = (name: string) =>
    typeof properties[name] === 'string' ? String(properties[name]) : ''
  const precision = draft.properties.coordPrecision as Precision | undefined
  return {
    id: text('id'),
    nameZh: text('nameZh'),
    code: text('unifiedCode') || null,
    adcode: place.kind === 'place' ? place.adcode : null,
    lngLat: place.kind === 'place' ? place.lngLat : null,
    radiusKilometers: precision ? PRECISION_RADIUS_KILOMETERS[precision] : null,
  }
}

/** /properties/kind → kind; /geometry/… → the coordinates. */
function columnAt(pointer: string): string | null {
  const [, part, name] = pointer.split('/')
  if (part === 'geometry') return 'place.both'
  return part === 'properties' && name ? name : null
}

function cameIn(cells: readonly Cell[], { columns }: JudgedBy, name: string | null): string {
  const found = columns.find(({ column }) => column.name === name)
  return found ? shownCell(cells[found.at] ?? '') : ''
}

/** What came stands beside it already. */
function withoutCame({ zh, en }: Bilingual, came: string): Bilingual {
  const [inZh, inEn] = [`现为“${came}”`, `“${came}” was given`]
  return {
    zh: zh.startsWith(inZh) ? zh.slice(inZh.length).replace(/^[，。；]/, '') : zh,
    en: en.startsWith(inEn) ? en.slice(inEn.length).replace(/^[.;,] /, '') : en,
  }
}

const shownCell = (cell: Cell) => shortened(cellText(cell))
