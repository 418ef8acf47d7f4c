// Any collection as vector tiles (Mapbox Vector Tile 2.1): cut and simplified by geojson-vt, one layer a collection.
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { TileKey } from '#geodata/formats/tile-lines.ts'

/** Beyond it a map enlarges these tiles: a step of their grid is 0.6 m. */
export const FEATURE_MOST_ZOOM = 14
const EXTENT = 4096
/** Kept around each tile, so that a mark or a line on the border comes out whole on both sides. */
const BUFFER = 64
const TOLERANCE = 3

/** Of the placed features; a tile is null where it holds none. */
export function featureTiles(
  layer: string,
  features: readonly RowFeature[],
): (key: TileKey) => Uint8Array | null {
  const placed = features.filter(({ geometry }) => geometry !== null)
  const index = new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: placed.map(({ geometry, properties }) => ({
        type: 'Feature',
        geometry: geometry as GeoJSON.Geometry,
        properties: attributesOf(properties),
      })),
    },
    // Only what is asked for is cut.
    {
      maxZoom: FEATURE_MOST_ZOOM,
      indexMaxZoom: 0,
      tolerance: TOLERANCE,
      extent: EXTENT,
      buffer: BUFFER,
    },
  )
  return ({ z, x, y }) => {
    const tile = placed.length > 0 ? index.getTile(z, x, y) : null
    if (!tile || tile.features.length === 0) return null
    return fromGeojsonVt({ [layer]: tile } as never, { version: 2, extent: EXTENT })
  }
}

/** A tile knows neither lists nor what is not known: lists are joined by semicolons, the unknown is left out. */
function attributesOf(
  properties: Record<string, unknown>,
): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (value === null || value === undefined || value === '') return []
      if (Array.isArray(value)) return value.length > 0 ? [[name, value.join(';')]] : []
      return [[name, value as string | number | boolean]]
    }),
  )
}
