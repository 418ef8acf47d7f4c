// What does each point of the ground cost, once the streets have been swept?
//
// A place with a junction costs what its cheapest state costs. A ground point costs what the street
// costs where it meets it, and the local road from there; all points along one street are worked out
// together, from what its two ends cost.
import {
  LOCAL_SPEED_RURAL_KM_PER_HOUR,
  LOCAL_SPEED_URBAN_KM_PER_HOUR,
  localCharge,
  type Measure,
} from '#geodata/analysis/ground/duration.ts'
import {
  degreesOf,
  type GroundArrays,
  placeCountOf,
  WHOLE_STREET,
} from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import {
  type GroundBlocks,
  groundBlocks,
} from '#geodata/analysis/ground/street-ground/ground-blocks.ts'
import { NEVER } from '#geodata/analysis/isochrone/outline/gates.ts'
import { type OutlineGround, savedOutlineGround } from '#geodata/analysis/isochrone/outline.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Steps } from '#geodata/model/steps.ts'
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import type { ConditionedNetwork } from '#geodata/network/street/conditions.ts'
import { forEachTailState } from '#geodata/network/street/snap.ts'
import { CLOSED, type StreetNetwork } from '#geodata/network/street/street-network.ts'

export type StreetGround = {
  readonly arrays: GroundArrays
  readonly measure: Measure
  readonly outline: OutlineGround
  readonly blocks: GroundBlocks
  readonly placeCount: number
  /** Position in the hierarchy of each junction's own state. */
  readonly junctionPosition: Uint32Array
  /** Places and positions of the states that junctions have beside their own. */
  readonly otherPlace: Uint32Array
  readonly otherPosition: Uint32Array
  /** Streets with points along them, and the first of these; a street's end is the next one's first. */
  readonly servedStreet: Uint32Array
  readonly firstAlong: Uint32Array
  /** By served street and direction, 2 k forward and 2 k + 1 backward; 0 where closed. */
  readonly impedanceDeciseconds: Uint32Array
  readonly headPosition: Uint32Array
  readonly firstTail: Uint32Array
  readonly tailPosition: Uint32Array
  /** Of ends and alongs: the local road to the street, in what the streets charge. */
  readonly localDeciseconds: Uint32Array
  readonly localSpeedKmPerHour: Float32Array
  /** Lent to every query. */
  readonly costDeciseconds: Uint32Array
}

/** Puts the ground to use, step by step; `isUrban` says where local roads are slow. */
export function* streetGround(
  network: StreetNetwork,
  arrays: GroundArrays,
  isUrban: (lngLat: LngLat) => boolean,
): Steps<StreetGround> {
  const { positionOf } = network.hierarchy
  const { placeOfJunction, offsetMeters } = arrays
  const [lng, lat] = degreesOf(network, arrays)
  const placeCount = placeCountOf(placeOfJunction)
  const speeds = Float32Array.from(offsetMeters, (_, met) => {
    const place: LngLat = [lng[placeCount + met] ?? 0, lat[placeCount + met] ?? 0]
    return isUrban(place) ? LOCAL_SPEED_URBAN_KM_PER_HOUR : LOCAL_SPEED_RURAL_KM_PER_HOUR
  })
  const otherPlace = new Uint32Array(network.otherStates.length)
  for (let junction = 0; junction < network.junctionCount; junction++) {
    const [first = 0, end = 0] = network.firstOtherState.subarray(junction, junction + 2)
    otherPlace.fill(placeOfJunction[junction] ?? 0, first, end)
  }
  yield
  const outline = savedOutlineGround(lng, lat, arrays.firstEdge, arrays.head)
  yield
  const blocks = groundBlocks(outline.x, outline.y, placeCount, offsetMeters)
  yield
  const served = servedStreets(network, positionOf, arrays.street)
  yield
  return {
    arrays,
    measure: 'time',
    outline,
    blocks,
    placeCount,
    junctionPosition: positionOf.subarray(0, network.junctionCount),
    otherPlace,
    otherPosition: network.otherStates.map((state) => positionOf[state] ?? 0),
    ...served,
    localDeciseconds: localCharges(offsetMeters, speeds, 'time'),
    localSpeedKmPerHour: speeds,
    costDeciseconds: new Uint32Array(lng.length),
  }
}

/** The same ground where the streets charge otherwise; what queries write to stays shared. */
export function groundUnder(
  ground: StreetGround,
  conditioned: ConditionedNetwork,
  positionOf: Uint32Array,
  measure: Measure,
  timeFactor: number,
): StreetGround {
  const { arrays } = ground
  const localSpeedKmPerHour = ground.localSpeedKmPerHour.map((speed) => speed / timeFactor)
  return {
    ...ground,
    measure,
    localSpeedKmPerHour,
    ...servedStreets(conditioned, positionOf, arrays.street),
    localDeciseconds: localCharges(arrays.offsetMeters, localSpeedKmPerHour, measure),
  }
}

function localCharges(
  offsetMeters: Uint16Array,
  speeds: Float32Array,
  measure: Measure,
): Uint32Array {
  return Uint32Array.from(offsetMeters, (meters, met) =>
    localCharge(measure, meters, speeds[met] ?? LOCAL_SPEED_RURAL_KM_PER_HOUR),
  )
}

function servedStreets(network: ConditionedNetwork, positionOf: Uint32Array, street: Uint32Array) {
  const { impedanceDeciseconds } = network.streets
  const firstAlong: number[] = []
  street.forEach((one, along) => {
    if (one !== street[along - 1]) firstAlong.push(along)
  })
  const servedStreet = Uint32Array.from(firstAlong, (along) => street[along] ?? 0)
  const impedances = new Uint32Array(2 * servedStreet.length)
  const headPosition = new Uint32Array(2 * servedStreet.length)
  const firstTail = new Uint32Array(2 * servedStreet.length + 1)
  const tails: number[] = []
  for (let way = 0; way < impedances.length; way++) {
    const directed = 2 * (servedStreet[way >> 1] ?? 0) + (way & 1)
    const impedance = impedanceDeciseconds[directed] ?? CLOSED
    if (impedance !== CLOSED) {
      impedances[way] = impedance
      headPosition[way] = positionOf[network.headState[directed] ?? 0] ?? 0
      forEachTailState(network, directed, (state) => tails.push(positionOf[state] ?? 0))
    } else headPosition[way] = NOWHERE
    firstTail[way + 1] = tails.length
  }
  return {
    servedStreet,
    firstAlong: Uint32Array.from([...firstAlong, street.length]),
    impedanceDeciseconds: impedances,
    headPosition,
    firstTail,
    tailPosition: Uint32Array.from(tails),
  }
}

const NOWHERE = 0xffff_ffff

/**
 * Fills the ground's costs from those by position that a sweep left: of trips to each point
 * (outward) or from it (inward).
 */
export function spreadOverGround(
  ground: StreetGround,
  direction: Direction,
  sweptDeciseconds: Uint32Array,
): void {
  const { placeOfJunction } = ground.arrays
  ground.costDeciseconds.fill(NEVER)
  lowerPlaces(ground, ground.junctionPosition, placeOfJunction, sweptDeciseconds)
  lowerPlaces(ground, ground.otherPosition, ground.otherPlace, sweptDeciseconds)
  spreadFromEnds(ground)
  spreadAlongStreets(ground, direction === 'outward', sweptDeciseconds)
}

function lowerPlaces(
  { costDeciseconds }: StreetGround,
  position: Uint32Array,
  placeOf: Uint32Array,
  sweptDeciseconds: Uint32Array,
): void {
  for (let i = 0; i < position.length; i++) {
    const cost = sweptDeciseconds[position[i] ?? 0] ?? NO_WAY
    const place = placeOf[i] ?? 0
    if (cost < NO_WAY && cost < (costDeciseconds[place] ?? NEVER)) costDeciseconds[place] = cost
  }
}

function spreadFromEnds({ arrays, placeCount, costDeciseconds, localDeciseconds }: StreetGround) {
  const { junction, placeOfJunction } = arrays
  for (let end = 0; end < junction.length; end++) {
    const cost = costDeciseconds[placeOfJunction[junction[end] ?? 0] ?? 0] ?? NEVER
    if (cost === NEVER) continue
    costDeciseconds[placeCount + end] = cost + (localDeciseconds[end] ?? 0)
  }
}

function spreadAlongStreets(
  ground: StreetGround,
  isOutward: boolean,
  sweptDeciseconds: Uint32Array,
): void {
  const { firstAlong, impedanceDeciseconds, localDeciseconds, costDeciseconds } = ground
  const { share, junction } = ground.arrays
  const firstPoint = ground.placeCount + junction.length
  for (let served = 0; served + 1 < firstAlong.length; served++) {
    const forth = costAtEnd(ground, isOutward, 2 * served, sweptDeciseconds)
    const back = costAtEnd(ground, isOutward, 2 * served + 1, sweptDeciseconds)
    if (forth >= NO_WAY && back >= NO_WAY) continue
    const forthPerShare = (impedanceDeciseconds[2 * served] ?? 0) / WHOLE_STREET
    const backPerShare = (impedanceDeciseconds[2 * served + 1] ?? 0) / WHOLE_STREET
    // Both are lines over the share: outward from the start onward, inward the other way about.
    const forthSlope = isOutward ? forthPerShare : -forthPerShare
    const backSlope = isOutward ? -backPerShare : backPerShare
    const forthAtStart = isOutward ? forth : forth + forthPerShare * WHOLE_STREET
    const backAtStart = isOutward ? back + backPerShare * WHOLE_STREET : back
    const last = firstAlong[served + 1] ?? 0
    for (let along = firstAlong[served] ?? 0; along < last; along++) {
      const at = share[along] ?? 0
      const byForth = forthAtStart + forthSlope * at
      const byBack = backAtStart + backSlope * at
      const cost = byForth < byBack ? byForth : byBack
      // The half rounds, for the array cuts off what is behind the point.
      costDeciseconds[firstPoint + along] =
        cost + 0.5 + (localDeciseconds[junction.length + along] ?? 0)
    }
  }
}

/** What it costs to be about to drive the street's direction (outward), or to have driven it (inward). */
function costAtEnd(
  { firstTail, tailPosition, headPosition }: StreetGround,
  isOutward: boolean,
  way: number,
  sweptDeciseconds: Uint32Array,
): number {
  if (!isOutward) {
    const head = headPosition[way] ?? NOWHERE
    return head === NOWHERE ? NO_WAY : (sweptDeciseconds[head] ?? NO_WAY)
  }
  let cost = NO_WAY
  const end = firstTail[way + 1] ?? 0
  for (let tail = firstTail[way] ?? 0; tail < end; tail++) {
    cost = Math.min(cost, sweptDeciseconds[tailPosition[tail] ?? 0] ?? NO_WAY)
  }
  return cost
}
