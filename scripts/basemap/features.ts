// What is drawn, as lines, areas and points of node numbers, each from the zoom that suits its size?
import { type Drawing, oneOfEach } from '#scripts/basemap/classes.ts'
import { type Line, mergeLines, type Piece } from '#scripts/basemap/merge-lines.ts'
import { MISSING, type NodePlaces } from '#scripts/basemap/node-places.ts'
import type { Extracts, Multipolygon, Way } from '#scripts/basemap/read-extracts.ts'
import { joinRings, type Polygon, polygonsOf, ringArea } from '#scripts/basemap/rings.ts'

export type Shape =
  | { kind: 'point'; lng: number; lat: number }
  | { kind: 'line'; nodes: Int32Array }
  | { kind: 'area'; rings: Polygon }
export type Bounds = { west: number; south: number; east: number; north: number }
export type Feature = Drawing & { shape: Shape; bounds: Bounds }

export type Features = {
  /** For every zoom from `WIDE_ZOOM` on. */
  close: Feature[]
  /** For the zooms before it: fewer, with roads in one piece whatever their names. */
  wide: Feature[]
  /** Outer rings of areas that do not close, because the extract ends there or ways are missing. */
  openRings: number
}

/** Before this zoom, roads are joined across changes of name. */
export const WIDE_ZOOM = 8
/** A closed line has four nodes at least, the last being the first. */
const PIXELS_AT_ZOOM_0 = 512
const SEEN_SQUARE_PIXELS = 6
/** Rivers by how far their name runs: the one that reaches the sea, its tributaries, theirs. */
const RIVER_RANKS: { leastKilometers: number; rank: number; fromZoom: number }[] = [
  { leastKilometers: 150, rank: 1, fromZoom: 5 },
  { leastKilometers: 60, rank: 2, fromZoom: 7 },
  { leastKilometers: 20, rank: 3, fromZoom: 8 },
]

export function featuresOf(extracts: Extracts): Features {
  const { nodes, places } = extracts
  const { areas, openRings } = areasOf(extracts)
  const pieces = piecesOf(extracts)
  const rivers = riverRanks(pieces, nodes)
  const one = oneOfEach()
  const ranked = pieces.map(({ drawing, nodes: line }) => {
    const river = drawing.layer === 'waterway' ? rivers.get(nameOf(drawing)) : undefined
    return { nodes: line, drawing: river ? one({ ...drawing, ...ranks(drawing, river) }) : drawing }
  })
  const points = places.map(
    ({ lng, lat, drawing }): Feature => ({
      ...drawing,
      shape: { kind: 'point', lng, lat },
      bounds: { west: lng, south: lat, east: lng, north: lat },
    }),
  )
  const isWide = ({ fromZoom }: Drawing) => fromZoom < WIDE_ZOOM
  const wideLines = ranked
    .filter(({ drawing }) => isWide(drawing))
    .map(({ drawing, nodes: line }) => ({ nodes: line, drawing: one(withoutRoadName(drawing)) }))
  return {
    close: [...areas, ...linesOf(ranked, nodes), ...points],
    wide: [...areas.filter(isWide), ...linesOf(wideLines, nodes), ...points.filter(isWide)],
    openRings,
  }
}

type DrawnPiece = { nodes: Int32Array; drawing: Drawing }

/** Equal drawings are the same object, so pieces of one drawing may become one line. */
function linesOf(pieces: DrawnPiece[], nodes: NodePlaces): Feature[] {
  const numbers = new Map<Drawing, number>()
  const alike: Piece[] = pieces.map(({ nodes: line, drawing }) => {
    const likeness = numbers.get(drawing) ?? numbers.size
    numbers.set(drawing, likeness)
    return { nodes: line, likeness }
  })
  return mergeLines(alike).flatMap(({ nodes: line, firstPiece }: Line) => {
    const drawing = pieces[firstPiece]?.drawing
    return drawing
      ? [{ ...drawing, shape: { kind: 'line', nodes: line }, bounds: boundsOf(line, nodes) }]
      : []
  })
}

/** Lines to be drawn, cut where a node is missing. */
function piecesOf({ ways, nodeNumbers }: Extracts): DrawnPiece[] {
  const pieces: DrawnPiece[] = []
  for (const way of ways.values()) {
    const { line } = way
    if (!line) continue
    for (const part of known(way, nodeNumbers)) pieces.push({ nodes: part, drawing: line })
  }
  return pieces
}

/** Stretches of two and more nodes whose places are known. */
function known({ start: from, end }: Way, nodeNumbers: Int32Array): Int32Array[] {
  const numbers = nodeNumbers.subarray(from, end)
  if (!numbers.includes(MISSING)) return [numbers]
  const parts: Int32Array[] = []
  let start = 0
  for (let at = 0; at <= numbers.length; at++) {
    if (at < numbers.length && numbers[at] !== MISSING) continue
    if (at - start >= 2) parts.push(numbers.subarray(start, at))
    start = at + 1
  }
  return parts
}

function areasOf(extracts: Extracts): { areas: Feature[]; openRings: number } {
  const { ways, nodeNumbers, nodes, multipolygons } = extracts
  const areas: Feature[] = []
  let openRings = 0
  /** Outer ways that lent their tags to a multipolygon are not drawn once more without its holes. */
  const lent = new Set<Way>()
  const add = (drawing: Drawing, polygons: Polygon[]) => {
    for (const rings of polygons) {
      const [outer] = rings
      if (!outer) continue
      const bounds = boundsOf(outer, nodes)
      const fromZoom = Math.max(drawing.fromZoom, zoomToSee(ringArea(outer, nodes), bounds))
      areas.push({ ...drawing, fromZoom, shape: { kind: 'area', rings }, bounds })
    }
  }
  const linesOfWays = (ids: number[]) =>
    ids.flatMap((id) => {
      const way = ways.get(id)
      const parts = way ? known(way, nodeNumbers) : []
      return parts.length === 1 && parts[0] ? [parts[0]] : []
    })
  for (const multipolygon of multipolygons) {
    const drawing = multipolygon.area ?? drawingOfOuterWays(multipolygon, ways, lent)
    if (!drawing) continue
    const outer = joinRings(linesOfWays(multipolygon.outerWays))
    const inner = joinRings(linesOfWays(multipolygon.innerWays))
    openRings += outer.open
    add(drawing, polygonsOf(outer.rings, inner.rings, nodes))
  }
  for (const way of ways.values()) {
    if (!way.area || lent.has(way)) continue
    const [ring, ...more] = known(way, nodeNumbers)
    if (ring && more.length === 0 && ring[0] === ring.at(-1)) add(way.area, [[ring]])
  }
  return { areas, openRings }
}

function drawingOfOuterWays(
  { outerWays, innerWays }: Multipolygon,
  ways: Map<number, Way>,
  lent: Set<Way>,
): Drawing | null {
  const outer = outerWays.flatMap((id) => ways.get(id) ?? [])
  const drawing = outer.find(({ area }) => area)?.area ?? null
  if (!drawing || innerWays.length === 0) return drawing
  for (const way of outer) lent.add(way)
  return drawing
}

/** The zoom from which an area covers some pixels. */
function zoomToSee(squareDegrees: number, { south, north }: Bounds): number {
  if (squareDegrees === 0) return Infinity
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const shareOfWorld = squareDegrees / (360 * 360 * shrink)
  const pixels = shareOfWorld * PIXELS_AT_ZOOM_0 ** 2
  return Math.ceil(Math.log2(SEEN_SQUARE_PIXELS / pixels) / 2)
}

function riverRanks(pieces: DrawnPiece[], nodes: NodePlaces) {
  const kilometers = new Map<string, number>()
  for (const { drawing, nodes: line } of pieces) {
    const name = nameOf(drawing)
    if (drawing.attributes.class !== 'river' || !name) continue
    kilometers.set(name, (kilometers.get(name) ?? 0) + lengthKilometers(line, nodes))
  }
  return new Map(
    [...kilometers].flatMap(([name, length]) => {
      const rank = RIVER_RANKS.find(({ leastKilometers }) => length >= leastKilometers)
      return rank ? [[name, rank] as const] : []
    }),
  )
}

function ranks({ attributes }: Drawing, { rank, fromZoom }: (typeof RIVER_RANKS)[number]) {
  return { attributes: { ...attributes, rank }, fromZoom }
}

const nameOf = ({ attributes }: Drawing) => String(attributes.name ?? '')

function withoutRoadName(drawing: Drawing): Drawing {
  if (drawing.layer !== 'road') return drawing
  const { name: _, ...attributes } = drawing.attributes
  return { ...drawing, attributes }
}

const DEGREE_KILOMETERS = 111.195

/** By flat triangles: good to a few percent, which is enough to distinguish a river from a brook. */
function lengthKilometers(line: Int32Array, nodes: NodePlaces): number {
  let length = 0
  for (let i = 1; i < line.length; i++) {
    const [a = 0, b = 0] = [line[i - 1], line[i]]
    const lat = nodes.lat(b) - nodes.lat(a)
    const lng = (nodes.lng(b) - nodes.lng(a)) * Math.cos((nodes.lat(a) * Math.PI) / 180)
    length += Math.hypot(lng, lat) * DEGREE_KILOMETERS
  }
  return length
}

function boundsOf(line: Int32Array, nodes: NodePlaces): Bounds {
  const bounds = { west: 180, south: 90, east: -180, north: -90 }
  for (const node of line) {
    bounds.west = Math.min(bounds.west, nodes.lng(node))
    bounds.east = Math.max(bounds.east, nodes.lng(node))
    bounds.south = Math.min(bounds.south, nodes.lat(node))
    bounds.north = Math.max(bounds.north, nodes.lat(node))
  }
  return bounds
}
