// Runs analyses on a thread of its own, over the same data folder, so that the server answers meanwhile.
import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { Problem } from '#geodata/contract/problem.ts'
import type { ProcessId } from '#geodata/contract/processes/index.ts'
import { ProblemError } from '#server/http/problem.ts'
import { runProcess } from '#server/processes/index.ts'
import { followEdits, loadRegion } from '#server/region/region.ts'
import { networksFolder, readNetworks } from '#server/store/files/network-files.ts'
import { openAtlas } from '#server/store/sqlite/atlas.ts'

export type AnalysisOrder = {
  jobId: string
  processId: ProcessId
  inputs: unknown
  /** Shared with the server: 1 once nobody wants the answer. */
  isDropped: Int32Array
}

/** What the thread tells the server of an order; the last message is neither `begun` nor `progress`. */
export type AnalysisMessage = {
  jobId: string
} /** From here on nothing but arithmetic: the thread may be ended. */ & (
  | { kind: 'begun' }
  | { kind: 'dropped' }
  | { kind: 'progress'; share: number }
  | { kind: 'done'; body: string }
  | { kind: 'refused'; problem: Problem; headers: Record<string, string> }
  | { kind: 'broken'; error: unknown }
)

const dataDir = workerData as string
const atlas = openAtlas(dataDir)
let networksAsOf = networksChangedAt()
let region = loadRegion(atlas, readNetworks(dataDir))

parentPort?.on('message', ({ jobId, processId, inputs, isDropped }: AnalysisOrder) => {
  const tell = (message: AnalysisMessage) => parentPort?.postMessage(message)
  try {
    if (Atomics.load(isDropped, 0) === 0) catchUp()
    if (Atomics.load(isDropped, 0) === 1) return tell({ jobId, kind: 'dropped' })
    tell({ jobId, kind: 'begun' })
    let told = 0
    const result = runProcess(processId, region, inputs, (done, total) => {
      // A message a percent is enough.
      const share = Math.floor((100 * done) / total) / 100
      if (share > told) tell({ jobId, kind: 'progress', share })
      told = Math.max(told, share)
    })
    tell({ jobId, kind: 'done', body: JSON.stringify(result) })
  } catch (error) {
    if (error instanceof ProblemError) {
      tell({ jobId, kind: 'refused', problem: error.problem, headers: error.headers })
    } else tell({ jobId, kind: 'broken', error })
  }
})

/** The data and networks as they are now, whoever changed them. */
function catchUp(): void {
  const changedAt = networksChangedAt()
  if (changedAt === networksAsOf) followEdits(region, atlas)
  else {
    networksAsOf = changedAt
    region = loadRegion(atlas, readNetworks(dataDir))
  }
}

/** A network comes and goes by a rename, which touches its folder. */
function networksChangedAt(): number {
  return statSync(networksFolder(dataDir), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
