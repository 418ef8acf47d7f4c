// How does a file announce its next blob, and what is packed in it?
import { BYTES, Cursor, field, NUMBER } from '#geodata/formats/osm/cursor.ts'
import type { Inflate } from '#geodata/formats/osm/handlers.ts'
import { BlobFault } from '#geodata/formats/osm/osm-read-error.ts'

/** The format's own limits; past them a reader is meant to refuse. */
export const HEADER_MOST_BYTES = 64 * 1024
export const BLOB_MOST_BYTES = 32 * 1024 * 1024

const ANNOUNCEMENT = { type: field(1, BYTES), byteCount: field(3, NUMBER) }
const BLOB = { raw: field(1, BYTES), rawByteCount: field(2, NUMBER), zlib: field(3, BYTES) }
const OTHER_PACKING = new Map([
  [field(4, BYTES), 'lzma'],
  [field(5, BYTES), 'bzip2'],
  [field(6, BYTES), 'lz4'],
  [field(7, BYTES), 'zstd'],
])

export type Announcement = { type: string; byteCount: number }

export function readAnnouncement(bytes: Uint8Array): Announcement {
  const cursor = new Cursor().open(bytes)
  let type = ''
  let byteCount = -1
  while (cursor.at < cursor.end) {
    const key = cursor.number()
    if (key === ANNOUNCEMENT.type) type = new TextDecoder().decode(cursor.take())
    else if (key === ANNOUNCEMENT.byteCount) byteCount = cursor.number()
    else cursor.skip(key)
  }
  cursor.mustBeAtEnd()
  if (byteCount < 0 || byteCount > BLOB_MOST_BYTES) throw tooLarge('the blob', '数据块', byteCount)
  return { type, byteCount }
}

/** What the blob holds, unpacked; the promise is rejected with a fault when it cannot be. */
export async function unpack(bytes: Uint8Array, inflate: Inflate): Promise<Uint8Array> {
  const cursor = new Cursor().open(bytes)
  let raw: Uint8Array | undefined
  let zlib: Uint8Array | undefined
  let rawByteCount: number | undefined
  while (cursor.at < cursor.end) {
    const key = cursor.number()
    const other = OTHER_PACKING.get(key)
    if (other) {
      throw new BlobFault(
        `it is packed with ${other}; only raw and zlib are read`,
        `采用 ${other} 压缩，本程序只支持未压缩和 zlib`,
        'unsupported',
      )
    }
    if (key === BLOB.raw) raw = cursor.take()
    else if (key === BLOB.zlib) zlib = cursor.take()
    else if (key === BLOB.rawByteCount) rawByteCount = cursor.number()
    else cursor.skip(key)
  }
  cursor.mustBeAtEnd()
  if (raw) return raw
  if (!zlib || rawByteCount === undefined) {
    throw new BlobFault(
      'neither raw nor zlib data with their length',
      '既无原始数据，也无带长度的 zlib 数据',
    )
  }
  if (rawByteCount < 0 || rawByteCount > BLOB_MOST_BYTES) {
    throw tooLarge('the unpacked blob', '解压后的数据块', rawByteCount)
  }
  return inflated(zlib, rawByteCount, inflate)
}

async function inflated(zlib: Uint8Array, rawByteCount: number, inflate: Inflate) {
  let unpacked: Uint8Array
  try {
    unpacked = await inflate(zlib, rawByteCount)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BlobFault(
      `zlib data that do not unpack to ${rawByteCount} bytes (${why})`,
      `zlib 数据无法解压为 ${rawByteCount} 字节（${why}）`,
    )
  }
  if (unpacked.length === rawByteCount) return unpacked
  throw new BlobFault(
    `zlib data of ${unpacked.length} bytes; ${rawByteCount} announced`,
    `zlib 数据解压后为 ${unpacked.length} 字节，声明为 ${rawByteCount} 字节`,
  )
}

export function tooLarge(en: string, zh: string, byteCount: number): BlobFault {
  const most = en === 'its header' ? HEADER_MOST_BYTES : BLOB_MOST_BYTES
  return new BlobFault(
    `${en} is announced with ${byteCount} bytes; 0 to ${most} expected`,
    `${zh}声明为 ${byteCount} 字节，应在 0 至 ${most} 字节之间`,
  )
}
