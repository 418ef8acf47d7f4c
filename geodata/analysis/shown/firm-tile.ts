// Firms as vector tiles, for a map of more of them than a page can hold.
//
// Firms that would cover one another on the screen are one feature with their count. A tile is a whole
// number of the grid's cells and groups never reach over its edge, so that over all tiles of a zoom every
// firm is counted exactly once. From some zoom on firms of one place stand around it, as on a map that
// holds them all.
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import type { Company } from '#geodata/contract/collections.ts'
import { projection, TILE_UNITS, type TileKey } from '#geodata/formats/tile-lines.ts'
import {
  aroundPlace,
  fromWorld,
  groupsIn,
  isOnePlace,
  opensAt,
  type PointGroup,
  type WorldPlaces,
  worldPlaces,
} from '#geodata/geometry/point-groups.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export const FIRM_LAYER = 'companies'
/** Beyond it a map enlarges these tiles: firms nearer than some meters stay one feature. */
export const FIRM_MOST_ZOOM = 18
/** Thirteen to a tile of 512 pixels: some 39 pixels a cell. */
const CELL_PIXELS = 512 / 13

export type PlacedFirms = { firms: Company[]; places: WorldPlaces }

/** Those whose place is known. */
export function placedFirms(all: readonly Company[]): PlacedFirms {
  const firms = all.filter(({ geometry }) => geometry !== null)
  const places = worldPlaces(
    firms.map(({ geometry }) => geometry?.coordinates as unknown as LngLat),
  )
  return { firms, places }
}

/** One tile (Mapbox Vector Tile 2.1), or null where it holds no firm. */
export function firmTile({ firms, places }: PlacedFirms, key: TileKey): Uint8Array | null {
  const side = 1 / 2 ** key.z
  const frame = {
    west: key.x * side,
    east: (key.x + 1) * side,
    north: key.y * side,
    south: (key.y + 1) * side,
  }
  const project = projection(key)
  // A mark beside its tile would not be drawn at all.
  const within = (units: number) => Math.min(TILE_UNITS - 1, Math.max(0, Math.round(units)))
  const pointAt = (
    [lng, lat]: readonly number[],
    tags: Record<string, string | number | boolean>,
  ) => {
    const [x, y] = project(lng ?? 0, lat ?? 0)
    return { type: 1 as const, geometry: [[within(x), within(y)]] as [[number, number]], tags }
  }
  // Tiles of a zoom are shown up to the next one.
  const features = groupsIn(places, frame, key.z, CELL_PIXELS).flatMap((group) => {
    if (!opensAt(group, key.z + 0.5)) {
      return [pointAt(fromWorld(group.x, group.y), groupTags(group, key.z))]
    }
    const around = aroundPlace(group.x, group.y, group.members.length, key.z)
    return group.members.flatMap((member, index) => {
      const firm = firms[member]
      const at = around[index]
      return firm && at ? [pointAt(at, firmTags(firm))] : []
    })
  })
  if (features.length === 0) return null
  const layer = new GeoJSONWrapper(features, { version: 2, extent: TILE_UNITS })
  layer.name = FIRM_LAYER
  return fromVectorTileJs({ layers: { [FIRM_LAYER]: layer } })
}

function groupTags(group: PointGroup, zoom: number) {
  const [west, north] = fromWorld(group.west, group.north)
  const [east, south] = fromWorld(group.east, group.south)
  return {
    count: group.members.length,
    onePlace: isOnePlace(group, zoom),
    bounds: [west, south, east, north].join(','),
  }
}

function firmTags({ properties }: Company) {
  const { id, nameZh, nameEn, kind, systems, products } = properties
  return { id, nameZh, nameEn, kind, system: systems[0] ?? '', products }
}
