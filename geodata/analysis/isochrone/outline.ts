// Where is the cost within a cutoff, drawn as areas, when it is known at scattered points?
//
// The points are joined to triangles once. Over a triangle the cost is taken as a plane, and the
// outline of a cutoff is where the planes are as high as the cutoff (marching triangles): every point
// is inside exactly when its cost is within the cutoff. A query visits the points that are reached,
// their neighbours and nothing else.
//
// Around the points lies a frame of further ones that are never reached, so every outline closes.
import { chooseChords } from '#geodata/analysis/isochrone/outline/chords.ts'
import {
  Gates,
  NEVER,
  placeGates,
  UNASKED,
  walkRing,
} from '#geodata/analysis/isochrone/outline/gates.ts'
import { type Mesh, meshOf, twinsOf } from '#geodata/analysis/isochrone/outline/mesh.ts'
import {
  BLOCK_SHIFT,
  blockCountOf,
  type PointCosts,
} from '#geodata/analysis/isochrone/outline/point-costs.ts'
import { findExactCorners } from '#geodata/analysis/isochrone/outline/rounding.ts'
import { triangulate } from '#geodata/geometry/triangulate.ts'
import { EARTH_RADIUS_METERS } from '#geodata/model/lng-lat.ts'

const METERS_PER_DEGREE = (EARTH_RADIUS_METERS * Math.PI) / 180
/** The frame lies beyond the points by this share of their extent, at least by the meters. */
const FRAME_SHARE = 0.05
const LEAST_FRAME_METERS = 1000
const FRAME_POINTS_PER_SIDE = 16
/** About 11 cm. */
const UNITS_PER_DEGREE = 1e6

/** Points, their triangles, and what queries write to. Meters east and north of the middle. */
export type OutlineGround = {
  readonly pointCount: number
  readonly middle: readonly [lng: number, lat: number]
  readonly metersPerDegreeEast: number
  readonly metersPerDegreeNorth: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly mesh: Mesh
  readonly slots: Slots
}

type Slots = {
  /** How many of the cutoffs a point's cost exceeds. */
  level: Uint8Array
  cost: Uint32Array
  reached: Uint32Array
  mixedEdge: Uint32Array
  mixedTail: Uint32Array
  /** Number of the last ring that went through an edge. */
  ringOfEdge: Uint32Array
  lastSerial: number
  gates: Gates
  kept: Uint32Array
  isExact: Uint8Array
}

type Ring = { coordinates: number[][]; isOuter: boolean; westernmost: number }

/** Joins the points; a tenth of a second for 100,000. No two may be at one place. */
export function outlineGround(lngDegrees: Float64Array, latDegrees: Float64Array): OutlineGround {
  const plane = planeOf(lngDegrees, latDegrees)
  return groundOf(lngDegrees.length, plane, meshOf(triangulate(plane.x, plane.y)))
}

/** The same without joining them again; `firstEdge` and `head` are those of an earlier mesh. */
export function savedOutlineGround(
  lngDegrees: Float64Array,
  latDegrees: Float64Array,
  firstEdge: Uint32Array,
  head: Uint32Array,
): OutlineGround {
  const mesh = { firstEdge, head, twin: twinsOf(firstEdge, head) }
  return groundOf(lngDegrees.length, planeOf(lngDegrees, latDegrees), mesh)
}

/**
 * Coordinates of one MultiPolygon per cutoff, in the order of the cutoffs: outer rings
 * counterclockwise, each followed by its holes. One cost per point, NEVER where no road leads.
 * Simplified: no corner departs from the outline by more than the tolerance, and no point changes
 * sides. The area of a smaller cutoff lies in that of a larger one.
 */
export function outlines(
  ground: OutlineGround,
  costs: Uint32Array | PointCosts,
  cutoffsDeciseconds: readonly number[],
  toleranceMeters: number,
): number[][][][][] {
  const cutoffs = [...new Set(cutoffsDeciseconds)].sort((a, b) => a - b)
  if (cutoffs.length > 255) throw new Error(`${cutoffs.length} cutoffs came; at most 255 fit.`)
  const mixedCount = findMixedEdges(
    ground,
    costs instanceof Uint32Array ? allKnown(ground, costs) : costs,
    cutoffs,
  )
  const areas = cutoffs.map((_, rank) => areaOf(ground, cutoffs, rank, mixedCount, toleranceMeters))
  return cutoffsDeciseconds.map((cutoff) => areas[cutoffs.indexOf(cutoff)] ?? [])
}

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
 * Notes every edge from a point to one that costs more cutoffs, and returns how many there are. Costs of
 * the points beside those that are reached lie in the slots then.
 */
function findMixedEdges(
  { pointCount, mesh: { firstEdge, head }, slots }: OutlineGround,
  costs: PointCosts,
  cutoffs: readonly number[],
): number {
  const { level, cost, reached, mixedEdge, mixedTail } = slots
  const { isBlockReached } = costs
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
    const end = firstEdge[point + 1] ?? 0
    for (let edge = firstEdge[point] ?? 0; edge < end; edge++) {
      const neighbour = head[edge] ?? 0
      const its = level[neighbour] ?? 0
      if (its <= own) continue
      if (cost[neighbour] === UNASKED) costs.costAt(neighbour)
      mixedEdge[count] = edge
      mixedTail[count++] = point
    }
  }
  return count
}

function areaOf(
  ground: OutlineGround,
  cutoffs: readonly number[],
  rank: number,
  mixedCount: number,
  tolerance: number,
): number[][][][] {
  const { x, y, mesh, slots } = ground
  const { level, cost, mixedEdge, mixedTail, ringOfEdge, gates } = slots
  reserve(slots, mixedCount)
  if (slots.lastSerial + mixedCount > 0xffff_ffff) {
    ringOfEdge.fill(0)
    slots.lastSerial = 0
  }
  const firstSerial = slots.lastSerial + 1
  const rings: Ring[] = []
  for (let i = 0; i < mixedCount; i++) {
    const edge = mixedEdge[i] ?? 0
    if ((level[mixedTail[i] ?? 0] ?? 0) > rank || (level[mesh.head[edge] ?? 0] ?? 0) <= rank)
      continue
    if ((ringOfEdge[edge] ?? 0) >= firstSerial) continue
    walkRing(mesh, level, rank, edge, ++slots.lastSerial, ringOfEdge, gates)
    placeGates(x, y, cost, cutoffs, rank, tolerance, gates)
    rings.push(ringThrough(ground))
  }
  return polygonsOf(ground, rank, rings, firstSerial)
}

function ringThrough(ground: OutlineGround): Ring {
  const { x, y, slots, middle, metersPerDegreeEast, metersPerDegreeNorth } = ground
  const { gates, kept, isExact } = slots
  const keptCount = chooseChords(gates, kept)
  findExactCorners(x, y, gates, kept, keptCount, isExact)
  const coordinates: number[][] = new Array(keptCount + 1)
  let doubledArea = 0
  let before = kept[keptCount - 1] ?? 0
  for (let corner = 0; corner < keptCount; corner++) {
    const gate = kept[corner] ?? 0
    const [east, north] = [gates.x[gate] ?? 0, gates.y[gate] ?? 0]
    const [eastBefore, northBefore] = [gates.x[before] ?? 0, gates.y[before] ?? 0]
    doubledArea += (eastBefore - east) * (northBefore + north)
    before = gate
    const lng = middle[0] + east / metersPerDegreeEast
    const lat = middle[1] + north / metersPerDegreeNorth
    coordinates[corner] = isExact[corner] ? [lng, lat] : [rounded(lng), rounded(lat)]
  }
  coordinates[keptCount] = [...(coordinates[0] ?? [])]
  let westernmost = gates.inside[0] ?? 0
  for (let gate = 1; gate < gates.count; gate++) {
    const point = gates.inside[gate] ?? 0
    if (isWestOf(ground, point, westernmost)) westernmost = point
  }
  return { coordinates, isOuter: doubledArea > 0, westernmost }
}

function rounded(degrees: number): number {
  return Math.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE
}

/**
 * Holes go to the outer ring around the same points inside. From the westernmost point along a hole
 * a walk to ever more western neighbours leaves those points through the outer ring, or through a
 * hole that lies farther west: it always ends.
 */
function polygonsOf(
  ground: OutlineGround,
  rank: number,
  rings: readonly Ring[],
  firstSerial: number,
): number[][][][] {
  const { level, ringOfEdge } = ground.slots
  const { head } = ground.mesh
  const polygons: number[][][][] = []
  const polygonOf = rings.map(({ coordinates, isOuter }) => {
    if (!isOuter) return undefined
    polygons.push([coordinates])
    return polygons.at(-1)
  })
  for (const [own, { coordinates, westernmost }] of rings.entries()) {
    if (polygonOf[own]) continue
    let at = own
    let point = westernmost
    while (!polygonOf[at]) {
      const edge = westwardEdge(ground, point)
      point = head[edge] ?? 0
      if ((level[point] ?? 0) <= rank) continue
      const ring = (ringOfEdge[edge] ?? 0) - firstSerial
      const through = rings[ring]
      if (!through) throw new Error(`No ring of rank ${rank} goes through edge ${edge}.`)
      // A hole is never left through itself: such a ring is an outer one, too thin for its area to say so.
      if (ring === at) {
        const polygon = [through.coordinates]
        polygonOf[at] = polygon
        polygons.push(polygon)
      }
      at = ring
      point = through.westernmost
    }
    if (at !== own) polygonOf[at]?.push(coordinates)
  }
  return polygons
}

/** The edge to the westernmost neighbour, which only points of the frame may not have. */
function westwardEdge(ground: OutlineGround, point: number): number {
  const { firstEdge, head } = ground.mesh
  const end = firstEdge[point + 1] ?? 0
  let best = firstEdge[point] ?? 0
  for (let edge = best + 1; edge < end; edge++) {
    if (isWestOf(ground, head[edge] ?? 0, head[best] ?? 0)) best = edge
  }
  return best
}

/** Of points on one meridian the southern one counts as western, so that one always is. */
function isWestOf({ x, y }: OutlineGround, a: number, b: number): boolean {
  const [xa, xb] = [x[a] ?? 0, x[b] ?? 0]
  return xa < xb || (xa === xb && (y[a] ?? 0) < (y[b] ?? 0))
}

function reserve(slots: Slots, gateCount: number): void {
  slots.gates.reserve(gateCount)
  const room = slots.gates.x.length
  if (slots.kept.length === room) return
  slots.kept = new Uint32Array(room)
  slots.isExact = new Uint8Array(room)
}

type Plane = Pick<
  OutlineGround,
  'middle' | 'metersPerDegreeEast' | 'metersPerDegreeNorth' | 'x' | 'y'
>

/** All points on a plane, those of the frame last. */
function planeOf(lngDegrees: Float64Array, latDegrees: Float64Array): Plane {
  const count = lngDegrees.length
  let [west, south, east, north] =
    count > 0 ? [Infinity, Infinity, -Infinity, -Infinity] : [0, 0, 0, 0]
  for (let point = 0; point < count; point++) {
    west = Math.min(west, lngDegrees[point] ?? 0)
    east = Math.max(east, lngDegrees[point] ?? 0)
    south = Math.min(south, latDegrees[point] ?? 0)
    north = Math.max(north, latDegrees[point] ?? 0)
  }
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2]
  const metersPerDegreeEast = METERS_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180)
  const frame = frameAround(
    ((east - west) / 2) * metersPerDegreeEast,
    ((north - south) / 2) * METERS_PER_DEGREE,
  )
  const x = new Float64Array(count + frame.length)
  const y = new Float64Array(count + frame.length)
  for (let point = 0; point < count; point++) {
    x[point] = ((lngDegrees[point] ?? 0) - middle[0]) * metersPerDegreeEast
    y[point] = ((latDegrees[point] ?? 0) - middle[1]) * METERS_PER_DEGREE
  }
  frame.forEach(([frameX, frameY], i) => {
    x[count + i] = frameX
    y[count + i] = frameY
  })
  return { middle, metersPerDegreeEast, metersPerDegreeNorth: METERS_PER_DEGREE, x, y }
}

/** Evenly along the four sides, for points that lie up to so far from the middle. */
function frameAround(halfWidth: number, halfHeight: number): [number, number][] {
  const margin = Math.max(LEAST_FRAME_METERS, 2 * FRAME_SHARE * Math.max(halfWidth, halfHeight))
  const [right, top] = [halfWidth + margin, halfHeight + margin]
  return Array.from({ length: FRAME_POINTS_PER_SIDE }, (_, i) => {
    const along = (2 * i) / FRAME_POINTS_PER_SIDE - 1
    return [
      [along * right, -top],
      [right, along * top],
      [-along * right, top],
      [-right, -along * top],
    ] as [number, number][]
  }).flat()
}

function groundOf(pointCount: number, plane: Plane, mesh: Mesh): OutlineGround {
  const edgeCount = mesh.head.length
  const slots = {
    level: new Uint8Array(plane.x.length),
    cost: new Uint32Array(plane.x.length).fill(NEVER),
    reached: new Uint32Array(pointCount),
    mixedEdge: new Uint32Array(edgeCount / 2),
    mixedTail: new Uint32Array(edgeCount / 2),
    ringOfEdge: new Uint32Array(edgeCount),
    lastSerial: 0,
    gates: new Gates(),
    kept: new Uint32Array(0),
    isExact: new Uint8Array(0),
  }
  return { pointCount, ...plane, mesh, slots }
}
