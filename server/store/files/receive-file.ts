// A file that arrives: written beside its place and put there once all has come; whatever goes wrong, an old one stays.
import { createWriteStream, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'

export const ARRIVING = '.arriving'

export type Arrival = { limitBytes: number; expectedBytes: number | null }

export type FileArrived =
  | { kind: 'received'; byteCount: number }
  | { kind: 'too-large' }
  | { kind: 'cut-off'; bytes: number }
  | { kind: 'disk-full' }

export async function receiveFile(
  file: string,
  body: ReadableStream<Uint8Array>,
  { limitBytes, expectedBytes }: Arrival,
): Promise<FileArrived> {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${crypto.randomUUID()}${ARRIVING}`
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      done(bytes > limitBytes ? new TooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(
      Readable.fromWeb(body as NodeStream),
      counted,
      createWriteStream(draft, { flush: true }),
    )
    if (expectedBytes !== null && bytes !== expectedBytes) return { kind: 'cut-off', bytes }
    await rename(draft, file)
    return { kind: 'received', byteCount: bytes }
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'too-large' }
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') return { kind: 'disk-full' }
    // The sender is gone: whatever is answered, nobody reads it.
    if (code === 'ECONNRESET' || code === 'ABORT_ERR' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
      return { kind: 'cut-off', bytes }
    }
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

class TooLarge extends Error {}
