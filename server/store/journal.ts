// Who changed what, when and why; and what the base would change but a person's edit stands against.
//
// Three tables beside the layers, in the working copy only:
//   history    one line per change, written in the transaction of the change
//   base_rows  what each row was when it last came from the base, so that an edit shows, whoever made it
//   proposals  the newer base's rows that an edit kept out, the latest per row
import type Database from 'better-sqlite3'
import { addAttributesTable } from '#server/store/geopackage.ts'
import { camel, type Row } from '#server/store/rows.ts'

export type Entry = {
  who: string | null
  what: 'insert' | 'update' | 'delete'
  tableName: string
  rowId: string
  why: string | null
  /** JSON of the row on both sides; null where there was or is none, or the base tells it. */
  before: string | null
  after: string | null
}

export type ProposalRow = {
  tableName: string
  rowId: string
  kind: 'change' | 'removal'
  /** JSON list of the newer base's rows; empty for a removal. */
  document: string
  baseHash: string
  proposedAt: string
}

const TABLES = {
  history: ['changed_at', 'who', 'what', 'table_name', 'row_id', 'why', 'before', 'after'],
  base_rows: ['table_name', 'row_id', 'base', 'stored'],
  proposals: ['table_name', 'row_id', 'kind', 'document', 'base_hash', 'proposed_at'],
}

/** Makes the tables that are missing. */
export function prepareJournal(database: Database.Database): void {
  const exists = database.prepare(
    `SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ?`,
  )
  for (const [table, columns] of Object.entries(TABLES)) {
    if (exists.get(table)) continue
    addAttributesTable(
      database,
      table,
      columns.map((name) => ({ name, type: 'TEXT' })),
    )
    if (table === 'history') continue
    database.exec(`CREATE UNIQUE INDEX main."${table}_by_row" ON "${table}" (table_name, row_id)`)
  }
}

export function record(database: Database.Database, entry: Entry): void {
  database
    .prepare(
      'INSERT INTO history (changed_at, who, what, table_name, row_id, why, before, after) VALUES (?,?,?,?,?,?,?,?)',
    )
    .run(
      new Date().toISOString(),
      entry.who,
      entry.what,
      entry.tableName,
      entry.rowId,
      entry.why,
      entry.before,
      entry.after,
    )
}

export function propose(database: Database.Database, proposal: ProposalRow): void {
  database
    .prepare(
      'INSERT OR REPLACE INTO proposals (table_name, row_id, kind, document, base_hash, proposed_at) VALUES (?,?,?,?,?,?)',
    )
    .run(
      proposal.tableName,
      proposal.rowId,
      proposal.kind,
      proposal.document,
      proposal.baseHash,
      proposal.proposedAt,
    )
}

export function withdraw(database: Database.Database, tableName: string, rowId: string): void {
  database
    .prepare('DELETE FROM proposals WHERE table_name = ? AND row_id = ?')
    .run(tableName, rowId)
}

/** Rows of a journal table, oldest first, in camelCase. */
export function journalOf<T>(database: Database.Database, table: 'history' | 'proposals'): T[] {
  const rows = database.prepare(`SELECT * FROM ${table} ORDER BY fid`).all() as Row[]
  return rows.map(
    ({ fid: _, ...row }) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as T,
  )
}
