// Where do the points lie of which outlines are drawn, which are joined, and what do queries write to?
//
// Around the points lies a frame of further ones that are never reached, so every outline closes.
import { Gates, NEVER } from '#geodata/analysis/isochrone/outline/gates.ts'
import { type Mesh, meshOf, savedMesh } from '#geodata/analysis/isochrone/outline/mesh.ts'
import { triangulate } from '#geodata/geometry/triangulate.ts'
import { EARTH_RADIUS_METERS } from '#geodata/model/lng-lat.ts'

const METERS_PER_DEGREE = (EARTH_RADIUS_METERS * Math.PI) / 180
/** The frame lies beyond the points by this share of their extent, at least by the meters. */
const FRAME_SHARE = 0.05
const LEAST_FRAME_METERS = 1000
const FRAME_POINTS_PER_SIDE = 16

/** Points and their triangles, as plain data. Meters east and north of the middle. */
export type OutlineShape = {
  readonly pointCount: number
  readonly middle: readonly [lng: number, lat: number]
  readonly metersPerDegreeEast: number
  readonly metersPerDegreeNorth: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly mesh: Mesh
}

export type OutlineGround = OutlineShape & { readonly slots: OutlineSlots }

/** What queries write to, lent again for each. */
export type OutlineSlots = {
  /** How many of the cutoffs a point's cost exceeds. */
  level: Uint8Array
  cost: Uint32Array
  reached: Uint32Array
  mixedEdge: Uint32Array
  mixedTail: Uint32Array
  /** Levels of the two points of a mixed edge. */
  mixedFrom: Uint8Array
  mixedTo: Uint8Array
  /** Number of the last ring that went through an edge. */
  ringOfEdge: Uint32Array
  lastSerial: number
  gates: Gates
  kept: Uint32Array
  isExact: Uint8Array
  /** Longitudes and latitudes in turn of the rings of one area, as they were found. */
  corners: Float64Array
}

/** Joins the points; a tenth of a second for 100,000. No two may be at one place. */
export function outlineGround(lngDegrees: Float64Array, latDegrees: Float64Array): OutlineGround {
  const plane = planeOf(lngDegrees, latDegrees)
  const mesh = meshOf(triangulate(plane.x, plane.y), plane.x, plane.y)
  return outlineGroundOver({ pointCount: lngDegrees.length, ...plane, mesh })
}

/** The shape without joining them again; `firstEdge` and `head` are those of an earlier mesh. */
export function savedOutlineShape(
  lngDegrees: Float64Array,
  latDegrees: Float64Array,
  firstEdge: Uint32Array,
  head: Uint32Array,
): OutlineShape {
  const plane = planeOf(lngDegrees, latDegrees)
  const mesh = savedMesh(firstEdge, head, plane.x, plane.y)
  return { pointCount: lngDegrees.length, ...plane, mesh }
}

/** A shape with the memory that queries write to. */
export function outlineGroundOver(shape: OutlineShape): OutlineGround {
  const { pointCount, x, mesh } = shape
  const edgeCount = mesh.head.length
  const slots: OutlineSlots = {
    level: new Uint8Array(x.length),
    cost: new Uint32Array(x.length).fill(NEVER),
    reached: new Uint32Array(pointCount),
    mixedEdge: new Uint32Array(mesh.treeEdge.length / 2),
    mixedTail: new Uint32Array(mesh.treeEdge.length / 2),
    mixedFrom: new Uint8Array(mesh.treeEdge.length / 2),
    mixedTo: new Uint8Array(mesh.treeEdge.length / 2),
    ringOfEdge: new Uint32Array(edgeCount),
    lastSerial: 0,
    gates: new Gates(),
    kept: new Uint32Array(0),
    isExact: new Uint8Array(0),
    corners: new Float64Array(0),
  }
  return { ...shape, slots }
}

type Plane = Pick<
  OutlineShape,
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
