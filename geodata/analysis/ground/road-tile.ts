// Which roads of a street network does a tile show, and how are they packed (Mapbox Vector Tile 2.1)?
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import { roadLines } from '#geodata/analysis/ground/road-lines.ts'
import {
  boundsOfTile,
  partsInTile,
  projection,
  simplified,
  TILE_UNITS,
  type TileKey,
} from '#geodata/formats/tile-lines.ts'
import type { StreetIndex } from '#geodata/network/street/street-index.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'

export const ROAD_LAYER = 'roads'
export const ROAD_LEAST_ZOOM = 5
/** Beyond it a map enlarges these tiles: a unit of theirs is half a meter. */
export const ROAD_MOST_ZOOM = 14
/** A wide line along the border, and a label across it, come out whole. */
export const ROAD_BUFFER_UNITS = 64
const TOLERANCE_UNITS = 1

/** Null where nothing is drawn. */
export function roadTile(
  network: StreetNetwork,
  index: StreetIndex,
  key: TileKey,
): Uint8Array | null {
  const project = projection(key)
  const tolerance = key.z < ROAD_MOST_ZOOM ? TOLERANCE_UNITS : 0
  const apart7 = (tolerance / 2) * (3.6e9 / (TILE_UNITS * 2 ** key.z))
  const asked = { bounds: boundsOfTile(key, ROAD_BUFFER_UNITS), zoom: key.z, apart7 }
  const features = roadLines(network, index, asked).flatMap(({ attributes, lines }) => {
    const drawn = lines.flatMap((line) => {
      const points = line.map(([lng, lat]) => project(lng, lat))
      return partsInTile(simplified(points, tolerance), ROAD_BUFFER_UNITS)
    })
    return drawn.length > 0 ? [{ type: 2 as const, geometry: drawn, tags: attributes }] : []
  })
  if (features.length === 0) return null
  const layer = new GeoJSONWrapper(features, { version: 2, extent: TILE_UNITS })
  layer.name = ROAD_LAYER
  return fromVectorTileJs({ layers: { [ROAD_LAYER]: layer } })
}
