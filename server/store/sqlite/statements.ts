// Which statements are said with Kysely, and which in SQL?
//
// Kysely says what reads and writes rows, documents, history, proposals and memories: select, insert,
// update, delete. What makes the file, changes the shape of a table or asks SQLite itself (schema,
// triggers, pragma, an attached base, the tables of the GeoPackage standard, tiles) is SQL, and so are the
// few expressions Kysely has no words for. Kysely only builds: the driver runs the statement at once, so
// that a change stays one transaction that nothing can come between.
import type Database from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  type SqlBool,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Row } from '#server/store/sqlite/rows.ts'

/** Tables are known by name alone: what columns they have, the base says. */
export type Named = Record<string, Row>

export const build = new Kysely<Named>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Of each connection, by their text: to prepare one takes longer than most take to run. */
const prepared = new WeakMap<Database.Database, LRUCache<string, Database.Statement>>()
const MOST_PREPARED = 500

function statement(database: Database.Database, text: string): Database.Statement {
  const known = prepared.get(database) ?? new LRUCache({ max: MOST_PREPARED })
  prepared.set(database, known)
  const found = known.get(text) ?? database.prepare(text)
  known.set(text, found)
  return found
}

export function allOf<T = Row>(database: Database.Database, query: Compilable): T[] {
  const { sql, parameters } = query.compile()
  return statement(database, sql).all(...parameters) as T[]
}

/** The first row, also of what a statement returns that writes it. */
export function firstOf<T = Row>(database: Database.Database, query: Compilable): T | null {
  const { sql, parameters } = query.compile()
  return (statement(database, sql).get(...parameters) as T | undefined) ?? null
}

export function run(database: Database.Database, query: Compilable): void {
  const { sql, parameters } = query.compile()
  statement(database, sql).run(...parameters)
}

/** The row made of these cells, in the place of another or as a new one. */
export function putRow(
  database: Database.Database,
  table: string,
  cells: Row,
  fid: unknown = null,
): Row {
  const query =
    fid === null
      ? build.insertInto(table).values(cells).returningAll()
      : build.updateTable(table).set(cells).where('fid', '=', fid).returningAll()
  const row = firstOf(database, query)
  if (!row) throw new Error(`Nothing was written to ${table}; a row was expected.`)
  return row
}

/** Places in the layer whose boxes meet this one. */
export function meeting(table: string, box: readonly [number, number, number, number]) {
  const [west, south, east, north] = box
  return build
    .selectFrom(`rtree_${table}_geom`)
    .select('id')
    .where('maxx', '>=', west)
    .where('minx', '<=', east)
    .where('maxy', '>=', south)
    .where('miny', '<=', north)
}

const EDGES = [
  ['minx', 'min', 'ST_MinX'],
  ['miny', 'min', 'ST_MinY'],
  ['maxx', 'max', 'ST_MaxX'],
  ['maxy', 'max', 'ST_MaxY'],
] as const

/**
 * How far the places in the layer reach to the west, south, east and north; null without any. The index
 * rounds, so it only says of whom the exact edge is asked.
 */
export function edgesOf(table: string) {
  const index = sql.id(`rtree_${table}_geom`)
  return EDGES.map(([column, outermost, exact]) => {
    const [edge, most] = [sql.id(column), sql.raw(outermost)]
    const farthest = sql<number>`SELECT id FROM ${index} WHERE ${edge} = (SELECT ${most}(${edge}) FROM ${index})`
    return build
      .selectFrom(table)
      .select(sql<number | null>`${most}(${sql.raw(exact)}(geom))`.as('degrees'))
      .where(sql<SqlBool>`fid IN (${farthest})`)
  })
}
