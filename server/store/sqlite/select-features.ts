// Which rows of a collection answer a query, and what does each say?
import type { ReadableId } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Query, TaggedRow } from '#server/store/row-store.ts'
import type { Cell } from '#server/store/sqlite/geopackage.ts'
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
} from '#server/store/sqlite/rows.ts'
import type { Tables } from '#server/store/sqlite/tables.ts'

const SEARCHED = /name|label|products|description|note|source|anchor|host|field|metric|clause/

/** Counted when read, in SQL over the row at hand. */
const COUNTED: Partial<Record<ReadableId, Record<string, string>>> = {
  parks: {
    company_count: '(SELECT count(*) FROM companies WHERE park_id = parks.id)',
    plant_output_vehicles: `(SELECT sum(plants.output_vehicles) FROM plants
      JOIN companies ON companies.id = plants.company_id
      WHERE plants.row_type = 'plant' AND companies.park_id = parks.id)`,
  },
}

/** Every column, and what is counted in other tables in the place of a column of that name. */
function selected({ columns }: Tables, collection: ReadableId): string {
  const counted = COUNTED[collection] ?? {}
  const own = columns(tableOf(collection)).filter((name) => !(name in counted))
  return [
    ...own.map((name) => `"${name}"`),
    ...Object.entries(counted).map(([name, sql]) => `${sql} AS "${name}"`),
  ].join(', ')
}

function where(
  { columns }: Tables,
  collection: ReadableId,
  query: Query,
): { sql: string; values: Cell[] } {
  const table = tableOf(collection)
  const parts: string[] = []
  const values: Cell[] = []
  if (query.bbox && !columns(table).includes('geom')) parts.push('FALSE')
  else if (query.bbox) {
    const [west, south, east, north] = query.bbox
    parts.push(
      `fid IN (SELECT id FROM "rtree_${table}_geom" WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)`,
    )
    values.push(west, east, south, north)
  }
  if (query.q) {
    const searched = columns(table).filter((name) => SEARCHED.test(name))
    parts.push(`(${searched.map((name) => `"${name}" LIKE ? ESCAPE '\\'`).join(' OR ')})`)
    values.push(...searched.map(() => `%${query.q?.replace(/[\\%_]/g, '\\$&')}%`))
  }
  for (const [property, value] of Object.entries(query.filters ?? {})) {
    const name = snake(property)
    if (LIST_COLUMNS.has(name)) {
      parts.push(`';' || "${name}" || ';' LIKE ?`)
      values.push(`%;${value};%`)
    } else {
      parts.push(`CAST("${name}" AS TEXT) = ?`)
      values.push(value)
    }
  }
  return { sql: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values }
}

/** Features in insertion order, and how many match in all. */
export function featuresOf(
  tables: Tables,
  collection: ReadableId,
  query: Query = {},
): { features: RowFeature[]; matched: number } {
  const { database } = tables
  const { sql, values } = where(tables, collection, query)
  const from = `(SELECT ${selected(tables, collection)} FROM "${tableOf(collection)}") ${sql}`
  const matched = database.prepare(`SELECT count(*) AS n FROM ${from}`).get(...values) as {
    n: number
  }
  const rows = database
    .prepare(`SELECT * FROM ${from} ORDER BY fid LIMIT ? OFFSET ?`)
    .all(...values, query.limit ?? -1, query.offset ?? 0) as Row[]
  return { features: rows.map(toFeature), matched: matched.n }
}

export function taggedRow(
  { database, columns }: Tables,
  collection: ReadableId,
  id: string,
): TaggedRow | null {
  const table = tableOf(collection)
  const row = rowAt(database, table, columns(table), id)
  if (!row) return null
  const counted = Object.entries(COUNTED[collection] ?? {}).map(([name, sql]) => [
    name,
    database.prepare(`SELECT ${sql} FROM "${table}" WHERE fid = ?`).pluck().get(row.fid),
  ])
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
