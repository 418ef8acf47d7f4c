// Where is the cost within a cutoff, drawn as areas, when it is known at scattered points?
//
// The points are joined to triangles once. Over a triangle the cost is taken as a plane, and the
// outline of a cutoff is where the planes are as high as the cutoff (marching triangles): every point
// is inside exactly when its cost is within the cutoff. A query visits the points that are reached,
// their neighbours and nothing else.
import { chooseChords } from '#geodata/analysis/isochrone/outline/chords.ts'
import { DrawnArea } from '#geodata/analysis/isochrone/outline/drawn-area.ts'
import {
  type Gates,
  NEVER,
  placeGates,
  walkRing,
} from '#geodata/analysis/isochrone/outline/gates.ts'
import { isWestOf } from '#geodata/analysis/isochrone/outline/mesh.ts'
import type {
  OutlineGround,
  OutlineSlots,
} from '#geodata/analysis/isochrone/outline/outline-ground.ts'
import {
  BLOCK_SHIFT,
  blockCountOf,
  type PointCosts,
} from '#geodata/analysis/isochrone/outline/point-costs.ts'
import { findExactCorners } from '#geodata/analysis/isochrone/outline/rounding.ts'

/** About 11 cm. */
const UNITS_PER_DEGREE = 1e6

/** Its corners lie in the slots, the first once more at the end. */
type Ring = {
  lowestEdge: number
  firstCorner: number
  endCorner: number
  /** Of the points inside along it. */
  westernmost: number
}

/**
 * One area per cutoff, in the order of the cutoffs: outer rings counterclockwise, each followed by its
 * holes. One cost per point, NEVER where no road leads.
 * Simplified: no corner departs from the outline by more than the tolerance, and no point changes
 * sides. The area of a smaller cutoff lies in that of a larger one.
 */
export function outlines(
  ground: OutlineGround,
  given: Uint32Array | PointCosts,
  cutoffsDeciseconds: readonly number[],
  toleranceMeters: number,
): DrawnArea[] {
  const cutoffs = [...new Set(cutoffsDeciseconds)].sort((a, b) => a - b)
  if (cutoffs.length > 255) throw new Error(`${cutoffs.length} cutoffs came; at most 255 fit.`)
  const costs = given instanceof Uint32Array ? allKnown(ground, given) : given
  const mixedCount = findMixedEdges(ground, costs, cutoffs)
  const areas = cutoffs.map((_, rank) =>
    areaOf(ground, costs, cutoffs, rank, mixedCount, toleranceMeters),
  )
  return cutoffsDeciseconds.map((cutoff) => areas[cutoffs.indexOf(cutoff)] ?? NOWHERE)
}

const NOWHERE = new DrawnArea(new Float64Array(0), [])

/** Takes over costs that are known for every point. */
function allKnown({ pointCount, slots }: OutlineGround, costDeciseconds: Uint32Array): PointCosts {
  if (costDeciseconds.length !== pointCount) {
    throw new Error(`${costDeciseconds.length} costs came for ${pointCount} points.`)
  }
  const { cost } = slots
  cost.set(costDeciseconds)
  return {
    costDeciseconds: cost,
    isBlockReached: new Uint8Array(blockCountOf(pointCount)).fill(1),
    costAt: (point) => cost[point] ?? NEVER,
  }
}

/**
 * Notes edges from a point to one that costs more cutoffs, and returns how many there are: of those
 * that lead to or from a point's westernmost neighbour. As going west from a point leads out of every
 * ring around it, every ring has one of them.
 */
function findMixedEdges(
  { pointCount, mesh: { firstTree, treeEdge, head }, slots }: OutlineGround,
  { costDeciseconds: cost, isBlockReached }: PointCosts,
  cutoffs: readonly number[],
): number {
  const { level, reached, mixedEdge, mixedTail, mixedFrom, mixedTo } = slots
  const largest = cutoffs.at(-1) ?? -1
  level.fill(cutoffs.length)
  let reachedCount = 0
  for (let block = 0; block < isBlockReached.length; block++) {
    if (isBlockReached[block] === 0) continue
    const end = Math.min(pointCount, (block + 1) << BLOCK_SHIFT)
    for (let point = block << BLOCK_SHIFT; point < end; point++) {
      const one = cost[point] ?? NEVER
      if (one > largest || one === NEVER) continue
      let above = 0
      while (one > (cutoffs[above] ?? largest)) above++
      level[point] = above
      reached[reachedCount++] = point
    }
  }
  let count = 0
  for (let i = 0; i < reachedCount; i++) {
    const point = reached[i] ?? 0
    const own = level[point] ?? 0
    const end = firstTree[point + 1] ?? 0
    for (let branch = firstTree[point] ?? 0; branch < end; branch++) {
      const edge = treeEdge[branch] ?? 0
      const its = level[head[edge] ?? 0] ?? 0
      if (its <= own) continue
      mixedFrom[count] = own
      mixedTo[count] = its
      mixedEdge[count] = edge
      mixedTail[count++] = point
    }
  }
  return count
}

function areaOf(
  ground: OutlineGround,
  costs: PointCosts,
  cutoffs: readonly number[],
  rank: number,
  mixedCount: number,
  tolerance: number,
): DrawnArea {
  const { x, y, mesh, slots } = ground
  const { level, mixedEdge, mixedTail, mixedFrom, mixedTo, ringOfEdge, gates } = slots
  // A new serial per ring, of which there are no more than mixed edges.
  if (slots.lastSerial + mixedCount > 0xffff_ffff) {
    ringOfEdge.fill(0)
    slots.lastSerial = 0
  }
  const firstSerial = slots.lastSerial + 1
  const rings: Ring[] = []
  let cornerCount = 0
  for (let i = 0; i < mixedCount; i++) {
    if ((mixedFrom[i] ?? 0) > rank || (mixedTo[i] ?? 0) <= rank) continue
    const edge = mixedEdge[i] ?? 0
    if ((ringOfEdge[edge] ?? 0) >= firstSerial) continue
    const tail = mixedTail[i] ?? 0
    const serial = ++slots.lastSerial
    const { lowestEdge, begin } = walkRing(mesh, level, rank, edge, tail, serial, ringOfEdge, gates)
    placeGates(x, y, costs, cutoffs, rank, tolerance, begin, gates)
    const ring = ringThrough(ground, lowestEdge, cornerCount)
    cornerCount = ring.endCorner
    rings.push(ring)
  }
  return inOneArea(slots.corners, cornerCount, polygonsOf(ground, rank, rings, firstSerial))
}

/** Writes the corners from `firstCorner` on. */
function ringThrough(ground: OutlineGround, lowestEdge: number, firstCorner: number): Ring {
  const { slots, middle, metersPerDegreeEast, metersPerDegreeNorth } = ground
  const { gates } = slots
  reserve(slots, gates.count, firstCorner)
  const { kept, isExact, corners } = slots
  const keptCount = chooseChords(gates, kept)
  findExactCorners(gates, kept, keptCount, isExact)
  let at = firstCorner
  for (let corner = 0; corner < keptCount; corner++) {
    const gate = kept[corner] ?? 0
    const lng = middle[0] + (gates.x[gate] ?? 0) / metersPerDegreeEast
    const lat = middle[1] + (gates.y[gate] ?? 0) / metersPerDegreeNorth
    corners[at++] = isExact[corner] ? lng : rounded(lng)
    corners[at++] = isExact[corner] ? lat : rounded(lat)
  }
  corners[at++] = corners[firstCorner] ?? 0
  corners[at++] = corners[firstCorner + 1] ?? 0
  return { lowestEdge, firstCorner, endCorner: at, westernmost: westernmostInside(gates) }
}

function westernmostInside({ count, inside, insideX, insideY }: Gates): number {
  let westernmost = 0
  for (let gate = 1; gate < count; gate++) {
    if (isWestOf(insideX, insideY, gate, westernmost)) westernmost = gate
  }
  return inside[westernmost] ?? 0
}

function rounded(degrees: number): number {
  return Math.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE
}

/**
 * Rings by polygon, the outer one first; those with lower edges come first.
 *
 * From the westernmost point along a ring, going west leads outside through the ring itself if it is an
 * outer one, and not if it is a hole: beyond a hole lie points farther west along it. So a walk from a
 * hole to ever more western neighbours leaves the points inside through their outer ring, or through a
 * hole that lies farther west; it always ends, and holes go to the ring it ends at.
 */
function polygonsOf(
  ground: OutlineGround,
  rank: number,
  rings: readonly Ring[],
  firstSerial: number,
): Ring[][] {
  const { ringOfEdge } = ground.slots
  const { westEdge } = ground.mesh
  const leftThrough = (point: number) =>
    rings[(ringOfEdge[westEdge[point] ?? 0] ?? 0) - firstSerial]
  const inOrder = [...rings].sort((a, b) => a.lowestEdge - b.lowestEdge)
  const polygonOf = new Map<Ring, Ring[]>()
  for (const ring of inOrder) {
    if (leftThrough(ring.westernmost) === ring) polygonOf.set(ring, [ring])
  }
  for (const hole of inOrder) {
    if (polygonOf.has(hole)) continue
    let around: Ring | undefined = hole
    while (around && !polygonOf.has(around)) {
      around = leftThrough(westernmostFrom(ground, rank, around.westernmost))
    }
    if (!around) throw new Error(`No ring of rank ${rank} lies around a hole.`)
    polygonOf.get(around)?.push(hole)
  }
  return [...polygonOf.values()]
}

/** Where a walk to ever more western neighbours inside ends. */
function westernmostFrom(
  { x, y, slots: { level }, mesh: { head, westEdge } }: OutlineGround,
  rank: number,
  start: number,
): number {
  for (let point = start; ; ) {
    const west = head[westEdge[point] ?? 0] ?? 0
    if ((level[west] ?? 0) > rank) return point
    if (!isWestOf(x, y, west, point)) throw new Error(`Nothing lies west of point ${point}.`)
    point = west
  }
}

/** The corners in the order of the polygons, of their own. */
function inOneArea(
  corners: Float64Array,
  cornerCount: number,
  polygons: readonly (readonly Ring[])[],
): DrawnArea {
  const own = new Float64Array(cornerCount)
  let at = 0
  const ringEnds = polygons.map((rings) =>
    rings.map(({ firstCorner, endCorner }) => {
      own.set(corners.subarray(firstCorner, endCorner), at)
      at += endCorner - firstCorner
      return at
    }),
  )
  return new DrawnArea(own, ringEnds)
}

/** Room for a ring of so many gates, its corners beginning there. */
function reserve(slots: OutlineSlots, gateCount: number, firstCorner: number): void {
  if (slots.kept.length < gateCount) {
    slots.kept = new Uint32Array(2 * gateCount)
    slots.isExact = new Uint8Array(2 * gateCount)
  }
  const cornerCount = firstCorner + 2 * (gateCount + 1)
  if (slots.corners.length >= cornerCount) return
  const larger = new Float64Array(2 * cornerCount)
  larger.set(slots.corners)
  slots.corners = larger
}
