// Runs analyses on a thread of its own, over the same data folder, so that the server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { answerText } from '#geodata/analysis/answering/answer-text.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { ProcessId } from '#geodata/contract/processes/index.ts'
import { ProblemError } from '#server/http/problem.ts'
import { runProcess } from '#server/processes/index.ts'
import type { Gathered } from '#server/processes/process.ts'
import { followEdits, loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import type { RegionId } from '#server/store/region-id.ts'

/** Where the thread finds the data, and of which region. */
export type AnalysisPlace = { address: string; region: RegionId }

export type AnalysisOrder = {
  jobId: string
  processId: ProcessId
  inputs: unknown
  /** What only the server could look up. */
  gathered: Gathered | undefined
  /** Shared with the server: 1 once the answer is no longer wanted. */
  isDropped: Int32Array
}

/** What the thread reports to the server about an order; the last message is neither `begun` nor `progress`. */
export type AnalysisMessage = {
  jobId: string
} /** From here on nothing but arithmetic: the thread may be ended. */ & (
  | { kind: 'begun' }
  | { kind: 'dropped' }
  | { kind: 'progress'; share: number }
  /** The text of the answer in UTF-8, handed over, not copied. */
  | { kind: 'done'; body: Uint8Array<ArrayBuffer> }
  | { kind: 'refused'; problem: Problem; headers: Record<string, string> }
  | { kind: 'broken'; error: unknown }
)

const place = workerData as AnalysisPlace
const store = await openStore(place.address, { onlyReads: true })
let networksAsOf = await store.networks.version(place.region)
let region = await loadRegion(store, place.region)

parentPort?.on(
  'message',
  async ({ jobId, processId, inputs, gathered, isDropped }: AnalysisOrder) => {
    const tell = (message: AnalysisMessage) => parentPort?.postMessage(message)
    try {
      if (Atomics.load(isDropped, 0) === 0) await catchUp()
      if (Atomics.load(isDropped, 0) === 1) return tell({ jobId, kind: 'dropped' })
      tell({ jobId, kind: 'begun' })
      let reported = 0
      const tellProgress = (done: number, total: number) => {
        // A message a percent is enough.
        const share = Math.floor((100 * done) / total) / 100
        if (share > reported) tell({ jobId, kind: 'progress', share })
        reported = Math.max(reported, share)
      }
      const result = runProcess(processId, region, inputs, tellProgress, gathered)
      const body = new TextEncoder().encode(answerText(result))
      parentPort?.postMessage({ jobId, kind: 'done', body } satisfies AnalysisMessage, [
        body.buffer,
      ])
    } catch (error) {
      if (error instanceof ProblemError) {
        tell({ jobId, kind: 'refused', problem: error.problem, headers: error.headers })
      } else tell({ jobId, kind: 'broken', error })
    }
  },
)

/** The data and networks as they are now, also where another program changed them. */
async function catchUp(): Promise<void> {
  const version = await store.networks.version(place.region)
  if (version === networksAsOf) return followEdits(region, store)
  networksAsOf = version
  region = await loadRegion(store, place.region)
}
