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

const VERDICT_TABLE = `verdicts (at INTEGER PRIMARY KEY, line INTEGER, verdict TEXT, lng REAL, lat REAL,
  row_order TEXT, shown TEXT)`
const VERDICT_INDEX = 'CREATE INDEX IF NOT EXISTS verdict_rows ON verdicts (verdict, at)'

export class ImportFile {
  private readonly database: Database.Database
  private verdictPut: Database.Statement | null = null

  /** Of one that is only read and is not there yet nothing is known. */
  constructor(file: string, { onlyReads = false } = {}) {
    const isThere = existsSync(file)
    this.database = new Database(onlyReads && !isThere ? ':memory:' : file, {
      readonly: onlyReads && isThere,
    })
    if (onlyReads && isThere) return
    // What is lost with the machine is read again.
    this.database.pragma('journal_mode = WAL')
    this.database.pragma('synchronous = OFF')
    this.database.pragma('cache_size = -65536')
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS sheets (sheet INTEGER PRIMARY KEY, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS rows (sheet INTEGER, at INTEGER, line INTEGER, cells TEXT, geometry TEXT,
        PRIMARY KEY (sheet, at)) WITHOUT ROWID;
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

  putRows(sheet: number, from: number, rows: readonly ForeignRow[]): void {
    const put = this.database.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?)')
    this.database.transaction(() => {
      rows.forEach(({ line, cells, geometry }, index) => {
        const shape = geometry ? JSON.stringify(geometry) : null
        put.run(sheet, from + index, line, JSON.stringify(cells), shape)
      })
    })()
  }

  /** Rows of the sheet from one on, at most so many. */
  rowsFrom(sheet: number, from: number, limit: number): KeptRow[] {
    const found = this.database
      .prepare('SELECT * FROM rows WHERE sheet = ? AND at >= ? ORDER BY at LIMIT ?')
      .all(sheet, from, limit)
    return (found as StoredRow[]).map(rowOf)
  }

  /** In pages, so that what is found can be written in between. */
  *pages(sheet: number, from: number): Generator<KeptRow[]> {
    for (let at = from; ; ) {
      const rows = this.rowsFrom(sheet, at, PAGE)
      if (rows.length === 0) return
      yield rows
      at = (rows.at(-1)?.at ?? at) + 1
    }
  }

  /** At most so many rows, evenly from the whole. */
  sample(sheet: number, from: number, most: number): KeptRow[] {
    const { last } = this.database
      .prepare('SELECT max(at) AS last FROM rows WHERE sheet = ?')
      .get(sheet) as { last: number | null }
    const step = Math.max(1, Math.ceil(((last ?? -1) + 1 - from) / most))
    const found = this.database
      .prepare('SELECT * FROM rows WHERE sheet = ? AND at >= ? AND (at - ?) % ? = 0 ORDER BY at')
      .all(sheet, from, from, step)
    return (found as StoredRow[]).map(rowOf)
  }

  row(sheet: number, at: number): KeptRow | null {
    return this.rowsFrom(sheet, at, 1).find((row) => row.at === at) ?? null
  }

  dropRows(): void {
    this.database.exec('DELETE FROM rows; DELETE FROM sheets')
  }

  dropVerdicts(): void {
    // Made anew: to index a million rows at their end takes a fraction of keeping an index in step.
    this.database.exec(`DROP TABLE verdicts; CREATE TABLE ${VERDICT_TABLE}`)
    this.verdictPut = null
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
    const found = this.database.prepare('SELECT * FROM verdicts WHERE at = ?').get(at)
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

type StoredRow = { at: number; line: number; cells: string; geometry: string | null }
type StoredVerdict = {
  at: number
  line: number
  verdict: Verdict
  lng: number | null
  lat: number | null
  row_order: string | null
  shown: string
}

function rowOf({ at, line, cells, geometry }: StoredRow): KeptRow {
  return { at, line, cells: JSON.parse(cells), geometry: geometry && JSON.parse(geometry) }
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
