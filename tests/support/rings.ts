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

function touch(a: number[], b: number[], c: number[], d: number[]): boolean {
  const apartAlong = (axis: 0 | 1) =>
    Math.max(a[axis]!, b[axis]!) < Math.min(c[axis]!, d[axis]!) ||
    Math.max(c[axis]!, d[axis]!) < Math.min(a[axis]!, b[axis]!)
  if (apartAlong(0) || apartAlong(1)) return false
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}

/** Left, on or right of the line p → q; in whole units of 1e-5 degrees, so that it is exact. */
function side(p: number[], q: number[], r: number[]): number {
  const [px, py, qx, qy, rx, ry] = [...p, ...q, ...r].map((degrees) => Math.round(degrees * 1e5))
  return Math.sign((qx! - px!) * (ry! - py!) - (qy! - py!) * (rx! - px!))
}
