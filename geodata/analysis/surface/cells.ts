// Which cells of the H3 grid lie in the city, and where does each meet the roads?
//
// Worked out once for a network and a resolution and kept: the next question needs only the searches.
import { cellToLatLng, polygonToCells } from 'h3-js'
import { type End, endOf, type Ground } from '#geodata/analysis/ground/trips.ts'
import type { District } from '#geodata/contract/collections.ts'

export type Cells = { ids: string[]; ends: End[] }

const kept = new WeakMap<object, Map<number, { of: object; cells: Cells }>>()

/** Cells by their centres, in ascending order of their index. */
export function cellsOf(ground: Ground, districts: readonly District[], resolution: number): Cells {
  const ofRoads = kept.get(ground.roads) ?? new Map<number, { of: object; cells: Cells }>()
  kept.set(ground.roads, ofRoads)
  const known = ofRoads.get(resolution)
  if (known && known.of === districts) return known.cells
  const ids = new Set<string>()
  for (const { geometry } of districts) {
    // Rings of longitude and latitude, as GeoJSON has them.
    for (const polygon of geometry.coordinates) {
      for (const id of polygonToCells(polygon as number[][][], resolution, true)) ids.add(id)
    }
  }
  const ordered = [...ids].sort()
  const ends = ordered.map((id) => {
    const [lat, lng] = cellToLatLng(id)
    return endOf(ground, { lngLat: [lng, lat], radiusKilometers: 0 })
  })
  const cells = { ids: ordered, ends }
  ofRoads.set(resolution, { of: districts, cells })
  return cells
}
