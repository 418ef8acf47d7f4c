// The thread beside the server on which analyses run: started when first needed, ended to cancel.
import { Worker } from 'node:worker_threads'
import type { AnalysisMessage, AnalysisOrder, AnalysisPlace } from '#server/workers/analyse.ts'

const THREAD = new URL('./analyse.ts', import.meta.url)

export type AnalysisThread = {
  /** Starts the thread where there is none and hands it an order. */
  post: (order: AnalysisOrder) => void
  /** Ends the thread, if there is one; the next order starts another. */
  end: () => Promise<number> | undefined
  /** The process waits for the thread, which otherwise keeps none alive. */
  keepAlive: () => void
}

/** `lost` is called with the reason why a thread ended that nobody ended. */
export function analysisThread(
  place: AnalysisPlace,
  on: { message: (message: AnalysisMessage) => void; lost: (error: unknown) => void },
): AnalysisThread {
  let thread: Worker | null = null
  const started = () => {
    const worker = new Worker(THREAD, { workerData: place })
    worker.unref()
    worker.on('message', on.message)
    worker.on('error', (error) => {
      if (thread !== worker) return
      thread = null
      on.lost(error)
    })
    return worker
  }
  return {
    post: (order) => {
      thread ??= started()
      thread.postMessage(order)
    },
    end: () => {
      const ended = thread?.terminate()
      thread = null
      return ended
    },
    keepAlive: () => thread?.ref(),
  }
}
