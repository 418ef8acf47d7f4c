// What lies in a file of the zip kind, and how large does it say it is unpacked?
//
//   parts …  │ central directory: a line a part │ end: where the directory begins, how many lines
//
// Only the directory at the end is believed, as every program does.

/** Why a file is no workbook that can be read. */
export type Faulty = { kind: 'not-xlsx' | 'old-or-locked' | 'too-large' | 'broken' }

export type ZipPart = { name: string; method: number; unpackedBytes: number; data: Uint8Array }

const END = 0x06054b50
const LINE = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
/** A questionnaire has some twenty parts and unpacks to a few hundred kilobytes. */
const MOST_PARTS = 500
const MOST_UNPACKED_BYTES = 20 * 1024 * 1024
/** How workbooks of before 2007 and those with a password begin. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0]

export function partsOf(bytes: Uint8Array): { kind: 'parts'; parts: ZipPart[] } | Faulty {
  if (OLD.every((byte, index) => bytes[index] === byte)) return { kind: 'old-or-locked' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endIn(view)
  if (end === null) return { kind: 'not-xlsx' }
  const count = view.getUint16(end + 10, true)
  if (count > MOST_PARTS) return { kind: 'too-large' }
  const parts: ZipPart[] = []
  let at = view.getUint32(end + 16, true)
  try {
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== LINE) return { kind: 'broken' }
      parts.push(partAt(bytes, view, at))
      const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
      at += 46 + lengths.reduce((sum, one) => sum + one, 0)
    }
  } catch {
    // The directory points past the end of the file.
    return { kind: 'broken' }
  }
  const unpacked = parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0)
  if (unpacked > MOST_UNPACKED_BYTES) return { kind: 'too-large' }
  const isWorkbook = parts.some(({ name }) => name === 'xl/workbook.xml')
  return isWorkbook ? { kind: 'parts', parts } : { kind: 'not-xlsx' }
}

/** The end stands last, but for a comment. */
function endIn(view: DataView): number | null {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

function partAt(bytes: Uint8Array, view: DataView, at: number): ZipPart {
  const packedBytes = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const nameAt = at + 46
  return {
    name: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + view.getUint16(at + 28, true))),
    method: view.getUint16(at + 10, true),
    unpackedBytes: view.getUint32(at + 24, true),
    data: bytes.subarray(start, start + packedBytes),
  }
}
