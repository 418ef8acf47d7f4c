// Reads a network file on a thread of its own and works out what its answers need, so that the server answers
// meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { preparedStreets } from '#geodata/analysis/answering/prepared-streets.ts'
import { urbanArea } from '#geodata/analysis/answering/urban-area.ts'
import type { ReadNetwork } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import type { RegionId } from '#server/store/region-id.ts'

/** `urban` are the districts whose local roads are city streets, each as the coordinates of a MultiPolygon. */
export type ReadOrder = { address: string; region: RegionId; id: string; urban: number[][][][][] }

const { address, region, id, urban } = workerData as ReadOrder
const store = await openStore(address, { onlyReads: true })
const stored = await store.networks.read(region, id)
await store.close()
const read: ReadNetwork =
  stored.kind === 'network'
    ? { ...stored, prepared: preparedStreets(stored, urbanArea(urban)) }
    : stored
parentPort?.postMessage(read, buffersIn(read))

/** Every array is handed over, not copied. */
function buffersIn(read: ReadNetwork): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  const look = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(read)
  return [...buffers]
}
