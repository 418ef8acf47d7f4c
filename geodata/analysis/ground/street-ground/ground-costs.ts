// What does each point of the ground cost in one question, worked out only where it matters?
//
// A place with a junction costs what its cheapest state costs. A ground point costs what the street
// costs where it meets it, and the local road from there; all points along one street are worked out
// together, from what its two ends cost.
//
// Nothing costs less than the place its way leads over. So a question works out the points of places
// within its limit and leaves the others UNASKED; outlines ask for those beside them (`costAt`). Blocks
// of points in a row are marked when anything within the limit may lie in them.
import { WHOLE_STREET } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import { NOWHERE, type StreetGround } from '#geodata/analysis/ground/street-ground/street-ground.ts'
import { NEVER, UNASKED } from '#geodata/analysis/isochrone/outline/gates.ts'
import { BLOCK_SHIFT, type PointCosts } from '#geodata/analysis/isochrone/outline/point-costs.ts'
import { NO_WAY } from '#geodata/network/contraction.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'

export class GroundCosts implements PointCosts {
  readonly costDeciseconds: Uint32Array
  readonly isBlockReached: Uint8Array
  private readonly ground: StreetGround
  private readonly isOutward: boolean
  private readonly swept: Uint32Array

  /**
   * From costs by position that a sweep left, of trips to each point (outward) or from it (inward). The
   * ground lends its arrays: one question at a time.
   */
  constructor(
    ground: StreetGround,
    direction: Direction,
    sweptDeciseconds: Uint32Array,
    limit: number,
  ) {
    this.ground = ground
    this.isOutward = direction === 'outward'
    this.swept = sweptDeciseconds
    this.costDeciseconds = ground.costDeciseconds
    this.isBlockReached = ground.isBlockReached
    this.costDeciseconds.fill(UNASKED, 0, ground.outline.pointCount)
    this.isBlockReached.fill(0)
    this.reachPlaces(limit)
    this.reachEnds(limit)
    this.reachStreets(limit)
  }

  /** NEVER where no road leads. */
  costAt(point: number): number {
    const { costDeciseconds } = this
    const known = costDeciseconds[point] ?? NEVER
    if (known !== UNASKED) return known
    const { placeCount, arrays, firstAlong, placeOfEnd, localDeciseconds } = this.ground
    const met = point - placeCount
    let cost = NEVER
    if (met < 0) cost = this.cheapestState(point)
    else if (met < placeOfEnd.length) {
      const there = this.costAt(placeOfEnd[met] ?? 0)
      if (there !== NEVER) cost = there + (localDeciseconds[met] ?? 0)
    } else if (met < arrays.offsetMeters.length) {
      this.spreadAlong(lastUpTo(firstAlong, met - placeOfEnd.length))
      const spread = costDeciseconds[point] ?? NEVER
      if (spread !== UNASKED) return spread
    }
    costDeciseconds[point] = cost
    return cost
  }

  /** Another way to a point costs so much. */
  lower(point: number, cost: number): void {
    if (cost >= this.costAt(point)) return
    this.costDeciseconds[point] = cost
    this.isBlockReached[point >> BLOCK_SHIFT] = 1
  }

  private reachPlaces(limit: number): void {
    const { swept, costDeciseconds, isBlockReached } = this
    const { placeAt } = this.ground
    for (let position = 0; position < placeAt.length; position++) {
      const cost = swept[position] ?? NO_WAY
      if (cost > limit || cost >= NO_WAY) continue
      const place = placeAt[position] ?? 0
      if (cost >= (costDeciseconds[place] ?? NEVER)) continue
      costDeciseconds[place] = cost
      isBlockReached[place >> BLOCK_SHIFT] = 1
    }
  }

  private reachEnds(limit: number): void {
    const { costDeciseconds, isBlockReached } = this
    const { placeCount, placeOfEnd, localDeciseconds } = this.ground
    for (let end = 0; end < placeOfEnd.length; end++) {
      const cost = costDeciseconds[placeOfEnd[end] ?? 0] ?? NEVER
      if (cost > limit) continue
      const point = placeCount + end
      costDeciseconds[point] = cost + (localDeciseconds[end] ?? 0)
      isBlockReached[point >> BLOCK_SHIFT] = 1
    }
  }

  private reachStreets(limit: number): void {
    const { costDeciseconds } = this
    const { placesOfServed, servedStreet } = this.ground
    for (let served = 0; served < servedStreet.length; served++) {
      const from = costDeciseconds[placesOfServed[2 * served] ?? 0] ?? NEVER
      const to = costDeciseconds[placesOfServed[2 * served + 1] ?? 0] ?? NEVER
      if (from <= limit || to <= limit) this.spreadAlong(served)
    }
  }

  private spreadAlong(served: number): void {
    const { isOutward, costDeciseconds, isBlockReached } = this
    const { firstAlong, impedanceDeciseconds, localDeciseconds, placeCount, placeOfEnd, arrays } =
      this.ground
    const forth = this.costAtEnd(2 * served)
    const back = this.costAtEnd(2 * served + 1)
    if (forth >= NO_WAY && back >= NO_WAY) return
    const { share } = arrays
    const endCount = placeOfEnd.length
    const firstPoint = placeCount + endCount
    const forthPerShare = (impedanceDeciseconds[2 * served] ?? 0) / WHOLE_STREET
    const backPerShare = (impedanceDeciseconds[2 * served + 1] ?? 0) / WHOLE_STREET
    // Both are lines over the share: outward from the start onward, inward the other way about.
    const forthSlope = isOutward ? forthPerShare : -forthPerShare
    const backSlope = isOutward ? -backPerShare : backPerShare
    const forthAtStart = isOutward ? forth : forth + forthPerShare * WHOLE_STREET
    const backAtStart = isOutward ? back + backPerShare * WHOLE_STREET : back
    const first = firstAlong[served] ?? 0
    const last = firstAlong[served + 1] ?? 0
    for (let along = first; along < last; along++) {
      const at = share[along] ?? 0
      const byForth = forthAtStart + forthSlope * at
      const byBack = backAtStart + backSlope * at
      const cost = byForth < byBack ? byForth : byBack
      // The half rounds, for the array cuts off what is behind the point.
      costDeciseconds[firstPoint + along] = cost + 0.5 + (localDeciseconds[endCount + along] ?? 0)
    }
    const lastBlock = (firstPoint + last - 1) >> BLOCK_SHIFT
    for (let block = (firstPoint + first) >> BLOCK_SHIFT; block <= lastBlock; block++) {
      isBlockReached[block] = 1
    }
  }

  /** What it costs to be about to drive the street's direction (outward), or to have driven it (inward). */
  private costAtEnd(way: number): number {
    const { isOutward, swept } = this
    const { firstTail, tailPosition, headPosition } = this.ground
    if (!isOutward) {
      const head = headPosition[way] ?? NOWHERE
      return head === NOWHERE ? NO_WAY : (swept[head] ?? NO_WAY)
    }
    let cost = NO_WAY
    const end = firstTail[way + 1] ?? 0
    for (let tail = firstTail[way] ?? 0; tail < end; tail++) {
      cost = Math.min(cost, swept[tailPosition[tail] ?? 0] ?? NO_WAY)
    }
    return cost
  }

  private cheapestState(place: number): number {
    const { firstOfPlace, positionOfPlace } = this.ground
    let cost = NO_WAY
    const end = firstOfPlace[place + 1] ?? 0
    for (let i = firstOfPlace[place] ?? 0; i < end; i++) {
      cost = Math.min(cost, this.swept[positionOfPlace[i] ?? 0] ?? NO_WAY)
    }
    return cost < NO_WAY ? cost : NEVER
  }
}

/** The last index whose number, of rising ones, is at most the given. */
export function lastUpTo(rising: Uint32Array, most: number): number {
  let [low, high] = [0, rising.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rising[middle] ?? 0) <= most) low = middle
    else high = middle - 1
  }
  return low
}
