// The rows of somebody's own file between its reading and its writing, and what was judged of each. A working file of
// one import, beside the data: a million rows are never held at once.
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Verdict } from '#geodata/contract/imports.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { Cell, ForeignRow, SaidSystem } from '#geodata/formats/import/foreign/piece.ts'

/** A sheet, a layer, the one table of a text. */
export type KeptSheet = {
  name: string
  isHidden: boolean
  /** Null: rows came raw, headers among them. */
  columns: readonly string[] | null
  rows: number
  written: { encoding: string; delimiter: string } | null
  said: SaidSystem | null
  notes: { kind: string; words: Bilingual }[]
  /** Merged cells, as A1:C1. */
  merged: readonly string[]
}

/** `at`: from 0, in the order of the file. */
export type KeptRow = { at: number; line: number; cells: Cell[]; geometry: Geometry | null }

export type KeptVerdict = {
  at: number
  line: number
  verdict: Verdict
  lngLat: readonly [number, number] | null
  /** What is written of it; null: nothing is. */
  order: { id: string | null; seen: string | null; draft: unknown } | null
  /** For who looks at the row. */
  shown: unknown
}

const PAGE = 1000
/** Rows that are kept together, as one text: a hundredth of the statements, and half of the time that rows take one by one. */
const BLOCK_ROWS = 64
/** Of the file. A row takes a good part of a small page, and pages that are written one by one take twice as long. */
const PAGE_BYTES = 32_768
const CACHE_KIBIBYTES = 16_384
/** More than a sheet has rows. */
const SHEET_STEP = 2 ** 32

const VERDICT_TABLE = `verdicts (at INTEGER PRIMARY KEY, line INTEGER, verdict TEXT, lng REAL, lat REAL,
  row_order TEXT, shown TEXT)`
const VERDICT_INDEX = 'CREATE INDEX IF NOT EXISTS verdict_rows ON verdicts (verdict, at)'

export class ImportFile {
  private readonly database: Database.Database
  private verdictPut: Database.Statement | null = null
  private verdictGet: Database.Statement | null = null
  private blockPut: Database.Statement | null = null
  /** The block that was last read for a single row of it. */
  private lastBlock: { id: number; rows: KeptRow[] } | null = null

  /** Of one that is only read and is not there yet nothing is known. */
  constructor(file: string, { onlyReads = false } = {}) {
    const isThere = existsSync(file)
    this.database = new Database(onlyReads && !isThere ? ':memory:' : file, {
      readonly: onlyReads && isThere,
    })
    if (onlyReads && isThere) return
    this.database.pragma(`page_size = ${PAGE_BYTES}`)
    // What is lost with the machine is read again.
    this.database.pragma('journal_mode = WAL')
    this.database.pragma('synchronous = OFF')
    this.database.pragma(`cache_size = -${CACHE_KIBIBYTES}`)
    // A block is found by its sheet and its first row.
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS sheets (sheet INTEGER PRIMARY KEY, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS blocks (id INTEGER PRIMARY KEY, rows TEXT NOT NULL);
    `)
    this.database.exec(`CREATE TABLE IF NOT EXISTS ${VERDICT_TABLE}; ${VERDICT_INDEX}`)
  }

  close(): void {
    this.database.close()
  }

  /** What is written meanwhile counts where the work says so at its end; readers see the old rows until then. */
  async replacing(work: () => Promise<boolean>): Promise<boolean> {
    this.database.exec('BEGIN')
    let isDone = false
    try {
      isDone = await work()
      if (isDone) this.database.exec(VERDICT_INDEX)
      return isDone
    } finally {
      this.database.exec(isDone ? 'COMMIT' : 'ROLLBACK')
    }
  }

  putSheet(sheet: number, kept: KeptSheet): void {
    this.database
      .prepare('INSERT OR REPLACE INTO sheets VALUES (?, ?)')
      .run(sheet, JSON.stringify(kept))
  }

  sheets(): KeptSheet[] {
    const found = this.database.prepare('SELECT body FROM sheets ORDER BY sheet').all()
    return (found as { body: string }[]).map(({ body }) => JSON.parse(body) as KeptSheet)
  }

  /** `from`: the rows that are kept of the sheet so far. */
  putRows(sheet: number, from: number, rows: readonly ForeignRow[]): void {
    this.blockPut ??= this.database.prepare('INSERT INTO blocks VALUES (?, ?)')
    const put = this.blockPut
    this.database.transaction(() => {
      for (let first = 0; first < rows.length; first += BLOCK_ROWS) {
        const block = rows.slice(first, first + BLOCK_ROWS).map(storedRow)
        put.run(blockId(sheet, from + first), JSON.stringify(block))
      }
    })()
  }

  /** Rows of the sheet from one on, at most so many. */
  rowsFrom(sheet: number, from: number, limit: number): KeptRow[] {
    const rows: KeptRow[] = []
    for (const block of this.blocksFrom(sheet, from)) {
      for (const row of block) {
        if (row.at >= from && rows.length < limit) rows.push(row)
      }
      if (rows.length >= limit) break
    }
    return rows
  }

  private *blocksFrom(sheet: number, from: number): Generator<KeptRow[]> {
    const next = this.database.prepare(
      'SELECT id, rows FROM blocks WHERE id >= ? AND id < ? ORDER BY id LIMIT 1',
    )
    const end = blockId(sheet + 1, 0)
    for (let id = this.blockWith(sheet, from) ?? end; id < end; ) {
      const found = next.get(id, end) as StoredBlock | undefined
      if (!found) return
      const rows = rowsOf(found)
      yield rows
      id = found.id + rows.length
    }
  }

  /** Id of the block in which the row would be. */
  private blockWith(sheet: number, at: number): number | null {
    const { id } = this.database
      .prepare('SELECT max(id) AS id FROM blocks WHERE id BETWEEN ? AND ?')
      .get(blockId(sheet, 0), blockId(sheet, at)) as { id: number | null }
    return id
  }

  /** In pages, so that what is found can be written in between. */
  *pages(sheet: number, from: number): Generator<KeptRow[]> {
    let page: KeptRow[] = []
    for (const block of this.blocksFrom(sheet, from)) {
      for (const row of block) if (row.at >= from) page.push(row)
      if (page.length < PAGE) continue
      yield page
      page = []
    }
    if (page.length > 0) yield page
  }

  /** At most so many rows, evenly from the whole. */
  sample(sheet: number, from: number, most: number): KeptRow[] {
    const last = this.blockWith(sheet, SHEET_STEP - 1)
    const end = last === null ? 0 : (this.blockRows(last).at(-1)?.at ?? 0) + 1
    const step = Math.max(1, Math.ceil((end - from) / most))
    const rows: KeptRow[] = []
    for (let at = from; at < end; at += step) {
      const row = this.row(sheet, at)
      if (row) rows.push(row)
    }
    return rows
  }

  row(sheet: number, at: number): KeptRow | null {
    const id = this.blockWith(sheet, at)
    return id === null ? null : (this.blockRows(id)[blockId(sheet, at) - id] ?? null)
  }

  private blockRows(id: number): KeptRow[] {
    if (this.lastBlock?.id !== id) {
      const found = this.database.prepare('SELECT id, rows FROM blocks WHERE id = ?').get(id)
      this.lastBlock = { id, rows: rowsOf(found as StoredBlock) }
    }
    return this.lastBlock.rows
  }

  dropRows(): void {
    this.database.exec('DELETE FROM blocks; DELETE FROM sheets')
    this.lastBlock = null
  }

  dropVerdicts(): void {
    // Made anew: to index a million rows at their end takes a fraction of keeping an index in step.
    this.database.exec(`DROP TABLE verdicts; CREATE TABLE ${VERDICT_TABLE}`)
    this.verdictPut = null
    this.verdictGet = null
  }

  putVerdict({ at, line, verdict, lngLat, order, shown }: KeptVerdict): void {
    this.verdictPut ??= this.database.prepare(
      'INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    const [lng = null, lat = null] = lngLat ?? []
    const kept = [order && JSON.stringify(order), JSON.stringify(shown)]
    this.verdictPut.run(at, line, verdict, lng, lat, ...kept)
  }

  verdictAt(at: number): KeptVerdict | null {
    this.verdictGet ??= this.database.prepare('SELECT * FROM verdicts WHERE at = ?')
    const found = this.verdictGet.get(at)
    return found ? verdictOf(found as StoredVerdict) : null
  }

  counts(): Map<Verdict, number> {
    const found = this.database
      .prepare('SELECT verdict, count(*) AS count FROM verdicts GROUP BY verdict')
      .all() as { verdict: Verdict; count: number }[]
    return new Map(found.map(({ verdict, count }) => [verdict, count]))
  }

  /** In the order of the file. */
  verdicts(wanted: readonly Verdict[], offset: number, limit: number): KeptVerdict[] {
    const found = this.database
      .prepare(
        `SELECT * FROM verdicts WHERE verdict IN (SELECT value FROM json_each(?)) ORDER BY at LIMIT ? OFFSET ?`,
      )
      .all(JSON.stringify(wanted), limit, offset)
    return (found as StoredVerdict[]).map(verdictOf)
  }

  verdictNames(): Map<number, Verdict> {
    const found = this.database.prepare('SELECT at, verdict FROM verdicts').all()
    return new Map((found as StoredVerdict[]).map(({ at, verdict }) => [at, verdict]))
  }
}

/** The geometry is left out where there is none. */
type StoredRow = [line: number, cells: Cell[], geometry?: Geometry]
type StoredBlock = { id: number; rows: string }
type StoredVerdict = {
  at: number
  line: number
  verdict: Verdict
  lng: number | null
  lat: number | null
  row_order: string | null
  shown: string
}

const blockId = (sheet: number, at: number) => sheet * SHEET_STEP + at

const storedRow = ({ line, cells, geometry }: ForeignRow): StoredRow =>
  geometry ? [line, cells, geometry] : [line, cells]

function rowsOf({ id, rows }: StoredBlock): KeptRow[] {
  const first = id % SHEET_STEP
  const stored = JSON.parse(rows) as StoredRow[]
  return stored.map(([line, cells, geometry = null], index) => ({
    at: first + index,
    line,
    cells,
    geometry,
  }))
}

function verdictOf({ at, line, verdict, lng, lat, row_order, shown }: StoredVerdict): KeptVerdict {
  return {
    at,
    line,
    verdict,
    lngLat: lng === null || lat === null ? null : [lng, lat],
    order: row_order && JSON.parse(row_order),
    shown: JSON.parse(shown),
  }
}
