// Which OpenStreetMap extracts lie in DATA_DIR/extracts, and how does one get there?
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Extract, ExtractName } from '#geodata/contract/jobs.ts'
import type { Received } from '#server/store/file-stores.ts'
import { ARRIVING, type Arrival, receiveFile } from '#server/store/files/receive-file.ts'

export function extractsIn(dataDir: string) {
  return {
    list: () => listExtracts(dataDir),
    has: (name: string) => existsSync(extractFile(dataDir, name)),
    receive: (name: string, body: ReadableStream<Uint8Array>, limits: Arrival) =>
      receiveExtract(dataDir, name, body, limits),
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

async function receiveExtract(
  dataDir: string,
  name: string,
  body: ReadableStream<Uint8Array>,
  limits: Arrival,
): Promise<Received> {
  const file = extractFile(dataDir, name)
  const isNew = !existsSync(file)
  const arrived = await receiveFile(file, body, limits)
  if (arrived.kind !== 'received') return arrived
  const extract = extractAt(dataDir, name)
  return extract
    ? { kind: 'received', extract, isNew }
    : { kind: 'cut-off', bytes: arrived.byteCount }
}
