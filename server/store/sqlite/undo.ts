// How is a change put back, when nobody has changed its rows since?
import { atomically, type Ending, put, written } from '#server/store/sqlite/edits.ts'
import { type By, changeOf, type StoredLine } from '#server/store/sqlite/journal.ts'
import { danglingIn, dependentsOf } from '#server/store/sqlite/references.ts'
import { documentOf, rowAt, sameDocument } from '#server/store/sqlite/row-document.ts'
import { collectionOf } from '#server/store/sqlite/rows.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'
import { takenIn } from '#server/store/sqlite/taken.ts'

/** A change of its own, whose id is in the history; undoing that one does the first again. */
export function undo(tables: Tables, changeId: string, by: By): Ending {
  return atomically(tables, () => {
    const lines = changeOf(tables.database, changeId)
    if (lines.length === 0) return { kind: 'missing' }
    if (lines.some(isFixed)) return { kind: 'fixed' }
    const done = []
    for (const { tableName, rowId, before, after } of lines.toReversed()) {
      const present = rowAt(tables.database, tableName, tables.columns(tableName), rowId)
      if (!sameDocument(present && documentOf(present), after)) {
        return { kind: 'stale', collection: collectionOf(tableName), id: rowId }
      }
      done.push(put(tables, tableName, present, before))
    }
    return loose(tables, lines) ?? written(tables, { ...by, undoes: changeId }, done)
  })
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
