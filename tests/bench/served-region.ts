// The networks of a folder as the server holds them, without a server.
import path from 'node:path'
import { answerText } from '#geodata/analysis/answering/answer-text.ts'
import { collected } from '#geodata/analysis/answering/asked.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'

/** Makes the folder ready to be served: the facts beside its networks. */
export function buildFacts(dataDir: string): void {
  buildGeodata({ sourcesDir: 'geodata/sources', outFile: path.join(dataDir, 'base.gpkg') })
}

/** The network written last. */
export async function loadedNetwork(dataDir: string): Promise<LoadedNetwork> {
  buildFacts(dataDir)
  const store = await openStore(dataDir)
  const {
    streets: [first],
  } = await loadRegion(store)
  await store.close()
  if (!first) throw new Error(`No network of ${dataDir} can be used.`)
  return first
}

/** Rings as the API returns them: a finished text. */
export function ringsText(
  { rings }: LoadedNetwork,
  origin: readonly [number, number],
  cutoffMinutes: readonly number[],
): string {
  return answerText(collected(rings(origin, cutoffMinutes, 'outward')))
}
