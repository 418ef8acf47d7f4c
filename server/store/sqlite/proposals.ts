// What a newer base would change where an edit stands: taken over, or turned down.
import type { FieldError } from '#geodata/contract/problem.ts'
import type { Seen } from '#server/store/row-store.ts'
import {
  atomically,
  detached,
  type Ending,
  put,
  wasSeen,
  written,
} from '#server/store/sqlite/edits.ts'
import { type By, type Line, proposalsOf, record, withdraw } from '#server/store/sqlite/journal.ts'
import { dependentsOf } from '#server/store/sqlite/references.ts'
import { documentOf, type RowDocument, rowAt } from '#server/store/sqlite/row-document.ts'
import { collectionOf, fingerprint, NOTHING, type Row } from '#server/store/sqlite/rows.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'
import { takenIn } from '#server/store/sqlite/taken.ts'
import { keepMemory, memoryOf, unitAt, WHOLE_TABLE } from '#server/store/sqlite/units.ts'

export type Answer = { tableName: string; rowId: string; by: By }

/** The row becomes what the base says, and follows the base from now on. */
export function acceptProposal(
  tables: Tables,
  { tableName, rowId, by, seen, detach }: Answer & { seen: Seen; detach: boolean },
): Ending {
  return atomically(tables, () => {
    const proposal = proposalAt(tables, tableName, rowId)
    if (!proposal) return { kind: 'missing' }
    const { database } = tables
    const held = unitAt(database, tableName, tables.columns(tableName), rowId)
    const collection = collectionOf(tableName)
    if (seen !== 'anything' && !wasSeen(held[0] ?? null, seen)) {
      return { kind: 'stale', collection, id: rowId }
    }
    const offered = proposal.map(({ fid: _, ...document }) => document)
    const lines: (Line | null)[] = []
    if (rowId === WHOLE_TABLE) {
      for (const row of held) lines.push(put(tables, tableName, row, null))
      for (const document of offered) lines.push(put(tables, tableName, null, document))
    } else {
      const dependents = offered.length === 0 ? dependentsOf(tables, collection, rowId) : []
      if (dependents.length > 0 && !detach) return { kind: 'depended', dependents }
      const errors = againstProposal(tables, tableName, held[0] ?? null, offered[0] ?? null)
      if (errors.length > 0) return { kind: 'refused', errors }
      lines.push(put(tables, tableName, held[0] ?? null, offered[0] ?? null))
      if (offered.length === 0) lines.push(...detached(tables, collection, rowId))
    }
    const base = memoryOf(database, tableName, rowId)?.base ?? NOTHING
    const stored = fingerprint(unitAt(database, tableName, tables.columns(tableName), rowId))
    keepMemory(database, tableName, rowId, { base, stored })
    withdraw(database, tableName, rowId)
    return written(tables, by, lines)
  })
}

/** The edit stands; there is a new proposal when the base changes once more. */
export function refuseProposal(tables: Tables, { tableName, rowId, by }: Answer): Ending {
  return atomically(tables, () => {
    if (!proposalAt(tables, tableName, rowId)) return { kind: 'missing' }
    withdraw(tables.database, tableName, rowId)
    const row = rowOf(tables, tableName, rowId)
    const document = row && documentOf(row)
    const line: Line = { what: 'refuse', tableName, rowId, before: document, after: document }
    return { kind: 'written', changeId: record(tables.database, by, [line]) }
  })
}

/** Values of what the base offers that another row has: it cannot be taken over before one of the two is corrected. */
export function againstProposal(
  tables: Tables,
  tableName: string,
  held: Row | null,
  offered: RowDocument | null,
): FieldError[] {
  return offered ? takenIn(tables, tableName, offered, held && documentOf(held)) : []
}

function rowOf(tables: Tables, tableName: string, rowId: string): Row | null {
  if (rowId === WHOLE_TABLE) return null
  return rowAt(tables.database, tableName, tables.columns(tableName), rowId)
}

function proposalAt(tables: Tables, tableName: string, rowId: string): RowDocument[] | null {
  const proposal = proposalsOf(tables.database).find(
    (one) => one.tableName === tableName && one.rowId === rowId,
  )
  return proposal ? (JSON.parse(proposal.document) as RowDocument[]) : null
}
