// Does a ring touch itself? Slow and obvious, for tests.

/** Pairs of edges that touch without being neighbours; sorted along x, so that it ends in time. */
export function crossingsOf(ring: number[][]): [number, number][] {
  const edges = ring.slice(1).map((b, index) => ({ index, a: ring[index]!, b }))
  const count = edges.length
  edges.sort((p, q) => Math.min(p.a[0]!, p.b[0]!) - Math.min(q.a[0]!, q.b[0]!))
  const found: [number, number][] = []
  edges.forEach((p, rank) => {
    const right = Math.max(p.a[0]!, p.b[0]!)
    for (let other = rank + 1; other < count; other++) {
      const q = edges[other]!
      if (Math.min(q.a[0]!, q.b[0]!) > right) break
      const apart = Math.abs(p.index - q.index)
      if (apart === 1 || apart === count - 1) continue
      if (touch(p.a, p.b, q.a, q.b)) found.push([p.index, q.index])
    }
  })
  return found
}

function touch(a: number[], b: number[], c: number[], d: number[], sideOf = side): boolean {
  const apartAlong = (axis: 0 | 1) =>
    Math.max(a[axis]!, b[axis]!) < Math.min(c[axis]!, d[axis]!) ||
    Math.max(c[axis]!, d[axis]!) < Math.min(a[axis]!, b[axis]!)
  if (apartAlong(0) || apartAlong(1)) return false
  return sideOf(a, b, c) * sideOf(a, b, d) <= 0 && sideOf(c, d, a) * sideOf(c, d, b) <= 0
}

/** Left, on or right of the line p → q; in whole units of 1e-5 degrees, so that it is exact. */
function side(p: number[], q: number[], r: number[]): number {
  const [px, py, qx, qy, rx, ry] = [...p, ...q, ...r].map((degrees) => Math.round(degrees * 1e5))
  return Math.sign((qx! - px!) * (ry! - py!) - (qy! - py!) * (rx! - px!))
}

/**
 * Pairs of edges of all the rings that touch without following one another in one ring. For any
 * doubles, without rounding: where floating point cannot decide, whole numbers of 2^-60 degrees do.
 */
export function touchesAmong(rings: number[][][]): [number[][], number[][]][] {
  const edges = rings.flatMap((ring, number) =>
    ring
      .slice(1)
      .map((b, index) => ({ number, index, count: ring.length - 1, a: ring[index]!, b })),
  )
  edges.sort((p, q) => Math.min(p.a[0]!, p.b[0]!) - Math.min(q.a[0]!, q.b[0]!))
  const found: [number[][], number[][]][] = []
  edges.forEach((p, rank) => {
    const right = Math.max(p.a[0]!, p.b[0]!)
    for (let other = rank + 1; other < edges.length; other++) {
      const q = edges[other]!
      if (Math.min(q.a[0]!, q.b[0]!) > right) break
      const apart = p.number === q.number ? Math.abs(p.index - q.index) : Infinity
      if (apart === 1 || apart === p.count - 1) continue
      if (touch(p.a, p.b, q.a, q.b, exactSide))
        found.push([
          [p.a, p.b],
          [q.a, q.b],
        ])
    }
  })
  return found
}

function exactSide(p: number[], q: number[], r: number[]): number {
  const left = (q[0]! - p[0]!) * (r[1]! - p[1]!)
  const right = (q[1]! - p[1]!) * (r[0]! - p[0]!)
  // Four times the bound of Shewchuk 1997 for this determinant.
  if (Math.abs(left - right) > 1.6e-15 * (Math.abs(left) + Math.abs(right))) {
    return Math.sign(left - right)
  }
  const [px, py, qx, qy, rx, ry] = [...p, ...q, ...r].map((degrees) => BigInt(degrees * 2 ** 60))
  const exact = (qx! - px!) * (ry! - py!) - (qy! - py!) * (rx! - px!)
  return exact > 0n ? 1 : exact < 0n ? -1 : 0
}

const RADIANS = Math.PI / 180
const EARTH_RADIUS_KILOMETERS = 6371.0088

/** Signed square kilometers on the sphere, as Lambert's cylinder has them: counterclockwise is positive. */
export function ringSquareKilometers(ring: readonly (readonly number[])[]): number {
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    doubled += (x1 - x2) * RADIANS * (Math.sin(y1 * RADIANS) + Math.sin(y2 * RADIANS))
  }
  return (doubled / 2) * EARTH_RADIUS_KILOMETERS ** 2
}
