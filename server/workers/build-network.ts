// Builds a network file on a thread of its own, so that the server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import type { BuildOrder } from '#server/store/file-stores.ts'
import { type BuildStep, buildNetworkFile } from '#server/store/files/network-build.ts'

/** What the thread reports to the server: first that it has started; the last message is never `progress`. */
export type BuildMessage =
  | { kind: 'begun' }
  | { kind: 'progress'; step: BuildStep; share: number }
  | { kind: 'built'; junctionCount: number; streetCount: number; missingNodes: number }
  | { kind: 'refused'; en: string; zh: string }

function send(message: BuildMessage): void {
  parentPort?.postMessage(message)
}

send({ kind: 'begun' })
let reported = ''
const outcome = await buildNetworkFile(workerData as BuildOrder, (step, share) => {
  // Progress comes with every block read; a message a percent is enough.
  const line = `${step} ${Math.floor(share * 100)}`
  if (line !== reported) send({ kind: 'progress', step, share })
  reported = line
})
if (outcome.kind === 'refused') {
  send(outcome)
} else {
  const { junctionCount, streets } = outcome.network
  const { missingNodes } = outcome
  send({ kind: 'built', junctionCount, streetCount: streets.count, missingNodes })
}
