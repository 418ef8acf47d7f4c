// Reads a workbook from somebody while the server answers: within limits of time and memory.
import { Worker } from 'node:worker_threads'
import { atOnce } from '#server/workers/at-once.ts'
import type { WorkbookMessage } from '#server/workers/read-workbook.ts'

const THREAD = new URL('./read-workbook.ts', import.meta.url)

const PATIENCE_MILLISECONDS = 15_000
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
/** So many files are read at once; others wait. */
const places = atOnce(2)

export type ReadBook = WorkbookMessage | { kind: 'too-slow' }

export async function readWorkbookBeside(bytes: Uint8Array): Promise<ReadBook> {
  const leave = await places.enter()
  try {
    return await readInThread(bytes)
  } finally {
    leave()
  }
}

function readInThread(bytes: Uint8Array): Promise<ReadBook> {
  const thread = new Worker(THREAD, { workerData: bytes, resourceLimits: LIMITS })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve({ kind: 'too-slow' })
      void thread.terminate()
    }, PATIENCE_MILLISECONDS)
    thread.once('message', resolve)
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'too-large' })
      else reject(error)
    })
    thread.once('exit', () => {
      clearTimeout(timer)
      resolve({ kind: 'broken' })
    })
  })
}
