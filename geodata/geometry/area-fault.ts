// Can every program draw this area the same way, or what is wrong with it?
//
// Degrees, planar. Sides are swept from west to east, so that each is held against its neighbours only.
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type AreaFault =
  /** Two sides cross here, or a ring comes back to where it has been. */
  | { kind: 'crossing'; place: LngLat }
  /** All corners of the ring lie on one line. */
  | { kind: 'flat'; polygon: number; ring: number }
  | { kind: 'hole-outside'; polygon: number; ring: number }

/** What is wrong, and what to do. */
export function areaFaultWords(fault: AreaFault): { zh: string; en: string } {
  switch (fault.kind) {
    case 'crossing': {
      const place = fault.place.map((degrees) => degrees.toFixed(5)).join(', ')
      return {
        zh: `边界线在 ${place} 处自相交或自相接，请将该处的角点移开`,
        en: `The outline crosses or touches itself at ${place}; move its corners apart there`,
      }
    }
    case 'flat':
      return {
        zh: '边界的角点都在一条直线上，应围出一块地',
        en: 'All corners of this outline lie on one line; an outline around some ground is expected',
      }
    case 'hole-outside':
      return { zh: '孔洞位于边界之外', en: 'This hole begins outside its outline' }
  }
}

type Side = {
  x1: number
  y1: number
  x2: number
  y2: number
  /** Its longitudes. */
  low: number
  high: number
  /** Which ring, which side of it, and of how many. */
  ring: number
  index: number
  count: number
}

/** The first fault found, in the order of the kinds above; null for a sound area. */
export function areaFault(polygons: number[][][][]): AreaFault | null {
  const place = crossingOf(polygons.flat().flatMap(sidesOf))
  if (place) return { kind: 'crossing', place }
  for (const [polygon, rings] of polygons.entries()) {
    const [outer = []] = rings
    for (const [ring, corners] of rings.entries()) {
      if (isFlat(corners)) return { kind: 'flat', polygon, ring }
      const [lng = 0, lat = 0] = corners[0] ?? []
      const isOut = ring > 0 && !onRing([lng, lat], outer) && !insideArea([lng, lat], [[outer]])
      if (isOut) return { kind: 'hole-outside', polygon, ring }
    }
  }
  return null
}

function sidesOf(corners: number[][], ring: number): Side[] {
  const count = corners.length - 1
  return corners.slice(1).map(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = corners[index] ?? []
    return { x1, y1, x2, y2, low: Math.min(x1, x2), high: Math.max(x1, x2), ring, index, count }
  })
}

function crossingOf(sides: Side[]): LngLat | null {
  sides.sort((a, b) => a.low - b.low)
  let open: Side[] = []
  for (const side of sides) {
    open = open.filter(({ high }) => high >= side.low)
    for (const other of open) {
      const place = meeting(side, other)
      if (place) return place
    }
    open.push(side)
  }
  return null
}

/**
 * Where two sides cross, or one lies along the other. Sides of one ring that do not follow each other
 * may not even touch; a hole may touch its outer ring in a point, and so may two parts.
 */
function meeting(a: Side, b: Side): LngLat | null {
  const a1 = turn(b, a.x1, a.y1)
  const a2 = turn(b, a.x2, a.y2)
  const b1 = turn(a, b.x1, b.y1)
  const b2 = turn(a, b.x2, b.y2)
  if (a1 === 0 && a2 === 0) {
    const shared = overlap(a, b)
    if (shared) return shared
  }
  const isStrict = a.ring !== b.ring || follow(a, b)
  if (isStrict ? a1 * a2 >= 0 || b1 * b2 >= 0 : a1 * a2 > 0 || b1 * b2 > 0) return null
  if (a1 === a2) return touch(a, b)
  const share = a1 / (a1 - a2)
  return [a.x1 + share * (a.x2 - a.x1), a.y1 + share * (a.y2 - a.y1)]
}

function follow(a: Side, b: Side): boolean {
  const apart = Math.abs(a.index - b.index)
  return apart === 1 || apart === a.count - 1
}

/** Of two sides on one line that share no stretch: the end they share, if any. */
function touch(a: Side, b: Side): LngLat | null {
  const ends = [
    [b.x1, b.y1],
    [b.x2, b.y2],
  ] as const
  const shared = ends.find(([x, y]) => (x === a.x1 && y === a.y1) || (x === a.x2 && y === a.y2))
  return shared ? [shared[0], shared[1]] : null
}

/** Of two sides on one line: the middle of what they share. */
function overlap(a: Side, b: Side): LngLat | null {
  const isSteep = Math.abs(a.y2 - a.y1) > Math.abs(a.x2 - a.x1)
  const along = (side: Side) => (isSteep ? [side.y1, side.y2] : [side.x1, side.x2])
  const from = Math.max(Math.min(...along(a)), Math.min(...along(b)))
  const to = Math.min(Math.max(...along(a)), Math.max(...along(b)))
  if (to <= from) return null
  const [start = 0, end = 0] = along(a)
  const share = ((from + to) / 2 - start) / (end - start)
  return [a.x1 + share * (a.x2 - a.x1), a.y1 + share * (a.y2 - a.y1)]
}

/** Positive to the left of the side, negative to its right. */
function turn({ x1, y1, x2, y2 }: Side, x: number, y: number): number {
  return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
}

function isFlat(ring: number[][]): boolean {
  const [first] = sidesOf(ring, 0)
  return !first || ring.every(([x = 0, y = 0]) => turn(first, x, y) === 0)
}

function onRing([x, y]: LngLat, ring: number[][]): boolean {
  return ring.some((corner) => corner[0] === x && corner[1] === y)
}
