// Reads a network file on a thread of its own, so that the server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import type { StoredNetwork } from '#server/store/file-stores.ts'
import { openStore } from '#server/store/open-store.ts'
import type { RegionId } from '#server/store/region-id.ts'

export type ReadOrder = { address: string; region: RegionId; id: string }

const { address, region, id } = workerData as ReadOrder
const store = await openStore(address, { onlyReads: true })
const stored = await store.networks.read(region, id)
await store.close()
parentPort?.postMessage(stored, buffersIn(stored))

/** Every array is handed over, not copied. */
function buffersIn(stored: StoredNetwork): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const look = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      Object.values(value).forEach(look)
  }
  look(stored)
  return [...buffers]
}
