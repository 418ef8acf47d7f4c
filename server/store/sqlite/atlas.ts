// Where do people's working data live, and how are they read and changed?
//
// DATA_DIR/atlas.gpkg is a copy of base.gpkg that people edit; base-merge.ts says what a newer base does.
import { copyFileSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { ReadableId } from '#geodata/contract/editable/editable.ts'
import type { HomeRegion } from '#geodata/model/region.ts'
import { datasetOf, mergeBase } from '#server/store/sqlite/base-merge.ts'
import { openChecked, RefusedFile, refusal } from '#server/store/sqlite/checked-file.ts'
import { remove, type Write, write } from '#server/store/sqlite/edits.ts'
import { type Cell, registerSpatialFunctions } from '#server/store/sqlite/geopackage.ts'
import { homeRegionOf } from '#server/store/sqlite/home-region.ts'
import { identityOf } from '#server/store/sqlite/identity.ts'
import { indexEditable } from '#server/store/sqlite/indexes.ts'
import {
  type By,
  type HistoryQuery,
  historyOf,
  prepareJournal,
  proposalsOf,
} from '#server/store/sqlite/journal.ts'
import { type Answer, acceptProposal, refuseProposal } from '#server/store/sqlite/proposals.ts'
import { dependentsOf } from '#server/store/sqlite/references.ts'
import { type Revision, revisionOf, touchedSince } from '#server/store/sqlite/revision.ts'
import {
  documentOf,
  featureOf,
  type RowDocument,
  rowAt,
} from '#server/store/sqlite/row-document.ts'
import {
  camel,
  fingerprint,
  idOf,
  LIST_COLUMNS,
  NEVER_SHOWN,
  type Row,
  type StoredFeature,
  snake,
  tableOf,
  toFeature,
  toProperties,
} from '#server/store/sqlite/rows.ts'
import { tablesOf } from '#server/store/sqlite/tables.ts'
import { undo } from '#server/store/sqlite/undo.ts'

export type Query = {
  bbox?: [west: number, south: number, east: number, north: number]
  q?: string
  filters?: Record<string, string>
  limit?: number
  offset?: number
}

export type Atlas = ReturnType<typeof openAtlas>

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

const REBUILD = { en: 'Run `npm run geodata`.', zh: '请运行 `npm run geodata`。' }
const NO_REGION = {
  en: 'it does not say which region it is of',
  zh: '未写明所属区域',
}
const WRITABLE = {
  en: 'DATA_DIR must be a folder that the server, and only one, may write to.',
  zh: 'DATA_DIR 须为仅供一个服务器写入的文件夹。',
}
const SET_ASIDE = {
  en: 'Put a backup in its place, or move it away to start anew from base.gpkg.',
  zh: '请换回备份，或将其移走以便从 base.gpkg 重新开始。',
}

/** Opens the working database of a data directory; throws RefusedFile when that cannot be done safely. */
export function openAtlas(dataDir: string) {
  const base = path.join(dataDir, 'base.gpkg')
  const file = path.join(dataDir, 'atlas.gpkg')
  const hasBase = existsSync(base)
  if (hasBase) openChecked(base, REBUILD, { readonly: true }).close()
  if (!existsSync(file)) {
    if (!hasBase)
      throw new RefusedFile(`${base} is missing. ${REBUILD.en}\n缺少 ${base}。${REBUILD.zh}`)
    copyBase(base, file)
  }
  const database = openChecked(file, SET_ASIDE)
  let home: HomeRegion | null
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('busy_timeout = 5000')
    registerSpatialFunctions(database)
    database.transaction(() => prepareJournal(database)).immediate()
    if (hasBase) mergeBase(database, base)
    indexEditable(database)
    home = homeRegionOf(database)
    if (!home) throw refusal(file, NO_REGION, REBUILD)
  } catch (error) {
    database.close()
    throw unwritable(file, error) ?? error
  }
  const tables = tablesOf(database, home)
  const { columns } = tables

  /** Every column, and what is counted in other tables in the place of a column of that name. */
  function selected(collection: ReadableId): string {
    const counted = COUNTED[collection] ?? {}
    const own = columns(tableOf(collection)).filter((name) => !(name in counted))
    return [
      ...own.map((name) => `"${name}"`),
      ...Object.entries(counted).map(([name, sql]) => `${sql} AS "${name}"`),
    ].join(', ')
  }

  function where(collection: ReadableId, query: Query): { sql: string; values: Cell[] } {
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
  function features(
    collection: ReadableId,
    query: Query = {},
  ): { features: StoredFeature[]; matched: number } {
    const { sql, values } = where(collection, query)
    const from = `(SELECT ${selected(collection)} FROM "${tableOf(collection)}") ${sql}`
    const matched = database.prepare(`SELECT count(*) AS n FROM ${from}`).get(...values) as {
      n: number
    }
    const rows = database
      .prepare(`SELECT * FROM ${from} ORDER BY fid LIMIT ? OFFSET ?`)
      .all(...values, query.limit ?? -1, query.offset ?? 0) as Row[]
    return { features: rows.map(toFeature), matched: matched.n }
  }

  function stored(
    collection: ReadableId,
    id: string,
  ): { feature: StoredFeature; etag: string } | null {
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

  return {
    features,
    feature: (collection: ReadableId, id: string) => stored(collection, id)?.feature ?? null,
    /** The feature, and the tag that a writer of it names. */
    stored,
    write: (order: Write) => write(tables, order),
    remove: (order: Parameters<typeof remove>[1]) => remove(tables, order),
    undo: (changeId: string, by: By) => undo(tables, changeId, by),
    accept: (order: Parameters<typeof acceptProposal>[1]) => acceptProposal(tables, order),
    refuse: (answer: Answer) => refuseProposal(tables, answer),
    /** Rows that name this one. */
    dependents: (collection: string, id: string) => dependentsOf(tables, collection, id),
    /** A row of any table as it lies in the history. */
    present: (table: string, id: string) => {
      const row = rowAt(database, table, columns(table), id)
      return row && documentOf(row)
    },
    /** In the order of the layer. */
    rowIds: (table: string) =>
      (database.prepare(`SELECT * FROM "${table}" ORDER BY fid`).all() as Row[]).map(idOf),
    /** A document of the history as the API shows it. */
    shown: (table: string, document: RowDocument) => featureOf(document, columns(table)),
    /** Rows of a table without geometry: camelCase keys, empty cells null. */
    rows: (table: string) =>
      (database.prepare(`SELECT * FROM "${table}" ORDER BY fid`).all() as Row[]).map((row) =>
        toProperties(row),
      ),
    /** Names a client may filter by. */
    properties: (collection: ReadableId) =>
      [...columns(tableOf(collection)), ...Object.keys(COUNTED[collection] ?? {})]
        .filter((name) => !NEVER_SHOWN.has(name))
        .map(camel),
    dataset: () => datasetOf(database),
    /** The region they are of. */
    home,
    /** Tells these data from any others, edits and all. */
    identity: identityOf(tables),
    revision: () => revisionOf(database),
    /** Rows written since, through this server or past it. */
    touchedSince: (revision: Revision) => touchedSince(database, revision),
    /** Every change, newest first. */
    history: (query?: HistoryQuery) => historyOf(database, query),
    /** What a newer base would have changed where an edit stands. */
    proposals: () => proposalsOf(database),
    close: () => database.close(),
  }
}

/** Under another name first: a copy that is cut short never passes for the database. */
function copyBase(base: string, file: string): void {
  try {
    copyFileSync(base, `${file}.copying`)
    renameSync(`${file}.copying`, file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refusal(base, { en: `it cannot be copied (${why})`, zh: `无法复制（${why}）` }, WRITABLE)
  }
}

/** Missing rights, a full disk or a lock told as such; null for anything else. */
function unwritable(file: string, error: unknown): RefusedFile | null {
  const isKnown = /SQLITE_(READONLY|CANTOPEN|BUSY|FULL|IOERR)/.test(String(Object(error).code))
  if (!isKnown || !(error instanceof Error)) return null
  const why = { en: `it cannot be written (${error.message})`, zh: `无法写入（${error.message}）` }
  return refusal(file, why, WRITABLE)
}
