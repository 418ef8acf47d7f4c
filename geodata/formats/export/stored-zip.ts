// Several files as one, none of them packed: for pictures, which are packed already (APPNOTE 6.3.10, method 0).
//
//   local header, name, bytes │ … │ directory: header, name │ … │ end
import { crc32 } from '#geodata/formats/export/crc-32.ts'

/** Every system writes and reads names in UTF-8 where this flag says so. */
const NAMES_IN_UTF8 = 0x0800
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20

export type ZipPart = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** `madeAt` dates every file of it. More than 65,535 files or 4 GB would need another format. */
export function storedZip(parts: readonly ZipPart[], madeAt: Date): Blob {
  const [date, time] = dosDate(madeAt)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const named = new TextEncoder().encode(name)
    // Flags, method, time, date, checksum, both sizes, length of the name, none of anything further.
    const about: Field[] = [
      [2, NAMES_IN_UTF8],
      [2, 0],
      [2, time],
      [2, date],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, named.length],
      [2, 0],
    ]
    pieces.push(fields([[4, LOCAL], [2, VERSION], ...about]), named, bytes)
    directory.push(
      // No comment, the first disk, no attributes, and where the file begins.
      fields([[4, CENTRAL], [2, VERSION], [2, VERSION], ...about, [6, 0], [4, 0], [4, at]]),
      named,
    )
    at = lengthOf(pieces)
  }
  const end = fields([
    [4, END],
    [4, 0],
    [2, parts.length],
    [2, parts.length],
    [4, lengthOf(directory)],
    [4, at],
    [2, 0],
  ])
  return new Blob([...pieces, ...directory, end], { type: 'application/zip' })
}

/** So many bytes, the least first. */
type Field = [bytes: number, value: number]

function fields(all: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = all.flatMap(([count, value]) =>
    Array.from({ length: count }, (_, place) => Math.floor(value / 256 ** place) % 256),
  )
  return Uint8Array.from(bytes)
}

const lengthOf = (pieces: readonly Uint8Array[]) =>
  pieces.reduce((sum, { length }) => sum + length, 0)

/** As MS-DOS counts: years from 1980, seconds in twos. */
function dosDate(moment: Date): [date: number, time: number] {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  const [hours, minutes, seconds] = [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
  return [
    ((year - 1980) << 9) | (month << 5) | day,
    (hours << 11) | (minutes << 5) | (seconds >> 1),
  ]
}
