// Starts a worker of the kernel from the code and the files that the page itself holds.

import { FACTS_PATH, SKELETON_PATH } from '#geodata/contract/given.ts'
import KernelWorker from '#web/given/kernel-worker.ts?worker&inline'

export type KernelFiles = Record<typeof FACTS_PATH | typeof SKELETON_PATH, string>

let files: KernelFiles = { [FACTS_PATH]: '', [SKELETON_PATH]: '' }

/** What every worker started from now on works with. */
export function layOutFiles(answers: Record<string, string>): void {
  files = {
    [FACTS_PATH]: answers[FACTS_PATH] ?? '',
    [SKELETON_PATH]: answers[SKELETON_PATH] ?? '',
  }
}

export function startWorker(): Worker {
  const worker = new KernelWorker({ name: 'kernel' })
  worker.postMessage(files)
  return worker
}
