// What does somebody see of a row of a file: what was wrong, what was tidied, what changes, which rows it may be?
import type { Alike } from '#geodata/analysis/importing/alike.ts'
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import type { Nameables } from '#geodata/analysis/importing/cell-value.ts'
import type { FileColumns } from '#geodata/analysis/importing/file-columns.ts'
import { columnsOf, type ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import type { CellChange, RowFault, RowVerdict } from '#geodata/analysis/importing/judge-row.ts'
import { PLACE_FIELD, sideOf } from '#geodata/analysis/importing/merge-rows.ts'
import { placeWords, valueWords } from '#geodata/analysis/importing/value-words.ts'
import type { AnyDraft } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import type { ImportAlike, ImportDecision, ImportRow } from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { lineOf } from '#server/imports/file-id.ts'
import type { KeptRow } from '#server/store/import-file.ts'

export type ShownRow = Omit<ImportRow, 'line' | 'verdict' | 'lngLat'>

export type ShownBy = {
  table: ImportTableId
  columns: FileColumns
  known: Nameables
  byId: (id: string) => RowFeature | null
  decision: ImportDecision | null
}

const PLACE_WORDS = { zh: '位置', en: 'Place' }
const MOST_NAME = 200
/** Of a table without names: its first columns say which row it is. */
const TOLD_COLUMNS = 4

export function shownRow(row: KeptRow, verdict: RowVerdict, by: ShownBy): ShownRow {
  const draft = 'draft' in verdict ? verdict.draft : null
  return {
    name: nameOf(row, draft, by),
    faults: verdict.kind === 'refused' ? verdict.faults.map((fault) => shownFault(fault, by)) : [],
    tidied: 'tidied' in verdict ? verdict.tidied.map((change) => shownTidied(change, by)) : [],
    changes: verdict.kind === 'changed' ? changesOf(verdict.before, verdict.draft, by) : [],
    alike:
      verdict.kind === 'doubtful'
        ? verdict.alike.map((one) => shownAlike(one, verdict.draft, by))
        : [],
    decision: by.decision,
    rowId: 'id' in verdict ? verdict.id : null,
  }
}

function nameOf({ cells }: KeptRow, draft: AnyDraft | null, { columns }: ShownBy): string {
  const { nameZh } = draft?.properties ?? {}
  if (typeof nameZh === 'string') return nameZh
  const named = columns.filled.find(({ column }) => column.name === 'nameZh')
  const told = named ? [named] : columns.filled.slice(0, TOLD_COLUMNS)
  const texts = told.map(({ at }) => cellText(cells[at])).filter(Boolean)
  return texts.join(' · ').slice(0, MOST_NAME)
}

function columnOf(name: string, { table }: ShownBy): ImportColumn | undefined {
  return columnsOf(table).find((column) => column.name === name)
}

/** What the file calls the column, else what the atlas does. */
function headerOf(name: string, by: ShownBy): Bilingual {
  const { filled, headers } = by.columns
  const inFile = filled.find(({ column }) => column.name === name)
  const header = inFile && headers[inFile.at]?.header
  if (header) return { zh: header, en: header }
  if (name.startsWith('place.')) return PLACE_WORDS
  return columnOf(name, by)?.words ?? { zh: name, en: name }
}

function shownFault({ column, came, fits }: RowFault, by: ShownBy): ShownRow['faults'][number] {
  return { column, header: column === null ? null : headerOf(column, by), came, fits }
}

function shownTidied(
  { column: name, came, value, why }: CellChange,
  by: ShownBy,
): ShownRow['tidied'][number] {
  const became = wordsIn(name, value, by) ?? { zh: '', en: '' }
  return { column: name, header: headerOf(name, by), came, became, why }
}

function wordsIn(name: string, value: unknown, by: ShownBy): Bilingual | null {
  const column = columnOf(name, by)
  return column ? valueWords(column, value, by.known) : null
}

type Placed = { geometry?: unknown; properties: Record<string, unknown> }

/** The fields in which two rows differ, and the place. */
function pairsOf(there: Placed, file: Placed, by: ShownBy) {
  const fields = Object.keys(file.properties).filter((name) => name !== 'coordPrecision')
  const pairs = fields.map((field) => ({
    field,
    words: columnOf(field, by)?.words ?? { zh: field, en: field },
    was: wordsIn(field, there.properties[field], by),
    fresh: wordsIn(field, file.properties[field], by),
  }))
  pairs.splice(1, 0, {
    field: PLACE_FIELD,
    words: PLACE_WORDS,
    was: placeWords(there.geometry, there.properties.coordPrecision),
    fresh: placeWords(file.geometry, file.properties.coordPrecision),
  })
  return pairs
}

function changesOf(before: RowFeature, draft: AnyDraft, by: ShownBy): ShownRow['changes'] {
  return pairsOf(before, draft, by)
    .filter(({ was, fresh }) => was?.zh !== fresh?.zh)
    .map(({ words, was, fresh }) => ({ words, was, becomes: fresh }))
}

function shownAlike(alike: Alike, draft: AnyDraft, by: ShownBy): ImportAlike {
  const there = by.byId(alike.id)
  const { nameZh, nameEn } = there?.properties ?? {}
  const name = { zh: String(nameZh ?? alike.id), en: String(nameEn ?? nameZh ?? alike.id) }
  const fields = there
    ? pairsOf(there, draft, by)
        .filter(({ was, fresh }) => was !== null || fresh !== null)
        .map(({ field, words, was, fresh }) => ({
          field,
          words,
          there: was,
          file: fresh,
          side: sideOf(field, there, draft),
        }))
    : []
  return { ...alike, line: lineOf(alike.id), name, fields }
}
