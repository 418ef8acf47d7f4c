// What is told of an import: its columns, its coordinates, and what becomes of each of its rows.
import { hypothesisOf } from '#geodata/analysis/coordinates/hypothesis-key.ts'
import type { RoadMeters } from '#geodata/analysis/coordinates/road-evidence.ts'
import { AlikeIndex, areaPrefix, type Identified } from '#geodata/analysis/importing/alike.ts'
import { nameablesFor } from '#geodata/analysis/importing/cell-value.ts'
import {
  type FileColumns,
  fileColumns,
  samplesBelow,
} from '#geodata/analysis/importing/file-columns.ts'
import { columnsOf, type ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import { type ImportGround, identified } from '#geodata/analysis/importing/import-ground.ts'
import { type JudgedBy, judgeRow, type RowVerdict } from '#geodata/analysis/importing/judge-row.ts'
import { isBlank, isFoot } from '#geodata/analysis/importing/table-head.ts'
import { type AnyDraft, EDITABLE } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import { rowKey } from '#geodata/contract/importing/row-keys.ts'
import {
  type Import,
  type ImportChoices,
  type ImportCoordinates,
  type ImportCounts,
  VERDICTS,
} from '#geodata/contract/imports.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import { atOf, fileId } from '#server/imports/file-id.ts'
import { fingerprintOf } from '#server/imports/fingerprint.ts'
import { fixedValues } from '#server/imports/fixed-values.ts'
import { placeRows } from '#server/imports/place-rows.ts'
import { shownRow } from '#server/imports/shown-row.ts'
import {
  firstCorner,
  TOLD_BY_ROWS,
  tellCoordinates,
  writtenPlaces,
} from '#server/imports/tell-coordinates.ts'
import type { ImportFile, KeptRow, KeptSheet } from '#server/store/import-file.ts'

/** Of an import, what its rows and the choices tell. */
export type Told = Pick<
  Import,
  | 'sheets'
  | 'written'
  | 'notes'
  | 'above'
  | 'headerLines'
  | 'headers'
  | 'columns'
  | 'missing'
  | 'coordinates'
  | 'counts'
>

/** Headers and samples are looked for here. */
const HEAD_ROWS = 60
export type Judging = {
  kept: ImportFile
  ground: ImportGround
  choices: ImportChoices
  /** Of a question that takes a while and was asked before; null: not yet. */
  coordinates: ImportCoordinates | null
  /** By the street networks; null: there is none. */
  roadMeters: RoadMeters | null
  /** Called between pages, 0 … 1; false: nobody wants the answer any more. */
  onProgress: (share: number) => Promise<boolean>
}

/** Null: it was given up. */
export async function judge(judging: Judging): Promise<Told | null> {
  const { kept, ground, choices } = judging
  const sheets = kept.sheets()
  const number = Math.min(choices.sheet, sheets.length - 1)
  const sheet = sheets[number]
  if (!sheet) throw new Error('A file without a table is refused by its reader.')
  const head = kept.rowsFrom(number, 0, HEAD_ROWS)
  const columns = fileColumns(ground.table, sheet.columns, head, sheet.merged, choices.mapping)
  const coordinates = judging.coordinates ?? coordinatesOf(judging, number, sheet, columns)
  const missing = missingOf(columns, choices, coordinates, ground)
  const counts = await judgeRows(judging, number, columns, coordinates, missing)
  if (!counts) return null
  return {
    sheets: sheets.map(({ name, rows, isHidden }) => ({ name, rows, isHidden })),
    written: sheet.written,
    notes: sheet.notes,
    above: columns.above,
    headerLines: columns.headerLines,
    headers: columns.headers.map(({ header, column, by }, at) => ({
      header,
      column,
      by,
      samples: samplesBelow(at, head.slice(columns.firstRow)),
    })),
    columns: columnsOf(ground.table).map((column) => ({
      name: column.name,
      words: column.words,
      isRequired: column.isRequired,
      choices: column.choices.length > 0 ? [...column.choices] : namedChoices(column, ground),
    })),
    missing: missing.map(({ name }) => name),
    coordinates,
    counts,
  }
}

function coordinatesOf(
  { kept, ground, roadMeters }: Judging,
  number: number,
  { said, columns: declared }: KeptSheet,
  columns: FileColumns,
): ImportCoordinates {
  const rows = kept
    .sample(number, columns.firstRow, TOLD_BY_ROWS)
    .filter(({ cells, geometry }) => geometry || !passedOver(cells, declared))
  const places = writtenPlaces(rows, columns, ground)
  return tellCoordinates(places, rows.length, columns, said, ground, roadMeters)
}

const passedOver = (cells: KeptRow['cells'], declared: unknown) =>
  isBlank(cells) || (!declared && isFoot(cells))

/** The few things a column names, where they are few enough to choose among. */
const MOST_CHOICES = 300

function namedChoices(column: ImportColumn, { known }: ImportGround) {
  const things = nameablesFor(column, known) ?? []
  if (things.length > MOST_CHOICES) return []
  return things.map(({ id, names }) => ({
    value: id,
    words: { zh: names[0] ?? id, en: names.at(-1) ?? id },
  }))
}

const hasCity = (table: ImportTableId) => 'city' in EDITABLE[table].properties.shape

/** By which a row is placed, and its city known. */
const NAMES_AREA = new Set(['districtZh', 'place.address', 'parkId'])

/** Required columns that no header and no value for every row fills. */
function missingOf(
  { filled }: FileColumns,
  choices: ImportChoices,
  { answer }: ImportCoordinates,
  { table }: ImportGround,
): ImportColumn[] {
  const given = new Set([
    ...filled.map(({ column }) => column.name),
    ...Object.keys(choices.fixed),
    ...(choices.evidence.source ? ['source'] : []),
    'confidence',
    'sourceClass',
  ])
  const isPlaced = answer !== 'none' || filled.some(({ column }) => NAMES_AREA.has(column.name))
  return columnsOf(table).filter(
    ({ name, isRequired }) =>
      (isRequired || (name === 'city' && hasCity(table) && !isPlaced)) && !given.has(name),
  )
}

async function judgeRows(
  { kept, ground, choices, onProgress }: Judging,
  number: number,
  columns: FileColumns,
  coordinates: ImportCoordinates,
  missing: readonly ImportColumn[],
): Promise<ImportCounts | null> {
  const { columns: declared = null, rows: total = 0 } = kept.sheets()[number] ?? {}
  const by = judgedBy(kept, ground, choices, columns, coordinates, missing)
  let passed = 0
  const isDone = await kept.replacing(async () => {
    kept.dropVerdicts()
    for (const page of kept.pages(number, columns.firstRow)) {
      for (const row of page) {
        if (!row.geometry && passedOver(row.cells, declared)) passed += 1
        else judgeOne(row, by, { kept, ground, choices, columns })
      }
      if (!(await onProgress(((page.at(-1)?.at ?? 0) + 1) / total))) return false
    }
    return true
  })
  if (!isDone) return null
  const counted = kept.counts()
  const byVerdict = Object.fromEntries(VERDICTS.map((one) => [one, counted.get(one) ?? 0]))
  const rows = [...counted.values()].reduce((sum, one) => sum + one, 0)
  return { rows, passedOver: passed, ...byVerdict } as ImportCounts
}

type Judges = JudgedBy & { present: { byKey: Map<string, string> } }

function judgedBy(
  kept: ImportFile,
  ground: ImportGround,
  choices: ImportChoices,
  { filled }: FileColumns,
  coordinates: ImportCoordinates,
  missing: readonly ImportColumn[],
): Judges {
  const rows = new Map(ground.present.map((row) => [row.id, row]))
  const key = choices.system ?? coordinates.systems[0]?.key ?? ''
  return {
    table: ground.table,
    columns: filled,
    fixed: fixedValues(ground, choices, missing),
    known: ground.known,
    placeOf: placeRows(ground, hypothesisOf(key), choices.precision ?? coordinates.precision),
    present: {
      byId: (id) => rows.get(id) ?? rowOfFile(kept, id),
      alike: new AlikeIndex(ground.present.map(identified), areaPrefix(ground.prefixNames)),
      byKey: new Map(
        ground.present.flatMap(({ id, properties }) => {
          const key = rowKey(ground.table, properties)
          return key === null ? [] : [[key, id]]
        }),
      ),
    },
    isOfFile: (id) => atOf(id) !== null,
    standIns: missing.map(({ name }) => name),
  }
}

/** A row further up in the file, as it is to be written. */
function rowOfFile(kept: ImportFile, id: string): RowFeature | null {
  const at = atOf(id)
  const order = at === null ? null : kept.verdictAt(at)?.order
  return order ? { ...(order.draft as AnyDraft), id } : null
}

type Around = Pick<Judging, 'kept' | 'ground' | 'choices'> & { columns: FileColumns }

function judgeOne(row: KeptRow, by: Judges, around: Around): void {
  const { kept, ground, choices, columns } = around
  const decision = choices.decisions[row.line] ?? choices.forRest
  const verdict = laidOverFile(judgeRow(row.cells, by, decision, row.geometry), kept)
  const isWritten = verdict.kind === 'new' || verdict.kind === 'changed'
  const draft = 'draft' in verdict ? verdict.draft : null
  const id = verdict.kind === 'changed' ? verdict.id : null
  kept.putVerdict({
    at: row.at,
    line: row.line,
    verdict: verdict.kind === 'new' && verdict.tidied.length > 0 ? 'tidied' : verdict.kind,
    lngLat: pointOf(draft),
    order: isWritten ? { id, seen: seenIn(verdict), draft } : null,
    shown: shownRow(row, verdict, {
      table: ground.table,
      columns,
      known: ground.known,
      byId: by.present.byId,
      decision,
    }),
  })
  if (verdict.kind !== 'new') return
  by.present.alike.add(identifiedDraft(row, verdict.draft))
  const key = rowKey(ground.table, verdict.draft.properties)
  if (key !== null && !by.present.byKey.has(key)) by.present.byKey.set(key, fileId(row))
}

/** A row that is one further up in the file goes into that one. */
function laidOverFile(verdict: RowVerdict, kept: ImportFile): RowVerdict {
  if (verdict.kind !== 'changed') return verdict
  const at = atOf(verdict.id)
  const above = at === null ? null : kept.verdictAt(at)
  if (!above?.order) return verdict
  const { draft } = verdict
  kept.putVerdict({ ...above, lngLat: pointOf(draft), order: { ...above.order, draft } })
  return { kind: 'skipped', id: verdict.id }
}

/** How the row was that changes; it is not to have become another until this is written. */
const seenIn = (verdict: RowVerdict) =>
  verdict.kind === 'changed' ? fingerprintOf(verdict.before) : null

function identifiedDraft(row: KeptRow, draft: AnyDraft): Identified {
  return identified({ ...draft, id: fileId(row) })
}

function pointOf(draft: AnyDraft | null): readonly [number, number] | null {
  const corner = draft?.geometry ? firstCorner(draft.geometry as Geometry) : null
  return corner && [Number(corner[0]), Number(corner[1])]
}
