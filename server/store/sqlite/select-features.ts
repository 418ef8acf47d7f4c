// Which rows of a collection answer a query, and what does each say?
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ReadableId } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { QueryableKind, Queryables } from '#geodata/formats/cql2/check.ts'
import type { Cursor, Query, TaggedRow } from '#server/store/row-store.ts'
import { conditionIn, GEOMETRY } from '#server/store/sqlite/filter-sql.ts'
import { rowAt } from '#server/store/sqlite/row-document.ts'
import {
  camel,
  fingerprint,
  LIST_COLUMNS,
  NEVER_SHOWN,
  type Row,
  snake,
  tableOf,
  toFeature,
  toProperties,
} from '#server/store/sqlite/rows.ts'
import { allOf, build, edgesOf, firstOf, meeting } from '#server/store/sqlite/statements.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'
import { rowsIn } from '#server/store/sqlite/units.ts'

const SEARCHED = /name|label|products|description|note|source|anchor|host|field|metric|clause/

/** Counted when read, in SQL over the row at hand. */
const COUNTED: Partial<Record<ReadableId, Record<string, RawBuilder<number | null>>>> = {
  parks: {
    company_count: sql`(SELECT count(*) FROM companies WHERE park_id = parks.id)`,
    plant_output_vehicles: sql`(SELECT sum(plants.output_vehicles) FROM plants
      JOIN companies ON companies.id = plants.company_id
      WHERE plants.row_type = 'plant' AND companies.park_id = parks.id)`,
  },
}

/** Every column, and what is counted in other tables in the place of a column of that name. */
function shownOf({ columns }: Tables, collection: ReadableId) {
  const table = tableOf(collection)
  const counted = COUNTED[collection] ?? {}
  const own = columns(table).filter((name) => !(name in counted))
  return build
    .selectFrom(table)
    .select([
      ...own.map((name) => sql`${sql.id(name)}`.as(name)),
      ...Object.entries(counted).map(([name, count]) => count.as(name)),
    ])
    .as('shown')
}

/** What the query asks of a row, each part of it. */
function asked({ columns }: Tables, collection: ReadableId, query: Query): Expression<SqlBool>[] {
  const table = tableOf(collection)
  const parts: Expression<SqlBool>[] = []
  if (query.bbox) {
    const boxes = columns(table).includes('geom') ? withoutDateLine(query.bbox) : []
    const near = boxes.map((box) => sql<SqlBool>`fid IN ${meeting(table, box)}`)
    parts.push(near.length > 0 ? sql<SqlBool>`(${sql.join(near, sql` OR `)})` : sql`FALSE`)
  }
  if (query.q) {
    const pattern = `%${literally(query.q)}%`
    const found = columns(table)
      .filter((name) => SEARCHED.test(name))
      .map((name) => sql`${sql.id(name)} LIKE ${pattern} ESCAPE '\\'`)
    parts.push(sql<SqlBool>`(${sql.join(found, sql` OR `)})`)
  }
  for (const [property, values] of Object.entries(query.filters ?? {})) {
    parts.push(oneOf(snake(property), values))
  }
  if (query.where !== undefined) parts.push(conditionIn(table, query.where))
  return parts
}

/** Rows that come after the cursor in the order of the query; what is not known comes last. */
function after({ sortedBy = [] }: Query, { sorted, added }: Cursor): Expression<SqlBool> {
  let rest: RawBuilder<SqlBool> = sql<SqlBool>`fid > ${added}`
  for (const [at, { property, descending }] of [...sortedBy.entries()].toReversed()) {
    const cell = sql.id(snake(property))
    const value = sorted[at] ?? null
    const later =
      value === null
        ? sql`FALSE`
        : sql`(${cell} ${sql.raw(descending ? '<' : '>')} ${value} OR ${cell} IS NULL)`
    rest = sql<SqlBool>`(${later} OR (${cell} IS ${value} AND ${rest}))`
  }
  return rest
}

/** Whether a cell holds one of the values; an empty one asks for what is not known. */
function oneOf(column: string, values: readonly string[]): Expression<SqlBool> {
  const cell = sql.id(column)
  const known = values.filter((value) => value !== '')
  const parts: Expression<SqlBool>[] = LIST_COLUMNS.has(column)
    ? known.map((value) => sql`';' || ${cell} || ';' LIKE ${`%;${literally(value)};%`} ESCAPE '\\'`)
    : known.length > 0
      ? [sql`CAST(${cell} AS TEXT) IN (${sql.join(known)})`]
      : []
  if (known.length < values.length) parts.push(sql`coalesce(${cell}, '') = ''`)
  return sql`(${sql.join(parts, sql` OR `)})`
}

/** What LIKE takes for itself and nothing else. */
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&')

type Box = NonNullable<Query['bbox']>

/** A box whose west lies east of its east crosses 180°: it is two. */
function withoutDateLine([west, south, east, north]: Box): Box[] {
  if (west <= east) return [[west, south, east, north]]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

/** The box around every place of the collection; null where there is none. */
export function extentOf({ database, columns }: Tables, collection: ReadableId): Box | null {
  const table = tableOf(collection)
  if (!columns(table).includes('geom')) return null
  const edges = edgesOf(table).map((query) => firstOf(database, query)?.degrees)
  return edges.every((degrees) => typeof degrees === 'number') ? (edges as unknown as Box) : null
}

/** Features in insertion order, and how many match in all. */
export function featuresOf(
  tables: Tables,
  collection: ReadableId,
  query: Query = {},
): { features: RowFeature[]; matched: number; next: Cursor | null } {
  // One more says whether there is a next page.
  const more = query.limit === undefined ? query : { ...query, limit: query.limit + 1 }
  const found = allOf(tables.database, pageOf(tables, collection, more))
  const rows = found.slice(0, query.limit)
  const next = found.length > rows.length ? cursorAt(rows.at(-1), query) : null
  return { features: rows.map(toFeature), matched: matchedOf(tables, collection, query), next }
}

function cursorAt(row: Row | undefined, { sortedBy = [] }: Query): Cursor | null {
  if (!row) return null
  const sorted = sortedBy.map(({ property }) => row[snake(property)] as Cursor['sorted'][number])
  return { sorted, added: Number(row.fid) }
}

const matchingOf = (tables: Tables, collection: ReadableId, query: Query) =>
  build
    .selectFrom(shownOf(tables, collection))
    .where((eb) => eb.and(asked(tables, collection, query)))

/** How many match, on whichever page. */
export function matchedOf(tables: Tables, collection: ReadableId, query: Query): number {
  const counted = matchingOf(tables, collection, query).select(({ fn }) =>
    fn.countAll().as('matched'),
  )
  return Number(firstOf(tables.database, counted)?.matched)
}

/** The rows of the page that the query asks for, sorted as it says. */
export function pageOf(tables: Tables, collection: ReadableId, query: Query) {
  const matching = matchingOf(tables, collection, query)
  return (query.sortedBy ?? [])
    .reduce(
      (rows, { property, descending }) =>
        rows.orderBy(sql.id(snake(property)), (ob) =>
          (descending ? ob.desc() : ob.asc()).nullsLast(),
        ),
      (query.after ? matching.where(after(query, query.after)) : matching).selectAll(),
    )
    .orderBy('fid')
    .limit(query.limit ?? -1)
    .offset(query.offset ?? 0)
}

/** Columns that are counted when they are read. */
export const countedOf = (collection: ReadableId): string[] =>
  Object.keys(COUNTED[collection] ?? {})

/** Rows of a table in its order: camelCase keys, empty cells null. */
export function rowsOf({ database }: Tables, table: string): Record<string, unknown>[] {
  return rowsIn(database, 'main', table).map(toProperties)
}

export function taggedRow(
  { database, columns }: Tables,
  collection: ReadableId,
  id: string,
): TaggedRow | null {
  const table = tableOf(collection)
  const row = rowAt(database, table, columns(table), id)
  if (!row) return null
  const counted = Object.entries(COUNTED[collection] ?? {}).map(([name, count]) => {
    const one = build.selectFrom(table).select(count.as('count')).where('fid', '=', row.fid)
    return [name, firstOf(database, one)?.count] as const
  })
  // What is counted in other rows changes what is read, not what a writer writes over.
  const etag = [fingerprint([row]), ...counted.map(([, count]) => count)].join('-')
  return { feature: toFeature({ ...row, ...Object.fromEntries(counted) }), etag }
}

/** Names a client may filter by. */
export function propertiesOf({ columns }: Tables, collection: ReadableId): string[] {
  return [...columns(tableOf(collection)), ...Object.keys(COUNTED[collection] ?? {})]
    .filter((name) => !NEVER_SHOWN.has(name))
    .map(camel)
}

/** What a condition may ask by. */
export function queryablesOf(tables: Tables, collection: ReadableId): Queryables {
  const { columns, isNumber } = tables
  const table = tableOf(collection)
  const counted = COUNTED[collection] ?? {}
  const kindOf = (column: string): QueryableKind =>
    LIST_COLUMNS.has(column)
      ? 'list'
      : column in counted || isNumber(table, column)
        ? 'number'
        : 'text'
  return new Map([
    ...(columns(table).includes('geom') ? [[GEOMETRY, 'geometry'] as const] : []),
    ...propertiesOf(tables, collection).map((name) => [name, kindOf(snake(name))] as const),
  ])
}
