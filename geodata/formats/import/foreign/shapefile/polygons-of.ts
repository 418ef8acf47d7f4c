// Which rings of a shape are outlines, and whose are the holes? Outlines run clockwise, holes the other way.
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

type Ring = number[][]
type Outline = { rings: Ring[]; box: Box }
type Box = [west: number, south: number, east: number, north: number]

/** So many comparisons of holes and outlines are made; beyond, a hole is of the outline before it. */
const MOST_COMPARISONS = 2_000_000

export function polygonsOf(rings: readonly Ring[]): Geometry {
  const outlines: Outline[] = []
  const holes: { ring: Ring; after: number }[] = []
  for (const ring of rings) {
    if (isClockwise(ring)) outlines.push({ rings: [ring], box: boxOf(ring) })
    else holes.push({ ring, after: outlines.length - 1 })
  }
  if (outlines.length === 0) {
    // Written the wrong way round throughout.
    for (const { ring } of holes.splice(0)) outlines.push({ rings: [ring], box: boxOf(ring) })
  }
  const isFew = holes.length * outlines.length <= MOST_COMPARISONS
  for (const { ring, after } of holes) {
    const found = isFew && outlines.length > 1 ? outlineAround(ring, outlines) : undefined
    const outline = found ?? outlines[Math.max(0, after)]
    outline?.rings.push(ring)
  }
  const [first] = outlines
  if (first && outlines.length === 1) return { type: 'Polygon', coordinates: first.rings }
  return { type: 'MultiPolygon', coordinates: outlines.map((outline) => outline.rings) }
}

/** The smallest, where outlines lie within each other. */
function outlineAround(hole: Ring, outlines: readonly Outline[]): Outline | undefined {
  const box = boxOf(hole)
  let best: Outline | undefined
  for (const outline of outlines) {
    if (!isWithin(box, outline.box) || (best && !isWithin(outline.box, best.box))) continue
    // Corners may lie on the outline itself: one inside is enough.
    if (hole.some((corner) => isInside(corner, outline.rings[0] ?? []))) best = outline
  }
  return best
}

function isClockwise(ring: Ring): boolean {
  const [[east0 = 0, north0 = 0] = []] = ring
  let doubled = 0
  for (let at = 1; at < ring.length; at++) {
    const [east1 = 0, north1 = 0] = ring[at - 1] ?? []
    const [east2 = 0, north2 = 0] = ring[at] ?? []
    doubled += (east1 - east0) * (north2 - north0) - (east2 - east0) * (north1 - north0)
  }
  return doubled <= 0
}

function boxOf(ring: Ring): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [east = 0, north = 0] of ring) {
    box[0] = Math.min(box[0], east)
    box[1] = Math.min(box[1], north)
    box[2] = Math.max(box[2], east)
    box[3] = Math.max(box[3], north)
  }
  return box
}

const isWithin = (inner: Box, outer: Box) =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]

function isInside([east = 0, north = 0]: number[], ring: Ring): boolean {
  let isIn = false
  for (let at = 1; at < ring.length; at++) {
    const [east1 = 0, north1 = 0] = ring[at - 1] ?? []
    const [east2 = 0, north2 = 0] = ring[at] ?? []
    if (north1 > north === north2 > north) continue
    if (east < east1 + ((north - north1) / (north2 - north1)) * (east2 - east1)) isIn = !isIn
  }
  return isIn
}
