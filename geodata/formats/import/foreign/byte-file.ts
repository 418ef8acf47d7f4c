// Any part of a file, wherever it lies: on a disk, in a page, in memory.
import type { Allowance } from '#geodata/formats/import/foreign/allowance.ts'
import { cutOff } from '#geodata/formats/import/foreign/read-refusal.ts'

export type Bytes = Uint8Array<ArrayBuffer>

export type ByteFile = {
  byteCount: number
  /** Fewer bytes than asked for only where the file ends. */
  read: (from: number, to: number) => Promise<Bytes>
}

const CHUNK_BYTES = 128 * 1024

export function fileOfBytes(bytes: Bytes): ByteFile {
  return { byteCount: bytes.length, read: async (from, to) => bytes.subarray(from, to) }
}

/** The bytes of a stretch, in chunks, each told as done. */
export async function* chunksOf(
  file: ByteFile,
  allowance: Allowance,
  from = 0,
  to = file.byteCount,
): AsyncGenerator<Bytes, void, undefined> {
  for (let at = from; at < to; at += CHUNK_BYTES) {
    const end = Math.min(to, at + CHUNK_BYTES)
    const bytes = await file.read(at, end)
    if (bytes.length < end - at) {
      throw cutOff({
        zh: `应有 ${to} 字节，实有 ${at + bytes.length} 字节`,
        en: `${to} bytes were expected, ${at + bytes.length} came`,
      })
    }
    allowance.done(bytes.length)
    yield bytes
  }
}
