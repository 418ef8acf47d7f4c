// The thread of one import, from outside: started when it is first asked, and ended without taking the server with it.
import { Worker } from 'node:worker_threads'
import type { ImportPlace } from '#server/store/import-store.ts'
import type { DeskMessage, DeskOrder } from '#server/workers/import-desk.ts'

const THREAD = new URL('./import-desk.ts', import.meta.url)
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 }

export type DeskThread = ReturnType<typeof deskThread>

/** What goes wrong with the thread itself is heard as a failure of what was asked last. */
export function deskThread(
  place: ImportPlace,
  hear: (message: Exclude<DeskMessage, { kind: 'begun' }>) => void,
) {
  let asked = 0
  const thread = new Worker(THREAD, { workerData: place, resourceLimits: LIMITS })
  const begun = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  thread.on('message', (message: DeskMessage) => {
    if (message.kind === 'begun') begun.resolve()
    else hear(message)
  })
  thread.on('error', (error: NodeJS.ErrnoException) =>
    hear(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? { kind: 'refused', number: asked, words: TOO_LARGE }
        : { kind: 'failed', number: asked, error },
    ),
  )
  thread.once('exit', () => {
    begun.resolve()
    ended.resolve()
  })
  return {
    ask: (order: DeskOrder) => {
      asked = order.number
      thread.postMessage(order)
    },
    /** A thread that is ended while it still loads can take the process with it: it is ended once it has started. */
    end: async () => {
      await begun.promise
      await thread.terminate()
      await ended.promise
    },
  }
}

const TOO_LARGE = {
  zh: '核对这份文件所需的内存超过上限。请拆成几个文件再传。',
  en: 'Judging the file takes more memory than there is for it. Split it and send the parts.',
}
