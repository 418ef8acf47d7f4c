// The networks of a folder as the server holds them, without a server.
import path from 'node:path'
import { buildGeodata } from '#scripts/build-geodata.ts'
import type { LoadedNetwork } from '#server/region/networks.ts'
import { loadRegion } from '#server/region/region.ts'
import { readNetworks } from '#server/store/files/network-files.ts'
import { openAtlas } from '#server/store/sqlite/atlas.ts'

/** Makes the folder ready to be served: the facts beside its networks. */
export function buildFacts(dataDir: string): void {
  buildGeodata({ sourcesDir: 'geodata/sources', outFile: path.join(dataDir, 'base.gpkg') })
}

/** The network written last. */
export function loadedNetwork(dataDir: string): LoadedNetwork {
  buildFacts(dataDir)
  const atlas = openAtlas(dataDir)
  const [first] = loadRegion(atlas, readNetworks(dataDir)).streets
  atlas.close()
  if (!first) throw new Error(`No network of ${dataDir} can be used.`)
  return first
}

/** Rings as the API hands them out: a finished text. */
export function ringsText(
  { rings }: LoadedNetwork,
  origin: readonly [number, number],
  cutoffMinutes: readonly number[],
): string {
  const features = rings(origin, cutoffMinutes, 'outward').map(({ geometry, ...properties }) => ({
    type: 'Feature',
    geometry,
    properties,
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}
