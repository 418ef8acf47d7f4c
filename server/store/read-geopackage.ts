// What stands in somebody else's GeoPackage? OGC 12-128r18; also a plain SQLite file with tables.
//
// The file is opened for reading only, alone, and nothing of it is run: only plain tables are read, column by column, and
// of those no computed one; views, virtual tables and triggers stay untouched. How long a value is, is asked before it is
// fetched, for a broken file may say that one is a gigabyte long.
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { geometryIn } from '#geodata/formats/geopackage-geometry.ts'
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Cell, ForeignRow, Piece, Pieces } from '#geodata/formats/import/foreign/piece.ts'
import {
  broken,
  cutOff,
  noTable,
  ReadRefusal,
} from '#geodata/formats/import/foreign/read-refusal.ts'

const BATCH_ROWS = 500
const BATCH_CHARACTERS = 4_000_000
const HEADER_BYTES = 100
const MOST_SHAPE_BYTES = 64_000_000
/** Tables of the standard, of its extensions and of programs, which hold nothing of the owner's. */
const INNER = /^(gpkg_|rtree_|sqlite_|layer_styles$|qgis_|data_licenses$|ogr_)/i

type Layer = { table: string; shape: string | null; systemId: number | null }
type Column = { name: string; isDate: boolean }

export async function* readGeoPackage(file: string, allowance: Allowance): Pieces {
  const fault = faultOf(file)
  if (fault) throw fault
  // Programs that write into a log beside the file leave it marked so; SQLite then makes that log to read it.
  const beside = ['-wal', '-shm'].map((ending) => file + ending).filter((one) => !existsSync(one))
  let database: Database.Database | undefined
  try {
    database = new Database(file, { readonly: true, fileMustExist: true })
    for (const setting of ['trusted_schema = OFF', 'query_only = ON', 'cell_size_check = ON']) {
      database.pragma(setting)
    }
    yield* tablesIn(database, allowance)
  } catch (error) {
    if (error instanceof Database.SqliteError) throw damaged(error)
    throw error
  } finally {
    database?.close()
    for (const made of beside) rmSync(made, { force: true })
  }
}

function* tablesIn(database: Database.Database, allowance: Allowance): Generator<Piece> {
  const plain = plainTables(database)
  const layers = layersOf(database, plain)
  const hasSystems = plain.has('gpkg_spatial_ref_sys')
  const notes = new Notes()
  for (const name of unreadTables(database, plain)) notes.add('unread-table', null, name)
  allowance.expect(layers.reduce((sum, { table }) => sum + lastRow(database, table), 0))
  let count = 0
  for (const layer of layers) {
    for (const piece of tablePieces(database, layer, allowance, notes, hasSystems)) {
      if (piece.kind === 'rows') {
        count += piece.rows.length
        allowance.done(piece.rows.length)
      }
      yield piece
    }
  }
  if (count === 0) throw noTable({ zh: '数据表都是空的', en: 'its tables are empty' })
}

function* tablePieces(
  database: Database.Database,
  { table, shape, systemId }: Layer,
  allowance: Allowance,
  notes: Notes,
  hasSystems: boolean,
): Generator<Piece> {
  const columns = columnsOf(database, table, shape, notes)
  allowance.table()
  allowance.columns(columns.length)
  yield { kind: 'table', name: table, columns: columns.map(({ name }) => name), isHidden: false }
  const system = systemId === null || !hasSystems ? null : systemOf(database, systemId)
  if (system) yield system
  const asked = columns.map(({ name }) => fetched(name, allowance.limits.cellCharacters))
  const shapes = shape === null ? [] : [fetched(shape, MOST_SHAPE_BYTES)]
  const select = `SELECT ${[...asked, ...shapes].join(', ') || '1'} FROM ${quoted(table)}`
  let rows: ForeignRow[] = []
  let line = 0
  let characters = 0
  for (const values of database.prepare(select).raw().safeIntegers().iterate()) {
    line += 1
    rows.push(rowOf(values as unknown[], line, { columns, hasShape: shape !== null, notes }))
    allowance.row(columns.length)
    // A default of a column stands once in the file and in every row.
    const came = charactersOf(values as unknown[])
    allowance.held(came)
    characters += came
    if (rows.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue
    yield { kind: 'rows', rows }
    rows = []
    characters = 0
  }
  if (rows.length > 0) yield { kind: 'rows', rows }
  yield* notes.pieces()
}

function rowOf(
  values: readonly unknown[],
  line: number,
  { columns, hasShape, notes }: { columns: readonly Column[]; hasShape: boolean; notes: Notes },
): ForeignRow {
  const cells = columns.map(({ isDate }, index) => {
    const cell = cellOf(values[index], isDate)
    if (cell === null) notes.add('unreadable-cell', line)
    return cell ?? ''
  })
  if (!hasShape) return { line, cells }
  const blob = values[columns.length]
  if (blob === null) return { line, cells, geometry: null }
  const geometry = blob instanceof Uint8Array ? geometryIn(blob) : 'unreadable'
  const isPlaced = geometry !== 'unreadable' && areNumbers(geometry?.coordinates ?? [])
  if (!isPlaced) notes.add('bad-geometry', line)
  return { line, cells, geometry: isPlaced ? geometry : null }
}

const charactersOf = (values: readonly unknown[]) =>
  values.reduce((sum: number, one) => sum + (typeof one === 'string' ? one.length : 0), 0)

function areNumbers(coordinates: readonly unknown[]): boolean {
  return coordinates.every((one) => (Array.isArray(one) ? areNumbers(one) : Number.isFinite(one)))
}

/** Null: a value that no cell holds, or one too long to be fetched. */
function cellOf(value: unknown, isDate: boolean): Cell | null {
  if (value === null) return ''
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  }
  if (typeof value === 'string') {
    const isDay = isDate && /^\d{4}-\d\d-\d\d([T ][\d:.]+Z?)?$/.test(value)
    return isDay ? { date: value.replace(' ', 'T').replace(/(\.\d+)?Z?$/, '') } : value
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A value of more bytes than `most` comes as an empty blob, which no cell is. */
function fetched(name: string, most: number): string {
  const column = quoted(name)
  return `CASE WHEN octet_length(${column}) > ${most} THEN x'' ELSE ${column} END`
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Tables whose rows lie in the file itself, by name. */
function plainTables(database: Database.Database): Set<string> {
  const rows = database
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'table'`)
    .all() as { name: string; sql: string | null }[]
  return new Set(
    rows.flatMap(({ name, sql }) => (/^\s*CREATE\s+TABLE\b/i.test(sql ?? '') ? [name] : [])),
  )
}

/** What the file lists and is not read. */
function unreadTables(database: Database.Database, plain: ReadonlySet<string>): string[] {
  const rows = database
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%' LIMIT 100`,
    )
    .pluck()
    .all() as string[]
  return rows.filter((name) => !plain.has(name) && !INNER.test(name))
}

/** The tables of the standard's own list; where there is none, all that are the owner's. */
function layersOf(database: Database.Database, plain: ReadonlySet<string>): Layer[] {
  const own = [...plain].filter((name) => !INNER.test(name))
  const byName = new Map(own.map((name) => [name.toLowerCase(), name]))
  if (!plain.has('gpkg_contents')) {
    return own.map((table) => ({ table, shape: null, systemId: null }))
  }
  const shapes = plain.has('gpkg_geometry_columns')
    ? (database
        .prepare('SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns LIMIT 1000')
        .all() as { table_name: unknown; column_name: unknown; srs_id: unknown }[])
    : []
  const listed = database
    .prepare(`SELECT table_name FROM gpkg_contents WHERE data_type <> 'tiles' LIMIT 1000`)
    .pluck()
    .all()
  return [...new Set(listed.map(String))].flatMap((name) => {
    const table = byName.get(name.toLowerCase())
    if (table === undefined) return []
    const shape = shapes.find((one) => String(one.table_name).toLowerCase() === name.toLowerCase())
    const column = shape ? realColumn(database, table, String(shape.column_name)) : null
    return [{ table, shape: column, systemId: shape ? Number(shape.srs_id) : null }]
  })
}

/** As the table spells it; a name that no column has would be taken for a text. Null: there is none. */
function realColumn(database: Database.Database, table: string, named: string): string | null {
  const columns = database.pragma(`table_info(${quoted(table)})`) as { name: string }[]
  const found = columns.find(({ name }) => name.toLowerCase() === named.toLowerCase())
  return found?.name ?? null
}

/** About how many rows there are, which SQLite does not count; 1 where rows have no number. */
function lastRow(database: Database.Database, table: string): number {
  try {
    const last = database
      .prepare(`SELECT max(rowid) FROM ${quoted(table)}`)
      .pluck()
      .get()
    return Math.max(1, Number(last ?? 1))
  } catch {
    return 1
  }
}

/** Without the shape, the row's own number, and what is computed or no text: those are noted. */
function columnsOf(
  database: Database.Database,
  table: string,
  shape: string | null,
  notes: Notes,
): Column[] {
  const columns = database.pragma(`table_xinfo(${quoted(table)})`) as {
    name: string
    type: string
    pk: number
    hidden: number
  }[]
  return columns.flatMap(({ name, type, pk, hidden }) => {
    if (name.toLowerCase() === shape?.toLowerCase()) return []
    // What GeoPackage asks for and no owner wrote.
    if (pk === 1 && /^(fid|ogc_fid|pkuid)$/i.test(name) && /^integer$/i.test(type)) return []
    if (hidden !== 0 || /^blob/i.test(type)) {
      notes.add('unread-column', null, name)
      return []
    }
    return [{ name, isDate: /^date(time)?$/i.test(type) }]
  })
}

function systemOf(database: Database.Database, srsId: number): Piece | null {
  const row = database
    .prepare(
      `SELECT organization, organization_coordsys_id AS code, substr(definition, 1, 20000) AS text
       FROM gpkg_spatial_ref_sys WHERE srs_id = ?`,
    )
    .get(srsId) as { organization: unknown; code: unknown; text: unknown } | undefined
  if (!row) return null
  const isKnown = typeof row.organization === 'string' && !/^none$/i.test(row.organization)
  const name = isKnown ? `${row.organization}:${row.code}` : null
  const wellKnownText = typeof row.text === 'string' && row.text !== 'undefined' ? row.text : null
  return { kind: 'system', system: { by: 'srs', name, wellKnownText } }
}

/** SQLite notices a missing end only when it reads there, so its length is held against its header. */
function faultOf(file: string): ReadRefusal | null {
  const header = Buffer.alloc(HEADER_BYTES)
  const opened = openSync(file, 'r')
  try {
    readSync(opened, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(opened)
  }
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const expected = pageBytes * header.readUInt32BE(28)
  const came = statSync(file).size
  if (came >= expected) return null
  return cutOff({
    zh: `应有 ${expected} 字节，实有 ${came} 字节`,
    en: `${expected} bytes were expected, ${came} came`,
  })
}

function damaged(error: Error & { code?: string }): ReadRefusal {
  if (error.code === 'SQLITE_CANTOPEN') {
    return new ReadRefusal('broken', {
      zh: 'GeoPackage 打不开，可能还有未写入的改动（-wal 文件）。请在原来的软件里关闭它，再传一次。',
      en: 'The GeoPackage cannot be opened; changes may still wait beside it (-wal). Close it where it is open and send it again.',
    })
  }
  return broken({
    zh: '数据库中有些页已不完整，读不出来',
    en: 'pages of its database are no longer whole and cannot be read',
  })
}
