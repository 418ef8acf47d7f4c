// Reads a network while the server answers: a large one takes longer than others may wait.
import { Worker } from 'node:worker_threads'
import type { StoredNetwork } from '#server/store/file-stores.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'
import type { ReadOrder } from '#server/workers/read-network.ts'

const THREAD = new URL('./read-network.ts', import.meta.url)

/** The network as `store.networks.read` gives it. */
export function readBeside(
  { address }: Pick<Store, 'address'>,
  region: RegionId,
  id: string,
): Promise<StoredNetwork> {
  const { promise, resolve, reject } = Promise.withResolvers<StoredNetwork>()
  const order: ReadOrder = { address, region, id }
  const thread = new Worker(THREAD, { workerData: order })
  thread.once('message', resolve)
  thread.once('error', reject)
  thread.once('exit', (code) =>
    reject(new Error(`The thread that reads ${id} ended with ${code}.`)),
  )
  return promise
}
