// Reads a network while the server answers: a large one takes longer than others may wait.
import { Worker } from 'node:worker_threads'
import type { ReadNetwork, Region } from '#server/region/region.ts'
import type { Store } from '#server/store/store.ts'
import type { ReadOrder } from '#server/workers/read-network.ts'

const THREAD = new URL('./read-network.ts', import.meta.url)

/** The network as `store.networks.read` gives it, prepared for the ground of the region. */
export function readBeside(
  { address }: Pick<Store, 'address'>,
  { id: region, skeletonFile: { urban } }: Pick<Region, 'id' | 'skeletonFile'>,
  id: string,
): Promise<ReadNetwork> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadNetwork>()
  const order: ReadOrder = { address, region, id, urban }
  const thread = new Worker(THREAD, { workerData: order })
  thread.once('message', resolve)
  thread.once('error', reject)
  thread.once('exit', (code) =>
    reject(new Error(`The thread that reads ${id} ended with ${code}.`)),
  )
  return promise
}
