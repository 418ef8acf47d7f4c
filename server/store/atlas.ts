// Where do people's working data live, and how are they read and changed?
//
// DATA_DIR/atlas.gpkg is a copy of base.gpkg that people edit. When the base is newer, its layers
// replace the copy's, except `sites`, which belong to people; nothing a person wrote is touched.
import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { CollectionId, Site, SiteDraft } from '#geodata/contract/collections.ts'
import { decodeGeometry, encodeGeometry } from '#geodata/formats/geopackage-geometry.ts'
import { type Cell, registerSpatialFunctions } from '#server/store/geopackage.ts'

export type Query = {
  bbox?: [west: number, south: number, east: number, north: number]
  q?: string
  filters?: Record<string, string>
  limit?: number
  offset?: number
}

export type StoredFeature = {
  type: 'Feature'
  id: string
  geometry: unknown
  properties: Record<string, unknown>
}

export type Change =
  | { kind: 'changed'; feature: Site; version: number }
  | { kind: 'missing' }
  | { kind: 'stale'; version: number }

export type Atlas = ReturnType<typeof openAtlas>

const LIST_COLUMNS = new Set([
  'segment_ids',
  'systems',
  'product_ids',
  'anchor_companies',
  'from_ids',
  'to_ids',
  'city_pairs',
])
const NEVER_SHOWN = new Set(['fid', 'geom', 'version', 'adcode_note'])
const SEARCHED = /name|label|products|description|note|source|anchor|host|field/

/** Opens the working database of a data directory; throws when there is no base to start from. */
export function openAtlas(dataDir: string) {
  const base = path.join(dataDir, 'base.gpkg')
  const file = path.join(dataDir, 'atlas.gpkg')
  if (!existsSync(file)) {
    if (!existsSync(base)) {
      throw new Error(`No base data in ${dataDir}: base.gpkg is missing. Run \`npm run geodata\`.`)
    }
    copyFileSync(base, file)
  }
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('busy_timeout = 5000')
  registerSpatialFunctions(database)
  if (existsSync(base)) takeOverNewerBase(database, base)
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
      .all(...values, query.limit ?? -1, query.offset ?? 0) as Record<string, unknown>[]
    return { features: rows.map(toFeature), matched: matched.n }
  }

  function feature(collection: CollectionId, id: string): StoredFeature | null {
    const row = database.prepare(`SELECT * FROM "${collection}" WHERE id = ?`).get(id)
    return row ? toFeature(row as Record<string, unknown>) : null
  }

  function siteVersion(id: string): number | null {
    const row = database.prepare('SELECT version FROM sites WHERE id = ?').get(id)
    return row ? (row as { version: number }).version : null
  }

  function putSite(id: string, draft: SiteDraft, expected: number | null): Change {
    return database.transaction((): Change => {
      const version = siteVersion(id)
      if (expected !== null && version === null) return { kind: 'missing' }
      if (expected !== null && version !== expected) return { kind: 'stale', version: version ?? 0 }
      const next = (version ?? 0) + 1
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
      return { kind: 'changed', feature: feature('sites', id) as unknown as Site, version: next }
    })()
  }

  function deleteSite(id: string, expected: number): 'deleted' | 'missing' | 'stale' {
    return database.transaction(() => {
      const version = siteVersion(id)
      if (version === null) return 'missing'
      if (version !== expected) return 'stale'
      database.prepare('DELETE FROM sites WHERE id = ?').run(id)
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
      (
        database.prepare(`SELECT * FROM "${table}" ORDER BY fid`).all() as Record<string, unknown>[]
      ).map((row) => toProperties(row)),
    /** Names a client may filter by. */
    properties: (collection: CollectionId) =>
      columns(collection)
        .filter((name) => !NEVER_SHOWN.has(name))
        .map(camel),
    dataset: () => datasetOf(database),
    close: () => database.close(),
  }
}

function datasetOf(database: Database.Database, schema = 'main'): Record<string, string> {
  const rows = database.prepare(`SELECT key, value FROM ${schema}.dataset`).all()
  return Object.fromEntries((rows as { key: string; value: string }[]).map((r) => [r.key, r.value]))
}

/** Replaces every table of the base but `sites`, in one transaction, when the data hash differs. */
function takeOverNewerBase(database: Database.Database, base: string): void {
  database.prepare('ATTACH ? AS base').run(base)
  try {
    if (datasetOf(database, 'base').hash === datasetOf(database).hash) return
    const tables = database
      .prepare('SELECT table_name AS name, data_type AS type FROM base.gpkg_contents')
      .all() as { name: string; type: string }[]
    database.transaction(() => {
      for (const { name } of tables) {
        if (name === 'sites') continue
        followShape(database, name)
        const columns = (
          database.prepare(`PRAGMA base.table_info("${name}")`).all() as { name: string }[]
        )
          .map((column) => `"${column.name}"`)
          .join(',')
        database.exec(`DELETE FROM main."${name}"`)
        database.exec(
          `INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM base."${name}"`,
        )
      }
    })()
  } finally {
    database.exec('DETACH base')
  }
}

/** Gives the copy what the base has gained since: a table without geometry, or columns of any. */
function followShape(database: Database.Database, name: string): void {
  const columnsIn = (schema: 'main' | 'base') =>
    database.prepare(`PRAGMA ${schema}.table_info("${name}")`).all() as {
      name: string
      type: string
    }[]
  const known = new Set(columnsIn('main').map((column) => column.name))
  if (known.size === 0) {
    const created = database
      .prepare(`SELECT sql FROM base.sqlite_master WHERE type = 'table' AND name = ?`)
      .get(name) as { sql: string }
    database.exec(created.sql)
    database
      .prepare(
        'INSERT INTO main.gpkg_contents SELECT * FROM base.gpkg_contents WHERE table_name = ?',
      )
      .run(name)
    return
  }
  for (const column of columnsIn('base')) {
    if (known.has(column.name)) continue
    database.exec(`ALTER TABLE main."${name}" ADD COLUMN "${column.name}" ${column.type}`)
  }
}

function toFeature(row: Record<string, unknown>): StoredFeature {
  const { geom } = row
  return {
    type: 'Feature',
    id: String(row.id),
    geometry: geom instanceof Uint8Array ? decodeGeometry(geom) : null,
    properties: toProperties(row),
  }
}

function toProperties(row: Record<string, unknown>): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (NEVER_SHOWN.has(name)) continue
    properties[camel(name)] = LIST_COLUMNS.has(name)
      ? String(value ?? '')
          .split(';')
          .filter(Boolean)
      : value
  }
  return properties
}

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function snake(name: string): string {
  return name.replace(/[A-Z]|2025/g, (letter) => `_${letter.toLowerCase()}`)
}
