// The table beside the shapes of a Shapefile: dBASE III, values as text of fixed width, blanks for what is unknown.
import type { CollectionColumn } from '#geodata/formats/export/collection/collection-format.ts'
import type { ExportCell } from '#geodata/formats/export/format.ts'

const MOST_NAME_BYTES = 10
const MOST_TEXT_BYTES = 254
/** As far as a double goes. */
const MOST_DECIMALS = 15

export type Width = { type: 'C' | 'N'; bytes: number; decimals: number }

/** Names of ten bytes, all different. */
export function fieldNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let short = name.slice(0, MOST_NAME_BYTES)
    for (let number = 1; taken.has(short.toLowerCase()); number++) {
      const tail = String(number)
      short = `${name.slice(0, MOST_NAME_BYTES - tail.length)}${tail}`
    }
    taken.add(short.toLowerCase())
    return short
  })
}

/** How wide each column must be for the cells that it takes. */
export function columnWidths(columns: readonly CollectionColumn[]) {
  const widths = columns.map(({ kind }): Width => {
    const isNumber = kind === 'whole' || kind === 'number'
    return { type: isNumber ? 'N' : 'C', bytes: 1, decimals: 0 }
  })
  /** Digits before the point, with the sign. */
  const before = columns.map(() => 1)
  let cut = 0
  return {
    take: (cells: readonly ExportCell[]) => {
      for (const [at, width] of widths.entries()) {
        const cell = cells[at] ?? null
        if (cell === null) continue
        if (width.type === 'C') {
          const { length } = encoder.encode(String(cell))
          if (length > MOST_TEXT_BYTES) cut += 1
          width.bytes = Math.max(width.bytes, Math.min(length, MOST_TEXT_BYTES))
          continue
        }
        const value = Number(cell)
        width.decimals = Math.max(width.decimals, decimalsOf(value))
        before[at] = Math.max(
          before[at] ?? 1,
          String(Math.trunc(value)).length + (value < 0 ? 1 : 0),
        )
        width.bytes = (before[at] ?? 1) + (width.decimals > 0 ? 1 + width.decimals : 0)
      }
    },
    all: () => widths,
    cut: () => cut,
  }
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    if (Number(value.toFixed(decimals)) === value) return decimals
  }
  return MOST_DECIMALS
}

const encoder = new TextEncoder()
const SPACE = 0x20
const END_OF_HEAD = 0x0d
const END_OF_FILE = 0x1a
const DBASE_3 = 3

export function writeTable(names: readonly string[], widths: readonly Width[]) {
  const rowBytes = 1 + widths.reduce((sum, { bytes }) => sum + bytes, 0)
  const rows: Uint8Array<ArrayBuffer>[] = []
  return {
    add: (cells: readonly ExportCell[]) => {
      // The first byte: not deleted.
      const row = new Uint8Array(rowBytes).fill(SPACE)
      let at = 1
      for (const [index, width] of widths.entries()) {
        const cell = cells[index] ?? null
        if (cell !== null) put(row, at, width, cell)
        at += width.bytes
      }
      rows.push(row)
    },
    bytes: (): Uint8Array<ArrayBuffer> => {
      const headBytes = 32 + 32 * names.length + 1
      const all = new Uint8Array(headBytes + rowBytes * rows.length + 1)
      const view = new DataView(all.buffer)
      const today = new Date()
      all.set([DBASE_3, today.getFullYear() - 1900, today.getMonth() + 1, today.getDate()])
      view.setUint32(4, rows.length, true)
      view.setUint16(8, headBytes, true)
      view.setUint16(10, rowBytes, true)
      for (const [index, { type, bytes, decimals }] of widths.entries()) {
        const from = 32 + 32 * index
        all.set(encoder.encode(names[index]), from)
        all[from + 11] = type.charCodeAt(0)
        all[from + 16] = bytes
        all[from + 17] = decimals
      }
      all[headBytes - 1] = END_OF_HEAD
      for (const [index, row] of rows.entries()) all.set(row, headBytes + index * rowBytes)
      all[all.length - 1] = END_OF_FILE
      return all
    },
  }
}

/** Numbers stand to the right, texts to the left. */
function put(
  row: Uint8Array,
  at: number,
  { type, bytes, decimals }: Width,
  cell: ExportCell,
): void {
  if (type === 'C') row.set(cutText(String(cell), bytes), at)
  else row.set(encoder.encode(Number(cell).toFixed(decimals).padStart(bytes)), at)
}

/** At most so many bytes, and no character in part. */
function cutText(text: string, most: number): Uint8Array {
  const room = new Uint8Array(most)
  const { written } = encoder.encodeInto(text, room)
  return room.subarray(0, written)
}
