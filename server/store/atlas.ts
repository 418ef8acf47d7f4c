// Where do people's working data live, and how are they read and changed?
//
// DATA_DIR/atlas.gpkg is a copy of base.gpkg that people edit; base-merge.ts says what a newer base does.
import { copyFileSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { CollectionId, Site, SiteDraft } from '#geodata/contract/collections.ts'
import { encodeGeometry } from '#geodata/formats/geopackage-geometry.ts'
import { datasetOf, mergeBase } from '#server/store/base-merge.ts'
import { openChecked, RefusedFile, refusal } from '#server/store/checked-file.ts'
import { type Cell, registerSpatialFunctions } from '#server/store/geopackage.ts'
import {
  type Entry,
  journalOf,
  type ProposalRow,
  prepareJournal,
  record,
} from '#server/store/journal.ts'
import {
  camel,
  LIST_COLUMNS,
  NEVER_SHOWN,
  type Row,
  type StoredFeature,
  snake,
  toFeature,
  toProperties,
} from '#server/store/rows.ts'

export type Query = {
  bbox?: [west: number, south: number, east: number, north: number]
  q?: string
  filters?: Record<string, string>
  limit?: number
  offset?: number
}

export type Change =
  | { kind: 'changed'; feature: Site; version: number }
  | { kind: 'missing' }
  | { kind: 'stale'; version: number }

export type Atlas = ReturnType<typeof openAtlas>

const SEARCHED = /name|label|products|description|note|source|anchor|host|field/

const REBUILD = { en: 'Run `npm run geodata`.', zh: '请运行 `npm run geodata`。' }
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
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('busy_timeout = 5000')
    registerSpatialFunctions(database)
    database.transaction(() => prepareJournal(database)).immediate()
    if (hasBase) mergeBase(database, base)
  } catch (error) {
    database.close()
    throw unwritable(file, error) ?? error
  }
  const columnsOf = new Map<string, string[]>()

  function columns(table: string): string[] {
    const known = columnsOf.get(table)
    if (known) return known
    const found = database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]
    const names = found.map(({ name }) => name)
    columnsOf.set(table, names)
    return names
  }

  function where(table: string, query: Query): { sql: string; values: Cell[] } {
    const parts: string[] = []
    const values: Cell[] = []
    if (query.bbox) {
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
    collection: CollectionId,
    query: Query = {},
  ): { features: StoredFeature[]; matched: number } {
    const { sql, values } = where(collection, query)
    const matched = database
      .prepare(`SELECT count(*) AS n FROM "${collection}" ${sql}`)
      .get(...values) as { n: number }
    const rows = database
      .prepare(`SELECT * FROM "${collection}" ${sql} ORDER BY fid LIMIT ? OFFSET ?`)
      .all(...values, query.limit ?? -1, query.offset ?? 0) as Row[]
    return { features: rows.map(toFeature), matched: matched.n }
  }

  function feature(collection: CollectionId, id: string): StoredFeature | null {
    const row = database.prepare(`SELECT * FROM "${collection}" WHERE id = ?`).get(id)
    return row ? toFeature(row as Row) : null
  }

  function siteVersion(id: string): number | null {
    const row = database.prepare('SELECT version FROM sites WHERE id = ?').get(id)
    return row ? (row as { version: number }).version : null
  }

  function siteDocument(id: string): string | null {
    const site = feature('sites', id)
    return site && JSON.stringify(site)
  }

  function putSite(id: string, draft: SiteDraft, expected: number | null): Change {
    return database.transaction((): Change => {
      const version = siteVersion(id)
      if (expected !== null && version === null) return { kind: 'missing' }
      if (expected !== null && version !== expected) return { kind: 'stale', version: version ?? 0 }
      const next = (version ?? 0) + 1
      const before = siteDocument(id)
      const { properties } = draft
      const values = [
        encodeGeometry(draft.geometry),
        properties.nameZh,
        properties.nameEn,
        properties.note,
        properties.source,
        properties.confidence,
        properties.editor,
        properties.areaHectares,
        next,
        id,
      ]
      database
        .prepare(
          version === null
            ? 'INSERT INTO sites (geom,name_zh,name_en,note,source,confidence,editor,area_hectares,version,id) VALUES (?,?,?,?,?,?,?,?,?,?)'
            : 'UPDATE sites SET geom=?,name_zh=?,name_en=?,note=?,source=?,confidence=?,editor=?,area_hectares=?,version=? WHERE id=?',
        )
        .run(...values)
      record(database, {
        who: properties.editor,
        what: version === null ? 'insert' : 'update',
        tableName: 'sites',
        rowId: id,
        why: properties.source,
        before,
        after: siteDocument(id),
      })
      return { kind: 'changed', feature: feature('sites', id) as unknown as Site, version: next }
    })()
  }

  function deleteSite(id: string, expected: number): 'deleted' | 'missing' | 'stale' {
    return database.transaction(() => {
      const version = siteVersion(id)
      if (version === null) return 'missing'
      if (version !== expected) return 'stale'
      const before = siteDocument(id)
      database.prepare('DELETE FROM sites WHERE id = ?').run(id)
      record(database, {
        who: null,
        what: 'delete',
        tableName: 'sites',
        rowId: id,
        why: null,
        before,
        after: null,
      })
      return 'deleted'
    })()
  }

  return {
    features,
    feature,
    siteVersion,
    deleteSite,
    /** Adds a site under an id nobody has. */
    insertSite: (id: string, draft: SiteDraft) => putSite(id, draft, null),
    replaceSite: putSite,
    /** Rows of a table without geometry: camelCase keys, empty cells null. */
    rows: (table: string) =>
      (database.prepare(`SELECT * FROM "${table}" ORDER BY fid`).all() as Row[]).map((row) =>
        toProperties(row),
      ),
    /** Names a client may filter by. */
    properties: (collection: CollectionId) =>
      columns(collection)
        .filter((name) => !NEVER_SHOWN.has(name))
        .map(camel),
    dataset: () => datasetOf(database),
    /** Every change, oldest first. */
    history: () => journalOf<Entry & { changedAt: string }>(database, 'history'),
    /** What a newer base would have changed where an edit stands. */
    proposals: () => journalOf<ProposalRow>(database, 'proposals'),
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
