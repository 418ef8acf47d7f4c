// The thread that builds a network: started, listened to and ended without taking the server with it.
import { Worker } from 'node:worker_threads'
import type { BuildOrder } from '#server/store/file-stores.ts'
import type { BuildMessage } from '#server/workers/build-network.ts'

const THREAD = new URL('./build-network.ts', import.meta.url)

type Listener = {
  onBegun: () => void
  onMessage: (message: Exclude<BuildMessage, { kind: 'begun' }>) => void
  onError: (error: NodeJS.ErrnoException) => void
}

export function buildThread({ onBegun, onMessage, onError }: Listener) {
  let worker: Worker | null = null
  // A thread that is ended while it still loads can take the process with it: it is ended once it has started.
  let hasBegun = false
  let isStopped = false
  return {
    /** Settles when the thread has ended. */
    run: (order: BuildOrder) =>
      new Promise<void>((resolve) => {
        if (isStopped) return resolve()
        const thread = new Worker(THREAD, { workerData: order })
        worker = thread
        thread.on('online', onBegun)
        thread.on('message', (message: BuildMessage) => {
          if (message.kind !== 'begun') return onMessage(message)
          hasBegun = true
          if (isStopped) void thread.terminate()
        })
        thread.on('error', onError)
        thread.once('exit', () => resolve())
      }),
    stop: () => {
      isStopped = true
      if (hasBegun) void worker?.terminate()
    },
  }
}
