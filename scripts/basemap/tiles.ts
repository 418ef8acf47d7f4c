// Which tiles do the features make, from far to near? Cut, simplified and packed one after another.
//
// Each band of zooms is made piece by piece, a piece being one tile of its first zoom, from what lies
// in it: what a province needs in memory is its nodes, not its tiles.
import { gzipSync } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { LAYERS, type LayerName } from '#scripts/basemap/classes.ts'
import { type Bounds, type Feature, type Features, WIDE_ZOOM } from '#scripts/basemap/features.ts'
import type { NodePlaces } from '#scripts/basemap/node-places.ts'

export const LEAST_ZOOM = 5
export const MOST_ZOOM = 13
const EXTENT = 4096
/** Kept around each tile, so that a line's edge and a label cut by the border come out whole. */
const BUFFER = 96
const TOLERANCE = 5

export type Tile = { z: number; x: number; y: number; gzipped: Uint8Array; layers: LayerName[] }
/** How much of the region is done, from 0 to 1. */
export type OnTiles = (share: number) => void

export function* tilesOf(
  { wide, close }: Features,
  nodes: NodePlaces,
  onTiles: OnTiles = () => {},
): Generator<Tile> {
  const whole = unionOf(close)
  if (!whole) return
  const bands = [
    { features: wide, from: LEAST_ZOOM, to: WIDE_ZOOM - 1 },
    { features: close, from: WIDE_ZOOM, to: MOST_ZOOM },
  ]
  const shards = bands.flatMap((band) =>
    [...tilesWithin(whole, band.from)].map(([x, y]) => ({ band, x, y })),
  )
  for (const [done, { band, x, y }] of shards.entries()) {
    onTiles(done / shards.length)
    const frame = boundsOfTile(band.from, x, y)
    const here = band.features.filter(({ bounds }) => overlap(bounds, frame))
    if (here.length === 0) continue
    const index = indexOf(here, nodes)
    for (let z = band.from; z <= band.to; z++) {
      const side = 2 ** (z - band.from)
      for (let column = x * side; column < (x + 1) * side; column++) {
        for (let row = y * side; row < (y + 1) * side; row++) {
          yield* tileAt(index, here, z, column, row)
        }
      }
    }
  }
}

function indexOf(features: Feature[], nodes: NodePlaces): GeoJSONVT {
  const position = (node: number): [number, number] => [nodes.lng(node), nodes.lat(node)]
  const along = (line: Int32Array) => Array.from(line, position)
  const geometryOf = ({ shape }: Feature): GeoJSON.Geometry => {
    if (shape.kind === 'point') return { type: 'Point', coordinates: [shape.lng, shape.lat] }
    return shape.kind === 'line'
      ? { type: 'LineString', coordinates: along(shape.nodes) }
      : { type: 'Polygon', coordinates: shape.rings.map(along) }
  }
  const data: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: features.map((feature, id) => ({
      type: 'Feature',
      id,
      geometry: geometryOf(feature),
      properties: feature.attributes,
    })),
  }
  return new GeoJSONVT(data, {
    // The library leaves its last zoom unsimplified: that is for the last zoom of all.
    maxZoom: MOST_ZOOM,
    // Only what is asked for is cut: a long river here must not be cut along its whole way.
    indexMaxZoom: 0,
    tolerance: TOLERANCE,
    extent: EXTENT,
    buffer: BUFFER,
  })
}

/** Nothing where no feature is drawn yet. */
function* tileAt(
  index: GeoJSONVT,
  features: Feature[],
  z: number,
  x: number,
  y: number,
): Generator<Tile> {
  const tile = index.getTile(z, x, y)
  if (!tile) return
  const isDrawn = (id: number | string | undefined, layer: LayerName) => {
    const feature = features[Number(id)]
    return feature !== undefined && feature.layer === layer && feature.fromZoom <= z
  }
  const drawn = LAYERS.map((layer) => {
    const found = tile.features.filter(({ id }: GeoJSONVTFeature) => isDrawn(id, layer))
    return { layer, features: found.map(({ id: _, ...feature }: GeoJSONVTFeature) => feature) }
  }).filter((layer) => layer.features.length > 0)
  if (drawn.length === 0) return
  const layers = Object.fromEntries(
    drawn.map(({ layer, features }) => [layer, { ...tile, features }]),
  )
  const packed = fromGeojsonVt(layers as never, { version: 2, extent: EXTENT })
  yield { z, x, y, gzipped: gzipSync(packed), layers: drawn.map(({ layer }) => layer) }
}

export function unionOf(features: Feature[]): Bounds | null {
  const [first, ...rest] = features
  if (!first) return null
  const whole = { ...first.bounds }
  for (const { bounds } of rest) {
    whole.west = Math.min(whole.west, bounds.west)
    whole.south = Math.min(whole.south, bounds.south)
    whole.east = Math.max(whole.east, bounds.east)
    whole.north = Math.max(whole.north, bounds.north)
  }
  return whole
}

function* tilesWithin(
  { west, south, east, north }: Bounds,
  z: number,
): Generator<[number, number]> {
  const last = 2 ** z - 1
  const column = (lng: number) =>
    Math.min(last, Math.max(0, Math.floor(((lng + 180) / 360) * 2 ** z)))
  const row = (lat: number) => {
    const sine = Math.sin((lat * Math.PI) / 180)
    const share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
    return Math.min(last, Math.max(0, Math.floor(share * 2 ** z)))
  }
  for (let x = column(west); x <= column(east); x++) {
    for (let y = row(north); y <= row(south); y++) yield [x, y]
  }
}

/** With the buffer around it. */
function boundsOfTile(z: number, x: number, y: number): Bounds {
  const margin = BUFFER / EXTENT
  const lng = (column: number) => (column / 2 ** z) * 360 - 180
  const lat = (row: number) =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI
  return {
    west: lng(x - margin),
    east: lng(x + 1 + margin),
    north: lat(y - margin),
    south: lat(y + 1 + margin),
  }
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south
}
