// What is kept of the ground between the streets, so that a question finds at once what each point costs?
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
} from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import {
  type GroundBlocks,
  groundBlocks,
} from '#geodata/analysis/ground/street-ground/ground-blocks.ts'
import {
  type OutlineGround,
  type OutlineShape,
  outlineGroundOver,
  savedOutlineShape,
} from '#geodata/analysis/isochrone/outline/outline-ground.ts'
import { blockCountOf } from '#geodata/analysis/isochrone/outline/point-costs.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { ConditionedNetwork } from '#geodata/network/street/conditions.ts'
import { forEachTailState } from '#geodata/network/street/snap.ts'
import { CLOSED, forEachState, type StreetNetwork } from '#geodata/network/street/street-network.ts'

export type StreetGround = {
  readonly arrays: GroundArrays
  readonly measure: Measure
  readonly outline: OutlineGround
  readonly blocks: GroundBlocks
  readonly placeCount: number
  /** The place of the state at each position in the hierarchy. */
  readonly placeAt: Uint32Array
  /** Positions of the states of place p: positionOfPlace[firstOfPlace[p]] up to firstOfPlace[p + 1]. */
  readonly firstOfPlace: Uint32Array
  readonly positionOfPlace: Uint32Array
  readonly placeOfEnd: Uint32Array
  /** Streets with points along them, and the first of these; a street's end is the next one's first. */
  readonly servedStreet: Uint32Array
  readonly firstAlong: Uint32Array
  /** Of served street k the places it runs between: 2 k from, 2 k + 1 to. */
  readonly placesOfServed: Uint32Array
  /** By served street and direction, 2 k forward and 2 k + 1 backward; 0 where closed. */
  readonly impedanceDeciseconds: Uint32Array
  readonly headPosition: Uint32Array
  readonly firstTail: Uint32Array
  readonly tailPosition: Uint32Array
  /** Of ends and alongs: the local road to the street, in what the streets charge. */
  readonly localDeciseconds: Uint32Array
  readonly localSpeedKmPerHour: Float32Array
  /** Lent to every query; the costs are those of the outline. */
  readonly costDeciseconds: Uint32Array
  readonly isBlockReached: Uint8Array
}

/** The ground as plain data, before it has memory to write to. */
export type GroundShape = Omit<StreetGround, 'outline' | 'costDeciseconds' | 'isBlockReached'> & {
  readonly outline: OutlineShape
}

/** Works out the ground; `isUrban` says where local roads are slow. */
export function groundShape(
  network: StreetNetwork,
  arrays: GroundArrays,
  isUrban: (lngLat: LngLat) => boolean,
): GroundShape {
  const { positionOf } = network.hierarchy
  const { placeOfJunction, offsetMeters } = arrays
  const [lng, lat] = degreesOf(network, arrays)
  const placeCount = placeCountOf(placeOfJunction)
  const speeds = Float32Array.from(offsetMeters, (_, met) => {
    const place: LngLat = [lng[placeCount + met] ?? 0, lat[placeCount + met] ?? 0]
    return isUrban(place) ? LOCAL_SPEED_URBAN_KM_PER_HOUR : LOCAL_SPEED_RURAL_KM_PER_HOUR
  })
  const outline = savedOutlineShape(lng, lat, arrays.firstEdge, arrays.head)
  const blocks = groundBlocks(outline.x, outline.y, placeCount, offsetMeters)
  const served = servedStreets(network, positionOf, arrays.street)
  const states = statesOfPlaces(network, placeOfJunction, placeCount)
  const { from, to } = network.streets
  const placesOfServed = new Uint32Array(2 * served.servedStreet.length)
  served.servedStreet.forEach((street, k) => {
    placesOfServed[2 * k] = placeOfJunction[from[street] ?? 0] ?? 0
    placesOfServed[2 * k + 1] = placeOfJunction[to[street] ?? 0] ?? 0
  })
  return {
    arrays,
    measure: 'time',
    outline,
    blocks,
    placeCount,
    ...states,
    placeOfEnd: arrays.junction.map((junction) => placeOfJunction[junction] ?? 0),
    ...served,
    placesOfServed,
    localDeciseconds: localCharges(offsetMeters, speeds, 'time'),
    localSpeedKmPerHour: speeds,
  }
}

/** A shape with the memory that queries write to. */
export function streetGroundOver(shape: GroundShape): StreetGround {
  const outline = outlineGroundOver(shape.outline)
  const isBlockReached = new Uint8Array(blockCountOf(outline.pointCount))
  return { ...shape, outline, costDeciseconds: outline.slots.cost, isBlockReached }
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

/** Where a closed street leads. */
export const NOWHERE = 0xffff_ffff

/** Places by position in the hierarchy, and the positions of each place's states in a row. */
function statesOfPlaces(network: StreetNetwork, placeOfJunction: Uint32Array, placeCount: number) {
  const { positionOf } = network.hierarchy
  const placeAt = new Uint32Array(positionOf.length)
  for (let junction = 0; junction < network.junctionCount; junction++) {
    const place = placeOfJunction[junction] ?? 0
    forEachState(network, junction, (state) => {
      placeAt[positionOf[state] ?? 0] = place
    })
  }
  const firstOfPlace = new Uint32Array(placeCount + 1)
  for (const place of placeAt) firstOfPlace[place + 1] = (firstOfPlace[place + 1] ?? 0) + 1
  for (let place = 0; place < placeCount; place++) {
    firstOfPlace[place + 1] = (firstOfPlace[place + 1] ?? 0) + (firstOfPlace[place] ?? 0)
  }
  const free = firstOfPlace.slice()
  const positionOfPlace = new Uint32Array(placeAt.length)
  placeAt.forEach((place, position) => {
    const slot = free[place] ?? 0
    positionOfPlace[slot] = position
    free[place] = slot + 1
  })
  return { placeAt, firstOfPlace, positionOfPlace }
}
