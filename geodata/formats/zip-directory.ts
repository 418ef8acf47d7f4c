// What does a file of the zip kind hold, by its directory at the end (APPNOTE 6.3.10, with ZIP64)? Nothing is unpacked.

export type ZipEntry = {
  name: string
  method: number
  isLocked: boolean
  checksum: number
  packedBytes: number
  unpackedBytes: number
  /** Of its own head, after which its bytes begin. */
  startByte: number
}

const END = 0x06054b50
const LINE = 0x02014b50
export const END_BYTES = 22
const LINE_BYTES = 46
/** Behind the end a comment may follow, so long at most. */
export const LONGEST_COMMENT = 65_535
const IN_64 = 0xffffffff
const MOST_NAMES = 10_000

/** In the order of the directory; null: the archive is cut off or damaged. */
export function zipNames(bytes: Uint8Array): string[] | null {
  const view = viewOf(bytes)
  const endAt = directoryEnd(view)
  if (endAt === null) return null
  const { count, directoryAt } = plainDirectory(view, endAt)
  if (count > MOST_NAMES) return null
  try {
    return directoryLines(bytes.subarray(directoryAt, endAt), count).map(({ name }) => name)
  } catch {
    return null
  }
}

export const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the end begins, which stands last but for a comment; null: there is none. */
export function directoryEnd(tail: DataView): number | null {
  const last = tail.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (tail.getUint32(at, true) === END) return at
  }
  return null
}

/** Of a zip smaller than 4 GB, by its end. */
export function plainDirectory(tail: DataView, endAt: number) {
  return {
    count: tail.getUint16(endAt + 10, true),
    directoryBytes: tail.getUint32(endAt + 12, true),
    directoryAt: tail.getUint32(endAt + 16, true),
  }
}

/** Beyond 2 ** 53 lies no file: such a number is a fault. */
export function longAt(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(value)) throw new RangeError('Beyond any file.')
  return value
}

/** Throws a RangeError where the directory is none, or ends before its last line. */
export function directoryLines(directory: Uint8Array, count: number): ZipEntry[] {
  const view = viewOf(directory)
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== LINE) throw new RangeError('No line of a directory.')
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const extraAt = at + LINE_BYTES + (name ?? 0)
    const flags = view.getUint16(at + 8, true)
    entries.push({
      name: nameIn(directory.subarray(at + LINE_BYTES, extraAt)),
      method: view.getUint16(at + 10, true),
      isLocked: (flags & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      ...placeIn(view, at, extraAt, extraAt + (extra ?? 0)),
    })
    at = extraAt + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

/** Sizes and place; those that do not fit stand in the extra field 1, in this order. */
function placeIn(view: DataView, at: number, extraAt: number, extraEnd: number) {
  const values = [24, 20, 42].map((offset) => view.getUint32(at + offset, true))
  if (values.includes(IN_64)) {
    for (let field = extraAt; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
      if (view.getUint16(field, true) !== 1) continue
      let next = field + 4
      for (const [index, value] of values.entries()) {
        if (value !== IN_64) continue
        values[index] = longAt(view, next)
        next += 8
      }
    }
  }
  const [unpackedBytes = 0, packedBytes = 0, startByte = 0] = values
  return { unpackedBytes, packedBytes, startByte }
}

/** UTF-8 where it is such; programs of Chinese Windows write GBK without saying so. */
function nameIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
