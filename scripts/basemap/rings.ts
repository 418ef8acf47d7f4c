// Which rings do the ways of a multipolygon make, and which hole lies in which of them?
//
// A ring may be cut into several ways, in any order and direction:
//
//   a ──1── b        ring a b c d a from 1, 2 reversed, 3
//   │       │
//   3       2        Ways that never close, as at the border of an extract, make no ring.
//   │       │
//   d ──────c
import { MISSING, type NodePlaces } from '#scripts/basemap/node-places.ts'

/** Numbers of nodes, the last being the first again. */
export type Ring = Int32Array
/** The outer ring, then its holes. */
export type Polygon = Ring[]

/** Joins lines at their ends into closed rings; `open` counts those that are left over. */
export function joinRings(lines: Int32Array[]): { rings: Ring[]; open: number } {
  const rings: Ring[] = []
  const waiting = new Map<number, Set<Int32Array>>()
  const note = (line: Int32Array, add: boolean) => {
    for (const end of [line[0] ?? MISSING, line.at(-1) ?? MISSING]) {
      const there = waiting.get(end) ?? new Set()
      if (add) there.add(line)
      else there.delete(line)
      waiting.set(end, there)
    }
  }
  for (const line of lines) {
    if (line[0] === line.at(-1)) rings.push(line)
    else note(line, true)
  }
  let open = 0
  for (const first of lines) {
    if (!waiting.get(first[0] ?? MISSING)?.has(first)) continue
    note(first, false)
    const nodes = [...first]
    while (nodes[0] !== nodes.at(-1)) {
      const end = nodes.at(-1) ?? MISSING
      const next = waiting.get(end)?.values().next().value
      if (!next) break
      note(next, false)
      const onward = next[0] === end ? next : next.toReversed()
      for (const node of onward.subarray(1)) nodes.push(node)
    }
    if (nodes[0] === nodes.at(-1)) rings.push(Int32Array.from(nodes))
    else open++
  }
  return { rings: rings.filter((ring) => ring.length >= 4), open }
}

/** Puts each hole into the smallest outer ring that holds it; a hole in none is left out. */
export function polygonsOf(outer: Ring[], inner: Ring[], places: NodePlaces): Polygon[] {
  const polygons = outer.map((ring) => ({ rings: [ring], area: ringArea(ring, places) }))
  const bySize = [...polygons].sort((a, b) => a.area - b.area)
  for (const hole of inner) {
    const size = ringArea(hole, places)
    const holder = bySize.find(
      ({ rings: [ring], area }) => ring && area > size && holds(ring, hole, places),
    )
    holder?.rings.push(hole)
  }
  return polygons.map(({ rings }) => rings)
}

/** Square degrees, whichever way the ring turns (shoelace). */
export function ringArea(ring: Ring, places: NodePlaces): number {
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [a = 0, b = 0] = [ring[i - 1], ring[i]]
    doubled += places.lng(a) * places.lat(b) - places.lng(b) * places.lat(a)
  }
  return Math.abs(doubled) / 2
}

/** Does most of the hole lie inside? A hole may touch its outer ring, so one node says too little. */
function holds(ring: Ring, hole: Ring, places: NodePlaces): boolean {
  let inside = 0
  for (const node of hole) if (isInside(ring, places.lng(node), places.lat(node), places)) inside++
  return inside * 2 > hole.length
}

function isInside(ring: Ring, lng: number, lat: number, places: NodePlaces): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [a = 0, b = 0] = [ring[i - 1], ring[i]]
    const [latA, latB] = [places.lat(a), places.lat(b)]
    if (latA > lat === latB > lat) continue
    const [lngA, lngB] = [places.lng(a), places.lng(b)]
    if (lng < lngA + ((lat - latA) / (latB - latA)) * (lngB - lngA)) inside = !inside
  }
  return inside
}
