// Who changed what, when and why; and what the base would change but a person's edit stands against.
//
// Three tables beside the layers, in the working copy only:
//   history    one line per changed row, written in the transaction of the change
//   base_rows  what each row was when it last came from the base, so that an edit shows, whoever made it
//   proposals  the newer base's rows that an edit kept out, the latest per row
//
// Lines of one change share its id, which is the place of its first line: ids grow with time.
import type Database from 'better-sqlite3'
import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { addAttributesTable } from '#server/store/sqlite/geopackage.ts'
import type { RowDocument } from '#server/store/sqlite/row-document.ts'
import { camel, type Row } from '#server/store/sqlite/rows.ts'
import { allOf, build, firstOf, type Named, run } from '#server/store/sqlite/statements.ts'

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
  /** At most so many lines of each change. */
  rows?: number
}

/** How many lines of a kind a change has. */
export type Counted = { changeId: string; what: Line['what']; count: number }

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
  // Lines of a change are counted and paged through without a look at what they hold.
  database.exec(
    'CREATE INDEX IF NOT EXISTS main.history_by_change ON history (change_id, table_name, what)',
  )
}

/** Writes one change down, all its lines; its id. */
export function record(database: Database.Database, by: By, lines: readonly Line[]): string {
  const newest = build.selectFrom('history').select(({ fn }) => fn.max('fid').as('fid'))
  const changeId = String(Number(firstOf(database, newest)?.fid ?? 0) + 1)
  const changedAt = new Date().toISOString()
  for (const { what, tableName, rowId, before, after } of lines) {
    const cells = {
      changed_at: changedAt,
      who: by.who,
      what,
      table_name: tableName,
      row_id: rowId,
      why: by.why,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
      change_id: changeId,
      undoes: by.undoes ?? null,
    }
    run(database, build.insertInto('history').values(cells))
  }
  return changeId
}

/** By the last change that took it back, where that one stands. */
export function isUndone(database: Database.Database, changeId: string): boolean {
  const last = firstOf<{ change_id: string }>(
    database,
    build
      .selectFrom('history')
      .select('change_id')
      .where('undoes', '=', changeId)
      .orderBy('fid', 'desc')
      .limit(1),
  )
  return last !== null && !isUndone(database, last.change_id)
}

/** Lines of the newest changes, newest first; no change is cut in two but by `rows`, which leaves its first lines. */
export function historyOf(database: Database.Database, query: HistoryQuery = {}): StoredLine[] {
  const wanted = build
    .selectFrom('history')
    .where(fitting(query))
    .where('change_id', 'in', newestOf(query))
  const lines =
    query.rows === undefined
      ? wanted.selectAll()
      : build.selectFrom('history').selectAll().where('fid', 'in', firstLines(wanted, query.rows))
  return allOf(database, lines.orderBy('fid', 'desc')).map(lineOf)
}

/** How many lines of each kind the changes have that `historyOf` tells of. */
export function countsOf(database: Database.Database, query: HistoryQuery = {}): Counted[] {
  const counted = build
    .selectFrom('history')
    .select(({ fn }) => ['change_id', 'what', fn.countAll().as('count')])
    .where(fitting(query))
    .where('change_id', 'in', newestOf(query))
    .groupBy(['change_id', 'what'])
  return allOf(database, counted).map((row) => named<Counted>(row))
}

const fitting =
  ({ tableName, rowId, before }: HistoryQuery) =>
  (eb: ExpressionBuilder<Named, 'history'>) =>
    eb.and([
      ...(tableName === undefined ? [] : [eb('table_name', '=', tableName)]),
      ...(rowId === undefined ? [] : [eb('row_id', '=', rowId)]),
      ...(before === undefined ? [] : [eb('fid', '<', Number(before))]),
    ])

const newestOf = (query: HistoryQuery) =>
  build
    .selectFrom('history')
    .select('change_id')
    .distinct()
    .where(fitting(query))
    .orderBy('fid', 'desc')
    .limit(query.limit ?? -1)

/** The places of at most so many lines of each change. */
const firstLines = (wanted: SelectQueryBuilder<Named, 'history', object>, rows: number) =>
  build
    .selectFrom(
      wanted
        .select(({ fn }) => [
          'fid',
          fn
            .agg<number>('row_number')
            .over((window) => window.partitionBy('change_id').orderBy('fid'))
            .as('place'),
        ])
        .as('numbered'),
    )
    .select('fid')
    .where('place', '<=', rows)

/** The row as the history last tells it; 'base' where it says nothing, or that a base put it there. */
export function documentAt(
  database: Database.Database,
  tableName: string,
  rowId: string,
): RowDocument | null | 'base' {
  const last = build
    .selectFrom('history')
    .selectAll()
    .where('table_name', '=', tableName)
    .where('row_id', '=', rowId)
    .orderBy('fid', 'desc')
    .limit(1)
  const row = firstOf(database, last)
  return row === null || row.who === null ? 'base' : lineOf(row).after
}

/** The lines of one change in the order in which they were done. */
export function changeOf(database: Database.Database, changeId: string): StoredLine[] {
  const lines = build
    .selectFrom('history')
    .selectAll()
    .where('fid', '>=', Number(changeId))
    .where('change_id', '=', changeId)
    .orderBy('fid')
  return allOf(database, lines).map(lineOf)
}

/** Some lines of one change in that order, and how many there are. */
export function someOf(
  database: Database.Database,
  changeId: string,
  { tableName, offset, limit }: { tableName?: string; offset: number; limit: number },
): { lines: StoredLine[]; matched: number } {
  const fits = (eb: ExpressionBuilder<Named, 'history'>) =>
    eb.and([
      eb('change_id', '=', changeId),
      ...(tableName === undefined ? [] : [eb('table_name', '=', tableName)]),
    ])
  const lines = build
    .selectFrom('history')
    .selectAll()
    .where(fits)
    .orderBy('fid')
    .limit(limit)
    .offset(offset)
  const all = build
    .selectFrom('history')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(fits)
  const matched = Number(firstOf(database, all)?.count ?? 0)
  return { lines: allOf(database, lines).map(lineOf), matched }
}

function lineOf(row: Row): StoredLine {
  const document = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : null)
  const { fid: _, before, after, ...rest } = row
  return { ...named<StoredLine>(rest), before: document(before), after: document(after) }
}

export function propose(database: Database.Database, proposal: ProposalRow): void {
  const cells = {
    table_name: proposal.tableName,
    row_id: proposal.rowId,
    kind: proposal.kind,
    document: proposal.document,
    base_hash: proposal.baseHash,
    proposed_at: proposal.proposedAt,
  }
  run(database, build.insertInto('proposals').orReplace().values(cells))
}

export function withdraw(database: Database.Database, tableName: string, rowId: string): void {
  const proposal = build
    .deleteFrom('proposals')
    .where('table_name', '=', tableName)
    .where('row_id', '=', rowId)
  run(database, proposal)
}

/** What waits to be accepted or refused, oldest first. */
export function proposalsOf(database: Database.Database): ProposalRow[] {
  const rows = allOf(database, build.selectFrom('proposals').selectAll().orderBy('fid'))
  return rows.map(({ fid: _, ...row }) => named<ProposalRow>(row))
}

function named<T>(row: Row): T {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as T
}
