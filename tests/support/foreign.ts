// Reads bytes as somebody's own file, gathered as a whole: tables with their rows, or the refusal.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  Allowance,
  FOREIGN_LIMITS,
  type ForeignLimits,
} from '#geodata/formats/import/foreign/allowance.ts'
import { fileOfBytes } from '#geodata/formats/import/foreign/byte-file.ts'
import { readForeign } from '#geodata/formats/import/foreign/index.ts'
import type { Note } from '#geodata/formats/import/foreign/note.ts'
import type { ForeignRow, Pieces, SaidSystem } from '#geodata/formats/import/foreign/piece.ts'
import { ReadRefusal } from '#geodata/formats/import/foreign/read-refusal.ts'
import { readGeoPackage } from '#server/store/read-geopackage.ts'

export type GatheredTable = {
  name: string
  columns: readonly string[] | null
  isHidden: boolean
  encoding: string | null
  delimiter: string | null
  system: SaidSystem | null
  rows: ForeignRow[]
  merged: readonly string[]
  notes: Note[]
}

export async function gathered(pieces: Pieces): Promise<GatheredTable[]> {
  const tables: GatheredTable[] = []
  for await (const piece of pieces) {
    if (piece.kind === 'table') {
      const { name, columns, isHidden } = piece
      const [encoding, delimiter, system] = [null, null, null]
      tables.push({
        name,
        columns,
        isHidden,
        encoding,
        delimiter,
        system,
        rows: [],
        merged: [],
        notes: [],
      })
      continue
    }
    const table = tables.at(-1)
    if (!table) throw new Error(`A piece of ${piece.kind} came before any table.`)
    if (piece.kind === 'rows') table.rows.push(...piece.rows)
    else if (piece.kind === 'columns') table.columns = piece.columns
    else if (piece.kind === 'system') table.system = piece.system
    else if (piece.kind === 'merged') table.merged = piece.ranges
    else if (piece.kind === 'note') table.notes.push(piece.note)
    else Object.assign(table, { encoding: piece.encoding, delimiter: piece.delimiter })
  }
  return tables
}

const encoded = (content: Uint8Array | string) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

export function readBytes(
  content: Uint8Array | string,
  name = 'file',
  limits: Partial<ForeignLimits> = {},
): Promise<GatheredTable[]> {
  const bytes = encoded(content)
  const allowance = new Allowance({ ...FOREIGN_LIMITS, ...limits })
  const geopackage = () => databaseIn(bytes, allowance)
  return gathered(readForeign(fileOfBytes(bytes), name, allowance, { geopackage }))
}

/** A database is read where it lies. */
async function* databaseIn(bytes: Uint8Array, allowance: Allowance): Pieces {
  const folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-test-'))
  try {
    const file = path.join(folder, 'foreign.gpkg')
    writeFileSync(file, bytes)
    yield* readGeoPackage(file, allowance)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The one table of a file, for files that have one. */
export async function oneTable(
  content: Uint8Array | string,
  name?: string,
): Promise<GatheredTable> {
  const [table, ...more] = await readBytes(content, name)
  if (!table || more.length > 0) throw new Error(`${1 + more.length} tables came; expected one.`)
  return table
}

/** Why it is refused; throws where it is read. */
export async function refusalOf(
  content: Uint8Array | string,
  name?: string,
  limits?: Partial<ForeignLimits>,
): Promise<ReadRefusal> {
  try {
    await readBytes(content, name, limits)
  } catch (error) {
    if (error instanceof ReadRefusal) return error
    throw error
  }
  throw new Error('The file was read; a refusal was expected.')
}

export const cellsOf = (table: GatheredTable) => table.rows.map(({ cells }) => cells)
