// What stands in each row of a .dbf file? dBASE III to 7, as shapefiles carry them.
//
//   head of 32 bytes │ a field of 32 bytes each … 0x0D │ a mark of deletion, fields of fixed width │ …
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import type { Bytes } from '#geodata/formats/import/foreign/byte-file.ts'
import type { Notes } from '#geodata/formats/import/foreign/note.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'
import { broken } from '#geodata/formats/import/foreign/read-refusal.ts'
import {
  type DbfEncoding,
  dbfEncoding,
} from '#geodata/formats/import/foreign/shapefile/dbf-encoding.ts'
import { ByteSource } from '#geodata/formats/osm/byte-source.ts'

type Field = { name: string; type: string; width: number; isRead: boolean }

export type AttributeHead = {
  fields: Field[]
  rowCount: number
  rowBytes: number
  encoding: DbfEncoding
  source: ByteSource
}

const HEAD_BYTES = 32
const FIELD_BYTES = 32
const FIELDS_END = 0x0d
const DELETED = 0x2a
const END_OF_FILE = 0x1a
/** By so many bytes of rows the encoding is told. */
const SAMPLE_BYTES = 512 * 1024
const READ_TYPES = 'CNFDLIO@BV'

/** `said` is the text of the .cpg, if there is one. */
export async function attributeHead(
  chunks: AsyncIterable<Bytes>,
  said: string | null,
  { allowance, notes }: { allowance: Allowance; notes: Notes },
): Promise<AttributeHead> {
  const source = new ByteSource(chunks)
  const head = await source.peek(HEAD_BYTES)
  if (head.length < HEAD_BYTES) throw wrongHead()
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const rowCount = view.getUint32(4, true)
  const headBytes = view.getUint16(8, true)
  const rowBytes = view.getUint16(10, true)
  const language = view.getUint8(29)
  const fieldBytes = (await source.take(headBytes)).slice(HEAD_BYTES)
  const sample = await source.peek(SAMPLE_BYTES)
  const encoding = dbfEncoding(sample.subarray(0, SAMPLE_BYTES), rowBytes, { said, language })
  if (encoding.contradicts) notes.add('declared-encoding', null, encoding.name)
  const fields = fieldsIn(fieldBytes, encoding)
  const width = fields.reduce((sum, field) => sum + field.width, 1)
  if (fields.length === 0 || width > rowBytes) throw wrongHead()
  allowance.columns(fields.length)
  for (const { name, isRead } of fields) if (!isRead) notes.add('unread-column', null, name)
  return { fields, rowCount, rowBytes, encoding, source }
}

/** The cells of each row; null for one that is marked as deleted. Returns whether all came that are said to be there. */
export async function* attributesIn({
  fields,
  rowCount,
  rowBytes,
  encoding,
  source,
}: AttributeHead): AsyncGenerator<Cell[] | null, 'whole' | 'cut-off', undefined> {
  try {
    for (let row = 0; row < rowCount; row++) {
      const bytes = await source.take(rowBytes)
      if (bytes.length === 0 || bytes[0] === END_OF_FILE) return 'cut-off'
      if (bytes.length < rowBytes) return 'cut-off'
      yield bytes[0] === DELETED ? null : cellsIn(bytes, fields, encoding)
    }
    return 'whole'
  } finally {
    await source.close()
  }
}

function fieldsIn(bytes: Uint8Array, encoding: DbfEncoding): Field[] {
  const fields: Field[] = []
  for (
    let at = 0;
    at + FIELD_BYTES <= bytes.length && bytes[at] !== FIELDS_END;
    at += FIELD_BYTES
  ) {
    const nameBytes = bytes.subarray(at, at + 11)
    const end = nameBytes.indexOf(0)
    const name = encoding.text(end < 0 ? nameBytes : nameBytes.subarray(0, end)).trim()
    const type = String.fromCharCode(bytes[at + 11] ?? 0)
    // Texts of more than 255 bytes have the rest of their width where numbers have their decimals.
    const wide = type === 'C' ? (bytes[at + 17] ?? 0) * 256 : 0
    const width = (bytes[at + 16] ?? 0) + wide
    fields.push({ name, type, width, isRead: READ_TYPES.includes(type) })
  }
  return fields
}

function cellsIn(bytes: Uint8Array, fields: readonly Field[], encoding: DbfEncoding): Cell[] {
  const cells: Cell[] = []
  let at = 1
  for (const { type, width, isRead } of fields) {
    if (isRead) cells.push(cellIn(bytes.subarray(at, at + width), type, encoding))
    at += width
  }
  return cells
}

function cellIn(bytes: Uint8Array, type: string, encoding: DbfEncoding): Cell {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'I') return bytes.length >= 4 ? view.getInt32(0, true) : ''
  if (type === 'O' || (type === 'B' && bytes.length === 8)) {
    const value = bytes.length >= 8 ? view.getFloat64(0, true) : Number.NaN
    return Number.isFinite(value) ? value : ''
  }
  if (type === '@') return bytes.length >= 8 ? momentIn(view) : ''
  const text = encoding.text(bytes).replaceAll('\0', ' ').trimEnd()
  if (type === 'D') return dayIn(text)
  if (type === 'L') return /^[TtYy]/.test(text) ? true : /^[FfNn]/.test(text) ? false : ''
  return type === 'N' || type === 'F' ? numberIn(text.trim()) : text
}

/** Stars stand for a number that did not fit. Long whole numbers stay as they are written. */
function numberIn(text: string): Cell {
  if (text === '' || text.startsWith('*')) return ''
  const value = Number(text)
  return Number.isFinite(value) && !/^-?\d{16,}$/.test(text) ? value : text
}

function dayIn(text: string): Cell {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim()) ?? []
  if (year === undefined) return text.trim()
  return year === '0000' ? '' : { date: `${year}-${month}-${day}` }
}

/** Days of the Julian count, and milliseconds of the day. */
function momentIn(view: DataView): Cell {
  const days = view.getInt32(0, true)
  if (days === 0) return ''
  const moment = new Date((days - 2_440_588) * 86_400_000 + view.getInt32(4, true))
  return Number.isNaN(moment.getTime()) ? '' : { date: moment.toISOString().slice(0, 19) }
}

function wrongHead() {
  return broken({ zh: '.dbf 的文件头不对', en: 'the .dbf has a wrong head' })
}
