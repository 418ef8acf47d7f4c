// How far does a truck get over streets within each cutoff, drawn as areas?
//
// One sweep gives what every junction costs; ground points between the streets hang on it; the
// outline between those within the cutoff and the others is the ring. A junction is inside exactly
// when its cost is within the cutoff; between the points the cost is taken as a plane.
import { LOCAL_DETOUR, localCharge, type Measure } from '#geodata/analysis/ground/duration.ts'
import { WHOLE_STREET } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import { forEachNear } from '#geodata/analysis/ground/street-ground/ground-blocks.ts'
import { GroundCosts, lastUpTo } from '#geodata/analysis/ground/street-ground/ground-costs.ts'
import {
  type GroundShape,
  groundUnder,
  type StreetGround,
  streetGroundOver,
} from '#geodata/analysis/ground/street-ground/street-ground.ts'
import type { End } from '#geodata/analysis/ground/trips.ts'
import { outlines } from '#geodata/analysis/isochrone/outline.ts'
import type { Ring } from '#geodata/analysis/isochrone/skeleton-isochrone.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Start } from '#geodata/network/costs-from.ts'
import type { Direction, Hierarchy } from '#geodata/network/hierarchy.ts'
import { plainSearcher } from '#geodata/network/searcher.ts'
import type { ConditionedNetwork } from '#geodata/network/street/conditions.ts'
import { alongStreet } from '#geodata/network/street/snap.ts'
import type { StreetNetwork } from '#geodata/network/street/street-network.ts'
import { emptySlots, sweep } from '#geodata/network/sweep.ts'

/** Simplified rings depart from the outline by an eighth of the finest step, far below what it shows. */
const TOLERANCE_SHARE_OF_STEP = 1 / 8

export type StreetIsochrones = {
  readonly network: ConditionedNetwork
  readonly ground: StreetGround
  /** Costs by position in the hierarchy, NO_WAY where no road leads; lent until the next call. */
  readonly search: (starts: readonly Start[], direction: Direction) => Uint32Array
}

/** Over the streets as they are, by sweeps. */
export function sweptIsochrones(network: StreetNetwork, shape: GroundShape): StreetIsochrones {
  const slots = emptySlots(network.hierarchy)
  return {
    network,
    ground: streetGroundOver(shape),
    search: (starts, direction) => {
      sweep(network.hierarchy, direction, [starts], slots)
      return slots.costDeciseconds
    },
  }
}

/**
 * The same ground under conditions, by plain searches. `measure` is what the conditioned streets
 * charge; by length, cutoffs count decimeters. Both share the memory that queries write to.
 */
export function isochronesUnder(
  free: StreetIsochrones,
  conditioned: ConditionedNetwork,
  { positionOf }: Hierarchy,
  measure: Measure,
  timeFactor = 1,
): StreetIsochrones {
  const searcher = plainSearcher(conditioned.network)
  const byPosition = new Uint32Array(positionOf.length)
  return {
    network: conditioned,
    ground: groundUnder(free.ground, conditioned, positionOf, measure, timeFactor),
    search: (starts, direction) => {
      const { costDeciseconds } = searcher.costs(starts, direction)
      costDeciseconds.forEach((cost, state) => {
        byPosition[positionOf[state] ?? 0] = Math.min(cost, NO_WAY)
      })
      return byPosition
    },
  }
}

/** One area per cutoff in minutes, largest first. */
export function streetIsochrone(
  isochrones: StreetIsochrones,
  origin: End,
  cutoffMinutes: readonly number[],
  direction: Direction,
): Ring[] {
  const cutoffs = cutoffMinutes.map((minutes) => minutes * 600)
  return streetAreas(isochrones, origin, cutoffs, direction).map(({ cutoff, ...area }) => ({
    cutoffMinutes: cutoff / 600,
    ...area,
  }))
}

/**
 * One area per cutoff, largest first, in what the streets charge: deciseconds, or decimeters. All are
 * empty where the origin is too far from every street.
 */
export function streetAreas(
  isochrones: StreetIsochrones,
  origin: End,
  cutoffs: readonly number[],
  direction: Direction,
): (Omit<Ring, 'cutoffMinutes'> & { cutoff: number })[] {
  const descending = [...cutoffs].sort((a, b) => b - a)
  const costs = costsAround(isochrones, origin, direction, descending[0] ?? 0)
  const { ground } = isochrones
  const toleranceMeters = ground.arrays.stepMeters * TOLERANCE_SHARE_OF_STEP
  const areas = outlines(ground.outline, costs, descending, toleranceMeters)
  return areas.map((geometry, i) => ({
    cutoff: descending[i] ?? 0,
    areaSquareKilometers: Math.round(geometry.squareKilometers * 10) / 10,
    geometry,
  }))
}

/** What trips cost, right away where it is within the limit and elsewhere when asked for. */
export function costsAround(
  { network, ground, search }: StreetIsochrones,
  origin: End,
  direction: Direction,
  limit: number,
): GroundCosts {
  const { meeting } = origin
  const starts = meeting.kind === 'met' ? meeting.starts[direction] : []
  const costs = new GroundCosts(ground, direction, search(starts, direction), limit)
  if (meeting.kind === 'met') {
    spreadAlongStreet(network, ground, costs, origin, direction)
    spreadStraight(ground, costs, origin)
  }
  return costs
}

/** Points along the origin's own street may be reached without leaving it. */
function spreadAlongStreet(
  network: ConditionedNetwork,
  ground: StreetGround,
  costs: GroundCosts,
  { meeting }: End,
  direction: Direction,
): void {
  if (meeting.kind !== 'met' || !meeting.onStreet) return
  const { servedStreet, firstAlong, arrays, placeCount, localDeciseconds: local } = ground
  const { street } = meeting.onStreet
  const served = lastUpTo(servedStreet, street)
  if (servedStreet[served] !== street) return
  const end = firstAlong[served + 1] ?? 0
  for (let along = firstAlong[served] ?? 0; along < end; along++) {
    const there = { street, share: (arrays.share[along] ?? 0) / WHOLE_STREET }
    const [from, to] =
      direction === 'outward' ? [meeting.onStreet, there] : [there, meeting.onStreet]
    const way = alongStreet(network, from, to)
    if (!way) continue
    const met = arrays.junction.length + along
    const cost = meeting.offset.costDeciseconds + way.costDeciseconds + (local[met] ?? 0)
    costs.lower(placeCount + met, cost)
  }
}

/** Points nearer to the origin than both are to their streets are reached straight over. */
function spreadStraight(ground: StreetGround, costs: GroundCosts, origin: End): void {
  const { arrays, outline, blocks, placeCount, localSpeedKmPerHour, measure } = ground
  if (origin.meeting.kind !== 'met') return
  const ownMeters = origin.meeting.offset.lengthMeters / LOCAL_DETOUR
  const { x, y, middle, metersPerDegreeEast, metersPerDegreeNorth } = outline
  const originX = (origin.lngLat[0] - middle[0]) * metersPerDegreeEast
  const originY = (origin.lngLat[1] - middle[1]) * metersPerDegreeNorth
  const visit = (met: number) => {
    const point = placeCount + met
    const straight = greatCircleMeters(origin.lngLat, [
      middle[0] + (x[point] ?? 0) / metersPerDegreeEast,
      middle[1] + (y[point] ?? 0) / metersPerDegreeNorth,
    ])
    if (straight > ownMeters + (arrays.offsetMeters[met] ?? 0)) return
    const speed = Math.min(origin.speedKmPerHour, localSpeedKmPerHour[met] ?? 0)
    costs.lower(point, localCharge(measure, straight, speed))
  }
  forEachNear(blocks, arrays.offsetMeters.length, [originX, originY], ownMeters, PLANE_SLACK, visit)
}

/**
 * The plane is as wide as the middle of the network; its north and south are narrower and wider. From
 * south to north it agrees with the sphere to a thousandth over the few kilometers in question.
 */
const PLANE_SLACK = [2, 1.001] as const
