// What lies in a file of the zip kind, and how large does it say it is unpacked?
//
// Only the directory at the end is believed, as every program does.
import {
  directoryEnd,
  directoryLines,
  plainDirectory,
  type ZipEntry,
} from '#geodata/formats/zip-directory.ts'

/** Why a file is no workbook that can be read. */
export type Faulty = { kind: 'not-xlsx' | 'old-or-locked' | 'too-large' | 'broken' }

export type ZipPart = { name: string; method: number; unpackedBytes: number; data: Uint8Array }

/** A questionnaire has some twenty parts and unpacks to a few hundred kilobytes. */
const MOST_PARTS = 500
const MOST_UNPACKED_BYTES = 20 * 1024 * 1024
/** How workbooks of before 2007 and those with a password begin. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0]
const HEAD_BYTES = 30

export function partsOf(bytes: Uint8Array): { kind: 'parts'; parts: ZipPart[] } | Faulty {
  if (OLD.every((byte, index) => bytes[index] === byte)) return { kind: 'old-or-locked' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === null) return { kind: 'not-xlsx' }
  const { count, directoryAt } = plainDirectory(view, end)
  if (count > MOST_PARTS) return { kind: 'too-large' }
  let parts: ZipPart[]
  try {
    const directory = bytes.subarray(directoryAt) as Uint8Array<ArrayBuffer>
    parts = directoryLines(directory, count).map((entry) => partAt(bytes, view, entry))
  } catch {
    // The directory points past the end of the file.
    return { kind: 'broken' }
  }
  const unpacked = parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0)
  if (unpacked > MOST_UNPACKED_BYTES) return { kind: 'too-large' }
  const isWorkbook = parts.some(({ name }) => name === 'xl/workbook.xml')
  return isWorkbook ? { kind: 'parts', parts } : { kind: 'not-xlsx' }
}

function partAt(bytes: Uint8Array, view: DataView, entry: ZipEntry): ZipPart {
  const { name, method, unpackedBytes, startByte, packedBytes } = entry
  const names = view.getUint16(startByte + 26, true) + view.getUint16(startByte + 28, true)
  const start = startByte + HEAD_BYTES + names
  return { name, method, unpackedBytes, data: bytes.subarray(start, start + packedBytes) }
}
