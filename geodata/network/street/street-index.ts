// Which street is nearest to a place, and which streets cross a box?
//
// Streets are numbered along a Hilbert curve, so sixteen in a row lie together: their common box is a
// box of level 1, sixteen of those make one of level 2, up to a single one (a packed R-tree, Kamel
// and Faloutsos 1993, without a sort of its own). Level 0 are the boxes of the streets.
//
//   box b of level l covers boxes 16 b up to 16 (b + 1) of level l − 1
//
// Distances are measured on the plane that touches the ground at the place asked for: within 40 km
// that differs from the sphere by less than a meter in a thousand. A street over 180° has a box round
// the whole Earth, so it is looked at from everywhere and measured the shorter way.
import { Frontier } from '#geodata/network/frontier.ts'
import { HALF_TURN, shorterWay } from '#geodata/network/street/ground-distance.ts'
import type { Streets } from '#geodata/network/street/street-network.ts'

const BRANCHES = 16
const METERS_PER_UNIT = (6_371_008.8 * Math.PI) / 180 / 1e7
const RADIANS_PER_UNIT = Math.PI / 180 / 1e7

/** What is needed of streets to find the nearest. */
export type StreetLines = Pick<Streets, 'count' | 'firstPoint' | 'points'>

/** Whole 1e-7 degrees: west, south, east, north of box b at 4 b. */
export type BoxLevel = Int32Array

export type NearestPoint = {
  street: number
  /** How far along the street the point lies: 0 at `from`, 1 at `to`. */
  share: number
  meters: number
}

export class StreetIndex {
  readonly levels: readonly BoxLevel[]
  private readonly waiting = new Frontier()
  private readonly streets: StreetLines

  /** `levels` are those of these streets, where somebody has worked them out. */
  constructor(streets: StreetLines, levels: readonly BoxLevel[] = boxLevels(streets)) {
    this.streets = streets
    this.levels = levels
  }

  /**
   * The nearest point on any street that is accepted, at most `limitMeters` away; of equally near
   * streets the first. Only the ends of a street count where `endsAlone` says so.
   */
  nearest(
    lng7: number,
    lat7: number,
    limitMeters: number,
    accepts: (street: number) => boolean,
    endsAlone = false,
  ): NearestPoint | null {
    const across = METERS_PER_UNIT * Math.cos(lat7 * RADIANS_PER_UNIT)
    const { waiting, levels } = this
    let found: NearestPoint | null = null
    let limit = limitMeters ** 2
    waiting.clear()
    // An entry is level and box in one number: box × 16 + level.
    if (this.streets.count > 0) waiting.push(0, levels.length - 1)
    while (waiting.count > 0 && waiting.cheapestCost <= limit) {
      const entry = waiting.pop()
      const level = entry % BRANCHES
      const box = Math.floor(entry / BRANCHES)
      if (level === 0) {
        if (!accepts(box)) continue
        const point = endsAlone
          ? nearestEnd(this.streets, box, lng7, lat7, across)
          : nearestOnStreet(this.streets, box, lng7, lat7, across)
        if (point.square > limit || (found && point.square === limit)) continue
        limit = point.square
        found = { street: box, share: point.share, meters: Math.sqrt(point.square) }
        continue
      }
      const below = levels[level - 1]!
      const end = Math.min(BRANCHES * (box + 1), below.length / 4)
      for (let child = BRANCHES * box; child < end; child++) {
        const dx = across * outsideAround(lng7, below[4 * child]!, below[4 * child + 2]!)
        const dy = METERS_PER_UNIT * outside(lat7, below[4 * child + 1]!, below[4 * child + 3]!)
        const square = dx * dx + dy * dy
        if (square <= limit) waiting.push(square, child * BRANCHES + level - 1)
      }
    }
    return found
  }

  /** Calls for every street whose box meets the box, which is in whole 1e-7 degrees. */
  forEachIn(
    [west, south, east, north]: readonly [number, number, number, number],
    call: (street: number) => void,
  ): void {
    const visit = (level: number, box: number): void => {
      const boxes = this.levels[level]!
      if (boxes[4 * box]! > east || boxes[4 * box + 2]! < west) return
      if (boxes[4 * box + 1]! > north || boxes[4 * box + 3]! < south) return
      if (level === 0) {
        call(box)
        return
      }
      const end = Math.min(BRANCHES * (box + 1), this.levels[level - 1]!.length / 4)
      for (let child = BRANCHES * box; child < end; child++) visit(level - 1, child)
    }
    if (this.streets.count > 0) visit(this.levels.length - 1, 0)
  }
}

/** The boxes of every level, from the streets up. */
export function boxLevels(streets: StreetLines): BoxLevel[] {
  const levels = [streetBoxes(streets)]
  for (let below = levels[0]!; below.length > 4; below = levels.at(-1)!) {
    levels.push(commonBoxes(below))
  }
  return levels
}

function outside(value: number, low: number, high: number): number {
  return value < low ? low - value : value > high ? value - high : 0
}

/** Of longitudes: a box may be nearer over 180°. */
function outsideAround(value: number, west: number, east: number): number {
  if (value < west) return Math.min(west - value, Math.abs(shorterWay(value - east)))
  return value > east ? Math.min(value - east, Math.abs(shorterWay(west - value))) : 0
}

function streetBoxes({ count, firstPoint, points }: StreetLines): BoxLevel {
  const boxes = new Int32Array(4 * count)
  for (let street = 0; street < count; street++) {
    let [west, south, east, north] = [0x7fff_ffff, 0x7fff_ffff, -0x8000_0000, -0x8000_0000]
    const end = firstPoint[street + 1]!
    for (let point = firstPoint[street]!; point < end; point++) {
      const lng = points[2 * point]!
      const lat = points[2 * point + 1]!
      if (lng < west) west = lng
      if (lng > east) east = lng
      if (lat < south) south = lat
      if (lat > north) north = lat
    }
    if (east - west > HALF_TURN) [west, east] = [-HALF_TURN, HALF_TURN]
    boxes.set([west, south, east, north], 4 * street)
  }
  return boxes
}

function commonBoxes(below: BoxLevel): BoxLevel {
  const boxes = new Int32Array(4 * Math.ceil(below.length / 4 / BRANCHES))
  for (let box = 0; box < boxes.length / 4; box++) {
    const first = 4 * BRANCHES * box
    boxes.set(below.subarray(first, first + 4), 4 * box)
    const end = Math.min(first + 4 * BRANCHES, below.length)
    for (let at = first; at < end; at += 4) {
      boxes[4 * box] = Math.min(boxes[4 * box]!, below[at]!)
      boxes[4 * box + 1] = Math.min(boxes[4 * box + 1]!, below[at + 1]!)
      boxes[4 * box + 2] = Math.max(boxes[4 * box + 2]!, below[at + 2]!)
      boxes[4 * box + 3] = Math.max(boxes[4 * box + 3]!, below[at + 3]!)
    }
  }
  return boxes
}

type OnStreet = { square: number; share: number }

function nearestOnStreet(
  { firstPoint, points }: StreetLines,
  street: number,
  lng7: number,
  lat7: number,
  across: number,
): OnStreet {
  const first = firstPoint[street]!
  const end = firstPoint[street + 1]!
  let square = Number.POSITIVE_INFINITY
  let alongBest = 0
  let along = 0
  let fromX = across * shorterWay(points[2 * first]! - lng7)
  let fromY = METERS_PER_UNIT * (points[2 * first + 1]! - lat7)
  for (let point = first + 1; point < end; point++) {
    const toX = across * shorterWay(points[2 * point]! - lng7)
    const toY = METERS_PER_UNIT * (points[2 * point + 1]! - lat7)
    const dx = toX - fromX
    const dy = toY - fromY
    const length = Math.sqrt(dx * dx + dy * dy)
    const t =
      length > 0 ? Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / (length * length))) : 0
    const x = fromX + t * dx
    const y = fromY + t * dy
    const here = x * x + y * y
    if (here < square) {
      square = here
      alongBest = along + t * length
    }
    along += length
    fromX = toX
    fromY = toY
  }
  return { square, share: along > 0 ? Math.min(1, alongBest / along) : 0 }
}

function nearestEnd(
  { firstPoint, points }: StreetLines,
  street: number,
  lng7: number,
  lat7: number,
  across: number,
): OnStreet {
  const squareTo = (point: number): number => {
    const x = across * shorterWay(points[2 * point]! - lng7)
    const y = METERS_PER_UNIT * (points[2 * point + 1]! - lat7)
    return x * x + y * y
  }
  const from = squareTo(firstPoint[street]!)
  const to = squareTo(firstPoint[street + 1]! - 1)
  return from <= to ? { square: from, share: 0 } : { square: to, share: 1 }
}
