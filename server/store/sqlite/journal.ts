// Who changed what, when and why; and what the base would change but a person's edit stands against.
//
// Three tables beside the layers, in the working copy only:
//   history    one line per changed row, written in the transaction of the change
//   base_rows  what each row was when it last came from the base, so that an edit shows, whoever made it
//   proposals  the newer base's rows that an edit kept out, the latest per row
//
// Lines of one change share its id, which is the place of its first line: ids grow with time.
import type Database from 'better-sqlite3'
import { addAttributesTable } from '#server/store/sqlite/geopackage.ts'
import type { RowDocument } from '#server/store/sqlite/row-document.ts'
import { camel, type Row } from '#server/store/sqlite/rows.ts'

/** Who answers for a change; `who` is null for a newer base. */
export type By = { who: string | null; why: string; undoes?: string }

export type Line = {
  what: 'insert' | 'update' | 'delete' | 'refuse'
  tableName: string
  rowId: string
  /** Null where there was or is none, or where the base tells it. */
  before: RowDocument | null
  after: RowDocument | null
}

export type StoredLine = Line & {
  changeId: string
  changedAt: string
  who: string | null
  why: string | null
  undoes: string | null
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

export type HistoryQuery = {
  tableName?: string
  rowId?: string
  /** Only changes older than this one. */
  before?: string
  limit?: number
}

const TABLES = {
  history: [
    'changed_at',
    'who',
    'what',
    'table_name',
    'row_id',
    'why',
    'before',
    'after',
    'change_id',
    'undoes',
  ],
  base_rows: ['table_name', 'row_id', 'base', 'stored'],
  proposals: ['table_name', 'row_id', 'kind', 'document', 'base_hash', 'proposed_at'],
}

/** Makes the tables and columns that are missing. */
export function prepareJournal(database: Database.Database): void {
  for (const [table, columns] of Object.entries(TABLES)) {
    const known = database.prepare(`PRAGMA main.table_info("${table}")`).all() as { name: string }[]
    if (known.length === 0) {
      addAttributesTable(
        database,
        table,
        columns.map((name) => ({ name, type: 'TEXT' })),
      )
      if (table === 'history') continue
      database.exec(`CREATE UNIQUE INDEX main."${table}_by_row" ON "${table}" (table_name, row_id)`)
      continue
    }
    for (const column of columns) {
      if (known.some(({ name }) => name === column)) continue
      database.exec(`ALTER TABLE main."${table}" ADD COLUMN "${column}" TEXT`)
    }
  }
  database.exec('CREATE INDEX IF NOT EXISTS main.history_by_row ON history (table_name, row_id)')
  // Until then every line was a change of its own.
  database.exec('UPDATE main.history SET change_id = fid WHERE change_id IS NULL')
}

/** Writes one change down, all its lines; its id. */
export function record(database: Database.Database, by: By, lines: readonly Line[]): string {
  const last = database.prepare('SELECT max(fid) FROM history').pluck().get() as number | null
  const changeId = String((last ?? 0) + 1)
  const insert = database.prepare(
    'INSERT INTO history (changed_at, who, what, table_name, row_id, why, before, after, change_id, undoes) VALUES (?,?,?,?,?,?,?,?,?,?)',
  )
  const changedAt = new Date().toISOString()
  for (const { what, tableName, rowId, before, after } of lines) {
    insert.run(
      changedAt,
      by.who,
      what,
      tableName,
      rowId,
      by.why,
      before && JSON.stringify(before),
      after && JSON.stringify(after),
      changeId,
      by.undoes ?? null,
    )
  }
  return changeId
}

/** Lines of the newest changes, newest first; no change is cut in two. */
export function historyOf(database: Database.Database, query: HistoryQuery = {}): StoredLine[] {
  const parts: string[] = []
  const values: string[] = []
  const when = (sql: string, value: string | undefined) => {
    if (value === undefined) return
    parts.push(sql)
    values.push(value)
  }
  when('table_name = ?', query.tableName)
  when('row_id = ?', query.rowId)
  when('fid < CAST(? AS INTEGER)', query.before)
  const where = parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : ''
  const newest = `SELECT DISTINCT change_id FROM history ${where} ORDER BY fid DESC LIMIT ?`
  const rows = database
    .prepare(
      `SELECT * FROM history ${where ? `${where} AND` : 'WHERE'} change_id IN (${newest}) ORDER BY fid DESC`,
    )
    .all(...values, ...values, query.limit ?? -1) as Row[]
  return rows.map(lineOf)
}

/** The row as the history last tells it; 'base' where it says nothing, or that a base put it there. */
export function documentAt(
  database: Database.Database,
  tableName: string,
  rowId: string,
): RowDocument | null | 'base' {
  const row = database
    .prepare('SELECT * FROM history WHERE table_name = ? AND row_id = ? ORDER BY fid DESC LIMIT 1')
    .get(tableName, rowId) as Row | undefined
  return row === undefined || row.who === null ? 'base' : lineOf(row).after
}

/** The lines of one change in the order in which they were done. */
export function changeOf(database: Database.Database, changeId: string): StoredLine[] {
  const rows = database
    .prepare('SELECT * FROM history WHERE fid >= CAST(? AS INTEGER) AND change_id = ? ORDER BY fid')
    .all(changeId, changeId) as Row[]
  return rows.map(lineOf)
}

function lineOf(row: Row): StoredLine {
  const document = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : null)
  const { fid: _, before, after, ...rest } = row
  return { ...named<StoredLine>(rest), before: document(before), after: document(after) }
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

/** What waits to be accepted or refused, oldest first. */
export function proposalsOf(database: Database.Database): ProposalRow[] {
  const rows = database.prepare('SELECT * FROM proposals ORDER BY fid').all() as Row[]
  return rows.map(({ fid: _, ...row }) => named<ProposalRow>(row))
}

function named<T>(row: Row): T {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as T
}
