// Reads a workbook from somebody on a thread of its own, which may be ended or run out of memory alone.
//
// A file of a megabyte may say that it unpacks to a few, and unpack to thousands: every part is unpacked here with the
// limit that it says itself, before anything reads it.
import { parentPort, workerData } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import { type GivenSheet, readWorkbook } from '#geodata/formats/import/workbook.ts'
import { type Faulty, partsOf } from '#server/workers/zip-parts.ts'

export type WorkbookMessage = { kind: 'read'; sheets: GivenSheet[] } | Faulty

const bytes = workerData as Uint8Array
parentPort?.postMessage(await read())

async function read(): Promise<WorkbookMessage> {
  const found = partsOf(bytes)
  if (found.kind !== 'parts') return found
  try {
    for (const { data, method, unpackedBytes } of found.parts) {
      // 8: deflated; what is stored is as large as it is.
      if (method === 8) inflateRawSync(data, { maxOutputLength: Math.max(1, unpackedBytes) })
    }
  } catch (error) {
    const isLarger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return { kind: isLarger ? 'too-large' : 'broken' }
  }
  try {
    return { kind: 'read', sheets: await readWorkbook(bytes) }
  } catch {
    return { kind: 'broken' }
  }
}
