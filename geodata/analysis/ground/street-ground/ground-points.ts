// Which points of the ground between the streets does an isochrone look at?
//
// Centers of squares that are halved until they are no wider than their distance to the nearest
// street, open or closed, down to a finest step; squares that no street serves are left out, but for
// those at the edge, whose points are never reached and close the outline. No point lies within half
// a step of a junction, which is a point of its own.
//
// The finest step is the finest at which the points are few enough to look at in a millisecond or two.
import { STREET_LIMIT_METERS } from '#geodata/analysis/ground/street-roads.ts'
import { EARTH_RADIUS_METERS, type LngLat } from '#geodata/model/lng-lat.ts'
import { type Snap, snap } from '#geodata/network/street/snap.ts'
import type { StreetIndex } from '#geodata/network/street/street-index.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'

/** Below this a step shows nothing that the local speeds could vouch for. */
const FINEST_STEP_METERS = 125
/** Wider ones would draw spikes where the ground ends. */
const LARGEST_SQUARE_METERS = 3000
const POINTS_PER_JUNCTION = 11
/** A village of ten junctions still has ground around it, and a whole country opens in a moment. */
const LEAST_POINT_LIMIT = 20_000
const LARGEST_POINT_LIMIT = 300_000
const METERS_PER_DEGREE = (EARTH_RADIUS_METERS * Math.PI) / 180

export type GroundPoint = { lngLat: LngLat; snapped: Snap }
export type GroundPoints = { stepMeters: number; points: GroundPoint[] }

export function groundPoints(network: StreetNetwork, index: StreetIndex): GroundPoints {
  const wanted = POINTS_PER_JUNCTION * network.junctionCount
  const limit = Math.min(LARGEST_POINT_LIMIT, Math.max(LEAST_POINT_LIMIT, wanted))
  const plane = planeOf(network)
  // Where even a quarter of the plane would be too many, one need not try.
  let stepMeters = FINEST_STEP_METERS
  while (plane.width * plane.height > 4 * limit * stepMeters ** 2) stepMeters = coarser(stepMeters)
  for (; ; stepMeters = coarser(stepMeters)) {
    const points = pointsAt(network, index, plane, stepMeters, limit)
    if (points) return { stepMeters, points }
  }
}

/** 125, 188, 250, 375, 500 and so on: half as much again, then double the one before. */
function coarser(stepMeters: number): number {
  const doublings = Math.log2(stepMeters / FINEST_STEP_METERS)
  const isWhole = Math.abs(doublings - Math.round(doublings)) < 0.1
  return isWhole ? Math.round(stepMeters * 1.5) : FINEST_STEP_METERS * 2 ** Math.ceil(doublings)
}

/** Meters from the south-west corner; everything a trip can end at lies within. */
type Plane = { west: number; south: number; width: number; height: number; eastMeters: number }

function planeOf({ bounds: [west, south, east, north] }: StreetNetwork): Plane {
  const eastMeters = METERS_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180)
  return {
    west: west - STREET_LIMIT_METERS / eastMeters,
    south: south - STREET_LIMIT_METERS / METERS_PER_DEGREE,
    width: (east - west) * eastMeters + 2 * STREET_LIMIT_METERS,
    height: (north - south) * METERS_PER_DEGREE + 2 * STREET_LIMIT_METERS,
    eastMeters,
  }
}

function lngLatOf({ west, south, eastMeters }: Plane, x: number, y: number): LngLat {
  return [
    Math.round((west + x / eastMeters) * 1e7) / 1e7,
    Math.round((south + y / METERS_PER_DEGREE) * 1e7) / 1e7,
  ]
}

/** Null as soon as they are more than the limit. */
function pointsAt(
  network: StreetNetwork,
  index: StreetIndex,
  plane: Plane,
  stepMeters: number,
  limit: number,
): GroundPoint[] | null {
  const isNearJunction = junctionsNear(network, plane, stepMeters / 2)
  const points: GroundPoint[] = []
  let side = stepMeters
  while (side < Math.max(plane.width, plane.height)) side *= 2
  const visit = (x: number, y: number, size: number): boolean => {
    const lngLat = lngLatOf(plane, x, y)
    const snapped = snap(network, index, lngLat, STREET_LIMIT_METERS)
    const around =
      snapped.kind === 'snapped'
        ? snapped
        : snap(network, index, lngLat, STREET_LIMIT_METERS + size * Math.SQRT1_2)
    if (around.kind === 'too-far') return true
    const isWide = () => size > LARGEST_SQUARE_METERS || size > metersToStreet(index, lngLat)
    if (size > stepMeters && isWide()) {
      const quarter = size / 4
      return (
        visit(x - quarter, y - quarter, size / 2) &&
        visit(x + quarter, y - quarter, size / 2) &&
        visit(x - quarter, y + quarter, size / 2) &&
        visit(x + quarter, y + quarter, size / 2)
      )
    }
    if (!isNearJunction(x, y)) points.push({ lngLat, snapped })
    return points.length <= limit
  }
  return visit(plane.width / 2, plane.height / 2, side) ? points : null
}

/** To a street of any kind, as far as a trip may go beside the roads. */
function metersToStreet(index: StreetIndex, [lng, lat]: LngLat): number {
  const [lng7, lat7] = [Math.round(lng * 1e7), Math.round(lat * 1e7)]
  return index.nearest(lng7, lat7, STREET_LIMIT_METERS, () => true)?.meters ?? STREET_LIMIT_METERS
}

/** Is a junction nearer than the reach? Looks into squares of the reach that hold junctions. */
function junctionsNear(
  { junctionCount, junctionPoints }: StreetNetwork,
  plane: Plane,
  reachMeters: number,
): (x: number, y: number) => boolean {
  const squares = new Map<number, number[]>()
  const columns = Math.ceil(plane.width / reachMeters) + 3
  const squareOf = (x: number, y: number) =>
    (Math.floor(y / reachMeters) + 1) * columns + Math.floor(x / reachMeters) + 1
  const placeOf = (junction: number): [number, number] => [
    ((junctionPoints[2 * junction] ?? 0) / 1e7 - plane.west) * plane.eastMeters,
    ((junctionPoints[2 * junction + 1] ?? 0) / 1e7 - plane.south) * METERS_PER_DEGREE,
  ]
  for (let junction = 0; junction < junctionCount; junction++) {
    const square = squareOf(...placeOf(junction))
    const members = squares.get(square)
    if (members) members.push(junction)
    else squares.set(square, [junction])
  }
  return (x, y) => {
    for (const row of [-columns, 0, columns]) {
      for (const column of [-1, 0, 1]) {
        for (const junction of squares.get(squareOf(x, y) + row + column) ?? []) {
          const [jx, jy] = placeOf(junction)
          if (Math.hypot(jx - x, jy - y) < reachMeters) return true
        }
      }
    }
    return false
  }
}
