// How far does a truck get within each cutoff, drawn as areas?
//
// The exact cost function of `trips.ts` is evaluated on a grid of about one kilometer and contoured
// with linear interpolation (marching squares, d3-contour). Which interchanges serve a grid point
// does not depend on the origin, so it is worked out once per network and region.
import { contours } from 'd3-contour'
import {
  ACCESS_CHOICES,
  ACCESS_LIMIT_METERS,
  entriesOf,
  type Ground,
  LOCAL_DETOUR,
  localSpeedKmPerHour,
  spreadFrom,
} from '#geodata/analysis/trips.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

export type Grid = {
  west: number
  south: number
  columns: number
  rows: number
  stepDegrees: number
  /** ACCESS_CHOICES slots per point: node + 1 (0: none) and local deciseconds to it. */
  entryNode: Uint16Array
  entryDeciseconds: Uint32Array
  speedKmPerHour: Uint8Array
}

export const GRID_STEP_DEGREES = 0.01

/** Works out the grid over a box in degrees; a second or so, once per network. */
export function buildGrid(
  ground: Ground,
  box: { west: number; south: number; east: number; north: number },
  stepDegrees = GRID_STEP_DEGREES,
): Grid {
  const columns = Math.ceil((box.east - box.west) / stepDegrees) + 1
  const rows = Math.ceil((box.north - box.south) / stepDegrees) + 1
  const count = columns * rows
  const grid: Grid = {
    ...box,
    columns,
    rows,
    stepDegrees,
    entryNode: new Uint16Array(count * ACCESS_CHOICES),
    entryDeciseconds: new Uint32Array(count * ACCESS_CHOICES),
    speedKmPerHour: new Uint8Array(count),
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const point = row * columns + column
      const lngLat: LngLat = [box.west + column * stepDegrees, box.south + row * stepDegrees]
      grid.speedKmPerHour[point] = localSpeedKmPerHour(ground, lngLat)
      entriesOf(ground, lngLat).forEach((entry, choice) => {
        grid.entryNode[point * ACCESS_CHOICES + choice] = entry.node + 1
        grid.entryDeciseconds[point * ACCESS_CHOICES + choice] = entry.costDeciseconds
      })
    }
  }
  return grid
}

export type Ring = {
  cutoffMinutes: number
  areaSquareKilometers: number
  geometry: { type: 'MultiPolygon'; coordinates: number[][][][] }
}

/** One area per cutoff, largest first; right-hand rule, holes kept. */
export function isochrone(
  ground: Ground,
  grid: Grid,
  origin: LngLat,
  cutoffMinutes: readonly number[],
  direction: 'outward' | 'inward',
): Ring[] {
  const seconds = surfaceSeconds(ground, grid, origin, direction)
  const draw = contours().size([grid.columns, grid.rows])
  return [...cutoffMinutes]
    .sort((a, b) => b - a)
    .map((cutoff) => {
      const limit = cutoff * 60
      const height = Array.from(seconds, (value) => limit - value)
      const { coordinates } = draw.contour(height, 0)
      const lngLats = coordinates.map((rings) => rings.map((ring) => ring.map(toLngLat).reverse()))
      return {
        cutoffMinutes: cutoff,
        areaSquareKilometers: Math.round(areaSquareKilometers(lngLats)),
        geometry: { type: 'MultiPolygon' as const, coordinates: lngLats },
      }
    })
  // d3-contour winds its rings the other way round and draws cell centers at + 0.5.
  function toLngLat([x = 0, y = 0]: number[]): number[] {
    return [
      Math.round((grid.west + (x - 0.5) * grid.stepDegrees) * 1e5) / 1e5,
      Math.round((grid.south + (y - 0.5) * grid.stepDegrees) * 1e5) / 1e5,
    ]
  }
}

/** Truck seconds at every grid point; a day and more where no road leads. */
export function surfaceSeconds(
  ground: Ground,
  grid: Grid,
  origin: LngLat,
  direction: 'outward' | 'inward',
): Float32Array {
  const spread = spreadFrom(ground, { lngLat: origin, radiusKilometers: 0 }, direction)
  const roads = spread.costs?.costDeciseconds
  const originSpeed = localSpeedKmPerHour(ground, origin)
  const seconds = new Float32Array(grid.columns * grid.rows).fill(100_000)
  for (let point = 0; point < seconds.length; point++) {
    let best = UNREACHED
    if (roads) {
      for (let slot = point * ACCESS_CHOICES; slot < (point + 1) * ACCESS_CHOICES; slot++) {
        const node = grid.entryNode[slot] ?? 0
        if (node === 0) break
        const road = roads[node - 1] ?? UNREACHED
        if (road !== UNREACHED) best = Math.min(best, road + (grid.entryDeciseconds[slot] ?? 0))
      }
    }
    const lngLat: LngLat = [
      grid.west + (point % grid.columns) * grid.stepDegrees,
      grid.south + Math.floor(point / grid.columns) * grid.stepDegrees,
    ]
    if (Math.abs(lngLat[0] - origin[0]) < 0.5 && Math.abs(lngLat[1] - origin[1]) < 0.4) {
      const straight = greatCircleMeters(origin, lngLat)
      if (straight <= ACCESS_LIMIT_METERS) {
        const speed = Math.min(originSpeed, grid.speedKmPerHour[point] ?? originSpeed)
        best = Math.min(best, (straight * LOCAL_DETOUR * 36) / speed)
      }
    }
    if (best !== UNREACHED) seconds[point] = best / 10
  }
  return seconds
}

function areaSquareKilometers(polygons: number[][][][]): number {
  let total = 0
  for (const rings of polygons) for (const ring of rings) total += ringArea(ring)
  return total
}

/** Signed, on the sphere near the ring's latitude: exact enough for a rounded figure. */
function ringArea(ring: number[][]): number {
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    doubled += (x1 * y2 - x2 * y1) * Math.cos((((y1 + y2) / 2) * Math.PI) / 180)
  }
  return (doubled / 2) * 111.195 ** 2
}
