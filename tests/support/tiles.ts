// A basemap made from a drawn town, and what its tiles say.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { BASEMAP_FILE } from '#geodata/contract/basemap.ts'
import { buildBasemap } from '#scripts/basemap.ts'
import { openTilesFile } from '#server/store/sqlite/tiles-file.ts'
import { type OsmExtract, type OsmPbfOptions, writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** Writes the extracts into a folder of the test and makes DATA_DIR/basemap.mbtiles from them. */
export async function basemapOf(extracts: OsmExtract[], options: OsmPbfOptions = {}) {
  const folder = temporaryFolder()
  const files = extracts.map((extract, index) => {
    const file = path.join(folder, `town-${index + 1}.osm.pbf`)
    writeFileSync(file, writeOsmPbf(extract, options))
    return file
  })
  const outFile = path.join(folder, 'data', BASEMAP_FILE)
  const report = await buildBasemap(files, outFile)
  return { folder, files, outFile, report }
}

export type DrawnFeature = {
  properties: Record<string, unknown>
  type: string
  coordinates: unknown
}

/** The features of one layer in the tile of a zoom over a place; degrees. */
export function drawnAt(
  file: string,
  layer: string,
  z: number,
  [lng, lat]: readonly [number, number],
): DrawnFeature[] {
  const { x, y } = tileOver(z, lng, lat)
  const tiles = openTilesFile(file)
  const gzipped = tiles.tile({ z, x, y })
  tiles.close()
  if (!gzipped) return []
  return featuresIn(gunzipSync(gzipped), layer, z, x, y)
}

export function featuresIn(bytes: Uint8Array, layer: string, z: number, x: number, y: number) {
  const found = new VectorTile(new PbfReader(bytes)).layers[layer]
  return Array.from({ length: found?.length ?? 0 }, (_, index): DrawnFeature => {
    const { geometry, properties } = found!.feature(index).toGeoJSON(x, y, z)
    return {
      properties: properties ?? {},
      type: geometry.type,
      coordinates: 'coordinates' in geometry ? geometry.coordinates : [],
    }
  })
}

/** https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames */
export function tileOver(z: number, lng: number, lat: number): { x: number; y: number } {
  const radians = (lat * Math.PI) / 180
  const down = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2
  return { x: Math.floor(((lng + 180) / 360) * 2 ** z), y: Math.floor(down * 2 ** z) }
}
