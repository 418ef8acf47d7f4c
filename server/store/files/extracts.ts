// Which OpenStreetMap extracts lie in DATA_DIR/extracts, and how does one get there?
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { type Extract, ExtractName } from '#geodata/contract/jobs.ts'
import type { Received } from '#server/store/file-stores.ts'

const ARRIVING = '.arriving'

export function extractsIn(dataDir: string) {
  return {
    list: () => listExtracts(dataDir),
    has: (name: string) => existsSync(extractFile(dataDir, name)),
    receive: (
      name: string,
      body: ReadableStream<Uint8Array>,
      limits: { limitBytes: number; expectedBytes: number | null },
    ) => receiveExtract(dataDir, name, body, limits),
  }
}

export function extractFile(dataDir: string, name: string): string {
  return path.join(dataDir, 'extracts', name)
}

/** Drops what a server that was killed had received in part. */
export function sweepArriving(dataDir: string): void {
  const folder = extractFile(dataDir, '')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name.endsWith(ARRIVING)) rmSync(path.join(folder, name), { force: true })
  }
}

/** By name; files of other names are not shown. */
function listExtracts(dataDir: string): Extract[] {
  const folder = path.join(dataDir, 'extracts')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => ExtractName.safeParse(name).success)
    .sort()
    .flatMap((name) => extractAt(dataDir, name) ?? [])
}

function extractAt(dataDir: string, name: string): Extract | null {
  const stats = statSync(extractFile(dataDir, name), { throwIfNoEntry: false })
  if (!stats?.isFile()) return null
  return { name, bytes: stats.size, date: stats.mtime.toISOString() }
}

/** Writes beside the place and renames once all has come; whatever goes wrong, an old file stays. */
async function receiveExtract(
  dataDir: string,
  name: string,
  body: ReadableStream<Uint8Array>,
  { limitBytes, expectedBytes }: { limitBytes: number; expectedBytes: number | null },
): Promise<Received> {
  const file = extractFile(dataDir, name)
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
    const isNew = !existsSync(file)
    await rename(draft, file)
    const extract = extractAt(dataDir, name)
    return extract ? { kind: 'received', extract, isNew } : { kind: 'cut-off', bytes }
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
