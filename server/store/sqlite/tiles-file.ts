// A file of vector tiles (MBTiles 1.3): how is it written, and can this one be served?
//
// https://github.com/mapbox/mbtiles-spec. Tiles are Mapbox Vector Tiles, gzipped; rows count from the
// south. Our own metadata stand beside those of the standard under names with "atlas_".
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { BASEMAP_FILE } from '#geodata/contract/basemap.ts'
import type { TileKey } from '#geodata/formats/tile-lines.ts'
import type { Metadata, Tiles } from '#server/store/file-stores.ts'
import { RefusedFile, refusal } from '#server/store/refused-file.ts'

export type TilesDraft = {
  add: (key: TileKey, gzipped: Uint8Array) => void
  /** Puts the file in its place; until then the old one stays as it is. */
  finish: (metadata: Metadata) => void
  /** Leaves the old file, and nothing of this one. */
  discard: () => void
}

type TilesFile = {
  metadata: Metadata
  version: string
  tile: (key: TileKey) => Uint8Array | null
  close: () => void
}

const MBTILES = 0x4d504258
const SQLITE_MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const SCHEMA = `
CREATE TABLE metadata (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE tiles (
  zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL,
  tile_data BLOB NOT NULL, PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
`
const REMEDY = {
  en: 'Run `npm run basemap` again, or move the file away.',
  zh: '请重新运行 `npm run basemap`，或移走该文件。',
}

/** Begins a file beside its place, in which what an earlier run left is dropped. */
export function draftTilesFile(file: string): TilesDraft {
  const draft = `${file}.building`
  for (const rest of [draft, `${draft}-journal`]) rmSync(rest, { force: true })
  const database = new Database(draft)
  // A draft that is cut short is thrown away: nothing needs to survive in it.
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma(`application_id = ${MBTILES}`)
  database.exec(SCHEMA)
  const insert = database.prepare('INSERT INTO tiles VALUES (?,?,?,?)')
  database.exec('BEGIN')
  return {
    add: ({ z, x, y }, gzipped) => insert.run(z, x, rowFromSouth(z, y), gzipped),
    finish: (metadata) => {
      const put = database.prepare('INSERT INTO metadata VALUES (?,?)')
      for (const [name, value] of Object.entries(metadata)) put.run(name, value)
      database.exec('COMMIT')
      database.close()
      renameSync(draft, file)
    },
    discard: () => {
      database.close()
      rmSync(draft, { force: true })
    },
  }
}

/** The tiles of a folder. */
export function tilesIn(dataDir: string) {
  const file = path.join(dataDir, BASEMAP_FILE)
  return {
    open: (fits: (metadata: Metadata) => boolean): Tiles | null => {
      if (!existsSync(file)) return null
      const { metadata, version, tile, close } = openTilesFile(file, fits)
      return { metadata, version, tile: async (key) => tile(key), close: async () => close() }
    },
  }
}

/** Opens a file of gzipped vector tiles for reading; throws RefusedFile when it is none, not whole, or does not fit. */
export function openTilesFile(
  file: string,
  fits: (metadata: Metadata) => boolean = () => true,
): TilesFile {
  let database: Database.Database | undefined
  try {
    const fault = faultOfBytes(file)
    if (fault) throw refusal(file, fault, REMEDY)
    database = new Database(file, { fileMustExist: true, readonly: true })
    const metadata = metadataOf(database)
    if (metadata?.format !== 'pbf' || !fits(metadata)) throw refuseTiles(file)
    const select = database.prepare(
      'SELECT tile_data AS data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
    )
    const open = database
    const { mtimeMs, size } = statSync(file)
    return {
      metadata,
      version: `${Math.round(mtimeMs).toString(36)}-${size.toString(36)}`,
      tile: ({ z, x, y }) => {
        const row = select.get(z, x, rowFromSouth(z, y)) as { data: Uint8Array } | undefined
        return row?.data ?? null
      },
      close: () => open.close(),
    }
  } catch (error) {
    database?.close()
    if (error instanceof RefusedFile) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw refusal(file, { en: why, zh: `打不开（${why}）` }, REMEDY)
  }
}

/** What is said of a file that is a database, but not one of our tiles. */
function refuseTiles(file: string): RefusedFile {
  return refusal(file, NOT_TILES, REMEDY)
}

const NOT_TILES = {
  en: 'it is not a file of vector tiles of Park Atlas (an MBTiles database with the format “pbf” is expected)',
  zh: '不是园链图的矢量瓦片文件（应为 format 为 pbf 的 MBTiles 数据库）',
}

function metadataOf(database: Database.Database): Metadata | null {
  const tables = database
    .prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name IN ('metadata', 'tiles')`)
    .get() as { n: number }
  if (tables.n < 2) return null
  const rows = database.prepare('SELECT name, value FROM metadata').all()
  return Object.fromEntries(
    (rows as { name: string; value: string }[]).map(({ name, value }) => [name, String(value)]),
  )
}

/** SQLite notices a missing end only when it reads there, so its length is held against its header. */
function faultOfBytes(file: string): { en: string; zh: string } | null {
  const header = Buffer.alloc(HEADER_BYTES)
  const opened = openSync(file, 'r')
  try {
    readSync(opened, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(opened)
  }
  if (header.toString('latin1', 0, SQLITE_MAGIC.length) !== SQLITE_MAGIC) return NOT_TILES
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const expected = pageBytes * header.readUInt32BE(28)
  const came = statSync(file).size
  if (came >= expected) return null
  return {
    en: `it is cut off: ${came} bytes came, ${expected} were expected`,
    zh: `文件不完整：实有 ${came} 字节，应有 ${expected} 字节`,
  }
}

/** MBTiles counts rows from the south (TMS), the web from the north; the same step leads both ways. */
function rowFromSouth(z: number, y: number): number {
  return 2 ** z - 1 - y
}
