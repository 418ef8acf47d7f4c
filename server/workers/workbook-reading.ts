// Reads a workbook from somebody while the server answers: within limits of time and memory.
import { Worker } from 'node:worker_threads'
import type { WorkbookMessage } from '#server/workers/read-workbook.ts'

const THREAD = new URL('./read-workbook.ts', import.meta.url)

const PATIENCE_MILLISECONDS = 15_000
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
/** So many files are read at once; others wait. */
const AT_ONCE = 2

export type ReadBook = WorkbookMessage | { kind: 'too-slow' }

const waiting: (() => void)[] = []
let running = 0

export async function readWorkbookBeside(bytes: Uint8Array): Promise<ReadBook> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await readInThread(bytes)
  } finally {
    running -= 1
    waiting.shift()?.()
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
