// How is a change put back, when nobody has changed its rows since, or all of it but the rows that somebody has?
import { EDITABLE, isEditable } from '#geodata/contract/editable/editable.ts'
import type { ChangedRow } from '#geodata/contract/history.ts'
import { atomically, type Ending, put, written } from '#server/store/sqlite/edits.ts'
import { type By, changeOf, type Line, type StoredLine } from '#server/store/sqlite/journal.ts'
import { danglingIn, dependentsOf } from '#server/store/sqlite/references.ts'
import {
  documentOf,
  type RowDocument,
  rowAt,
  sameDocument,
} from '#server/store/sqlite/row-document.ts'
import { collectionOf } from '#server/store/sqlite/rows.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'
import { takenIn } from '#server/store/sqlite/taken.ts'

/**
 * A change of its own, whose id is in the history; undoing that one does the first again. `keepsChanged`: rows that were
 * changed since stay as they are, unless none is left to put back.
 */
export function undo(tables: Tables, changeId: string, by: By, keepsChanged: boolean): Ending {
  return atomically(tables, () => {
    const lines = changeOf(tables.database, changeId)
    if (lines.length === 0) return { kind: 'missing' }
    if (lines.some(isFixed)) return { kind: 'fixed' }
    const done: (Line | null)[] = []
    const putBack: StoredLine[] = []
    const kept = new Map<string, ChangedRow>()
    for (const line of lines.toReversed()) {
      const { tableName, rowId, before, after } = line
      const key = `${tableName} ${rowId}`
      const row = rowAt(tables.database, tableName, tables.columns(tableName), rowId)
      const present = row && documentOf(row)
      if (kept.has(key) || !sameDocument(present, after)) {
        const name = present ?? after ?? before
        if (!kept.has(key)) kept.set(key, changedRow(collectionOf(tableName), rowId, name))
        continue
      }
      done.push(put(tables, tableName, row, before))
      putBack.push(line)
    }
    const [first] = kept.values()
    if (first && putBack.length === 0) {
      return { kind: 'stale', collection: first.collection, id: first.id }
    }
    if (first && !keepsChanged) {
      return { kind: 'rows-changed', rows: [...kept.values()], left: putBack.length }
    }
    return loose(tables, putBack) ?? written(tables, { ...by, undoes: changeId }, done)
  })
}

/** By what name a reader knows it; by its id where it has none. */
function changedRow(collection: string, id: string, row: RowDocument | null): ChangedRow {
  const [zh, en] = isEditable(collection) ? EDITABLE[collection].named : ['', '']
  const nameZh = String(row?.properties[zh] ?? id)
  return { collection, id, nameZh, nameEn: String(row?.properties[en] ?? nameZh) }
}

/** What the rows put back or taken away would leave without its other end. */
function loose(tables: Tables, lines: StoredLine[]): Ending | null {
  const dependents = lines
    .filter(({ before }) => before === null)
    .flatMap(({ tableName, rowId }) => dependentsOf(tables, collectionOf(tableName), rowId))
  if (dependents.length > 0) return { kind: 'depended', dependents }
  const errors = lines.flatMap(({ tableName, before, after }) =>
    before
      ? [
          ...danglingIn(tables, tableName, before, after),
          ...takenIn(tables, tableName, before, after),
        ]
      : [],
  )
  return errors.length > 0 ? { kind: 'refused', errors } : null
}

/** Nobody did it, or nobody knows what was there before. */
function isFixed({ who, what, before }: StoredLine): boolean {
  return who === null || what === 'refuse' || (before === null && what !== 'insert')
}
