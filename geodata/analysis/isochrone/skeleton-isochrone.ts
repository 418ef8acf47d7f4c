// How far does a truck get within each cutoff, drawn as areas?
//
// The exact cost function of `trips.ts` over the skeleton is evaluated on a grid of about one kilometer and contoured
// with linear interpolation (marching squares, d3-contour). Only the window that the largest cutoff
// can reach is looked at. A node is inside exactly when its cost is within the cutoff, up to what a
// kilometer grid can show: an interchange reached with less than a minute left may be missed.
import { contours } from 'd3-contour'
import { LOCAL_DETOUR, LOCAL_SPEED_RURAL_KM_PER_HOUR } from '#geodata/analysis/ground/duration.ts'
import { ACCESS_CHOICES, ACCESS_LIMIT_METERS } from '#geodata/analysis/ground/skeleton-roads.ts'
import { type Spread, spreadFrom } from '#geodata/analysis/ground/trips.ts'
import {
  type Grid,
  lngLatOf,
  type SkeletonGround,
  type Window,
  windowAround,
} from '#geodata/analysis/isochrone/grid.ts'
import { DrawnArea } from '#geodata/analysis/isochrone/outline/drawn-area.ts'
import { squareKilometersOf } from '#geodata/geometry/square-kilometers.ts'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import { UNREACHED } from '#geodata/network/road-network.ts'

/** Farther than any cutoff: a day and more where no road leads. */
const NEVER_SECONDS = 100_000
/** A corner never comes closer to a grid point than this share of a cell, so rings stay simple. */
const LEAST_SHARE_OF_CELL = 0.004

export type Ring = {
  cutoffMinutes: number
  areaSquareKilometers: number
  geometry: DrawnArea
}

/**
 * One area per cutoff, largest first: closed rings, outer ones counterclockwise, holes kept. Areas
 * in square kilometers on the sphere.
 */
export function isochrone(
  ground: SkeletonGround,
  grid: Grid,
  origin: LngLat,
  cutoffMinutes: readonly number[],
  direction: 'outward' | 'inward',
): Ring[] {
  const descending = [...cutoffMinutes].sort((a, b) => b - a)
  const spread = spreadFrom(ground, { lngLat: origin, radiusKilometers: 0 }, direction)
  const window = reachableWindow(ground, grid, spread, (descending[0] ?? 0) * 600)
  const seconds = surfaceSeconds(grid, spread, window)
  const draw = contours().size([window.columns, window.rows])
  // Higher is nearer: d3-contour outlines what is at least the threshold.
  const nearness = Array.from(seconds, (value) => -value)
  return descending.map((cutoff) => {
    // A hair above, so that no grid point lies exactly on the threshold.
    const { coordinates } = draw.contour(nearness, -cutoff * 60 - 1e-3)
    const polygons = coordinates.map((rings) => rings.map((ring) => toLngLats(ring, grid, window)))
    return {
      cutoffMinutes: cutoff,
      areaSquareKilometers: Math.round(squareKilometersOf(polygons)),
      geometry: DrawnArea.of(polygons),
    }
  })
}

export type Exit = { nameZh: string; lngLat: [number, number]; minutes: number }

/**
 * The interchanges a truck reaches within the cutoff, nearest first: off the expressway it leaves and
 * enters at one of them alone, and from each the local roads lead on.
 */
export function exitsWithin(
  ground: SkeletonGround,
  origin: LngLat,
  cutoffMinutes: number,
  direction: 'outward' | 'inward',
): Exit[] {
  const { skeleton } = ground.roads
  const { costs } = spreadFrom(ground, { lngLat: origin, radiusKilometers: 0 }, direction)
  return skeleton.interchanges
    .flatMap((node): Exit[] => {
      const minutes = (costs?.costDeciseconds[node] ?? UNREACHED) / 600
      const lngLat = skeleton.nodeLngLats[node]
      if (!lngLat || minutes > cutoffMinutes) return []
      return [{ nameZh: skeleton.nodeNames[node] ?? '', lngLat: [lngLat[0], lngLat[1]], minutes }]
    })
    .sort((a, b) => a.minutes - b.minutes)
}

/** d3-contour winds its rings the other way round and puts grid point (0, 0) at 0.5, 0.5. */
function toLngLats(ring: number[][], grid: Grid, window: Window): number[][] {
  return ring
    .map(([x = 0, y = 0]) => {
      const column = window.column + awayFromPoints(x - 0.5)
      const row = window.row + awayFromPoints(y - 0.5)
      return [
        Math.round((grid.west + column * grid.stepDegrees) * 1e5) / 1e5,
        Math.round((grid.south + row * grid.stepDegrees) * 1e5) / 1e5,
      ]
    })
    .reverse()
}

function awayFromPoints(position: number): number {
  const whole = Math.floor(position)
  const share = position - whole
  if (share === 0) return position
  return whole + Math.min(1 - LEAST_SHARE_OF_CELL, Math.max(LEAST_SHARE_OF_CELL, share))
}

/** The part of the grid that anything within the cutoff can lie in, and a margin. */
function reachableWindow(
  ground: SkeletonGround,
  grid: Grid,
  spread: Spread,
  limit: number,
): Window {
  const metersPerDecisecond = LOCAL_SPEED_RURAL_KM_PER_HOUR / 36 / LOCAL_DETOUR
  const circle = (lngLat: LngLat, costDeciseconds: number) => ({
    lngLat,
    radiusMeters: Math.min(ACCESS_LIMIT_METERS, (limit - costDeciseconds) * metersPerDecisecond),
  })
  const circles = [circle(spread.place.lngLat, 0)]
  spread.costs?.costDeciseconds.forEach((cost, node) => {
    const lngLat = ground.roads.skeleton.nodeLngLats[node]
    if (lngLat && cost <= limit) circles.push(circle(lngLat, cost))
  })
  return windowAround(grid, circles)
}

/** Truck seconds at every grid point of the window, row by row from the south-west. */
export function surfaceSeconds(grid: Grid, spread: Spread, window: Window): Float64Array {
  const roads = spread.costs?.costDeciseconds
  const { lngLat: origin, speedKmPerHour: originSpeed } = spread.place
  const seconds = new Float64Array(window.columns * window.rows).fill(NEVER_SECONDS)
  // No place farther off in degrees is within 40 km.
  const latitudeReach = 0.361
  const longitudeReach = 0.361 / Math.cos(((Math.abs(origin[1]) + latitudeReach) * Math.PI) / 180)
  let slot = 0
  for (let row = window.row; row < window.row + window.rows; row++) {
    for (let column = window.column; column < window.column + window.columns; column++, slot++) {
      const point = row * grid.columns + column
      let best = UNREACHED
      if (roads) {
        const last = (point + 1) * ACCESS_CHOICES
        for (let choice = point * ACCESS_CHOICES; choice < last; choice++) {
          const node = grid.entryNode[choice] ?? 0
          if (node === 0) break
          const road = roads[node - 1] ?? UNREACHED
          if (road !== UNREACHED) best = Math.min(best, road + (grid.entryDeciseconds[choice] ?? 0))
        }
      }
      const lngLat = lngLatOf(grid, column, row)
      if (
        Math.abs(lngLat[0] - origin[0]) < longitudeReach &&
        Math.abs(lngLat[1] - origin[1]) < latitudeReach
      ) {
        const straight = greatCircleMeters(origin, lngLat)
        if (straight <= ACCESS_LIMIT_METERS) {
          const speed = Math.min(originSpeed, grid.speedKmPerHour[point] ?? originSpeed)
          best = Math.min(best, (straight * LOCAL_DETOUR * 36) / speed)
        }
      }
      if (best !== UNREACHED) seconds[slot] = best / 10
    }
  }
  return seconds
}
