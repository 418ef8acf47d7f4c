// How do lines and areas on the ground become the paths of a drawing?
//
// What lies outside the field is cut off a little beyond its edge, what is finer than a printer shows is
// left out, and steps are written from point to point in tenths: few letters for many corners.
import { type Frame, type Point, project } from '#geodata/drawing/frame.ts'
import { type PlaneBox, simplified, spanInBox } from '#geodata/formats/tile-lines.ts'

/** A fifteenth of a millimeter. */
export const TOLERANCE_POINTS = 0.2
/** Beyond the edge, so that the cut itself is never seen. */
const BEYOND_POINTS = 6
/** A stretch of road shorter than this is a speck. */
const LEAST_LINE_POINTS = 1.2
const LEAST_AREA_POINTS = 0.3

type Position = readonly number[]

/** The parts of lines that are seen, in points. */
export function visibleLines(frame: Frame, lines: readonly (readonly Position[])[]): Point[][] {
  const box = boxOf(frame)
  return lines
    .flatMap((line) => clippedLine(projected(frame, line), box))
    .flatMap((line) => {
      const simple = simplified(line, TOLERANCE_POINTS)
      return lengthOf(simple) >= LEAST_LINE_POINTS ? [simple] : []
    })
}

/** The rings of areas as far as they are seen, in points; rings that are nothing are left out. */
export function visibleRings(
  frame: Frame,
  polygons: readonly (readonly (readonly Position[])[])[],
): Point[][] {
  const box = boxOf(frame)
  return polygons.flat().flatMap((ring) => {
    const cut = clippedRing(simplified(projected(frame, ring), TOLERANCE_POINTS), box)
    return Math.abs(doubledArea(cut)) / 2 >= LEAST_AREA_POINTS ? [cut] : []
  })
}

/** One path of many lines. */
export function pathOfLines(lines: readonly (readonly Point[])[]): string {
  return lines.map((line) => written(line, '')).join('')
}

/** One path of many rings; with the rule “evenodd” a ring within another is a hole. */
export function pathOfRings(rings: readonly (readonly Point[])[]): string {
  return rings.map((ring) => written(ring, 'z')).join('')
}

export function lengthOf(line: readonly Point[]): number {
  let length = 0
  for (let i = 1; i < line.length; i++) {
    const [[x1, y1] = ORIGIN, [x2, y2] = ORIGIN] = [line[i - 1], line[i]]
    length += Math.hypot(x2 - x1, y2 - y1)
  }
  return length
}

const ORIGIN: Point = [0, 0]

const boxOf = ({ width, height }: Frame): PlaneBox => [
  -BEYOND_POINTS,
  -BEYOND_POINTS,
  width + BEYOND_POINTS,
  height + BEYOND_POINTS,
]

const projected = (frame: Frame, line: readonly Position[]): Point[] =>
  line.map(([lng = 0, lat = 0]) => project(frame, [lng, lat]))

function clippedLine(line: readonly Point[], box: PlaneBox): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1] ?? ORIGIN, line[i] ?? ORIGIN]
    const span = spanInBox(from, to, box)
    if (!span) continue
    const [enter, leave] = span
    if (enter > 0 || part.length === 0) {
      part = [between(from, to, enter)]
      parts.push(part)
    }
    part.push(between(from, to, leave))
    if (leave < 1) part = []
  }
  return parts
}

const between = (from: Point, to: Point, share: number): Point =>
  share === 0
    ? from
    : share === 1
      ? to
      : [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]

/** Cut by one edge after the other (Sutherland and Hodgman); it may run along the box, which is not seen. */
function clippedRing(ring: readonly Point[], box: PlaneBox): Point[] {
  let open: readonly Point[] = ring.slice(0, -1)
  for (const [axis, limit, sign] of [
    [0, box[0], 1],
    [1, box[1], 1],
    [0, box[2], -1],
    [1, box[3], -1],
  ] as const) {
    const inside = (point: Point) => sign * (point[axis] - limit) >= 0
    const cut: Point[] = []
    open.forEach((point, at) => {
      const before = open.at(at - 1) ?? point
      if (inside(point) !== inside(before)) {
        const share = (limit - before[axis]) / (point[axis] - before[axis])
        cut.push(between(before, point, share))
      }
      if (inside(point)) cut.push(point)
    })
    open = cut
  }
  return [...open]
}

function doubledArea(ring: readonly Point[]): number {
  let doubled = 0
  ring.forEach(([x, y], at) => {
    const [beforeX, beforeY] = ring.at(at - 1) ?? ORIGIN
    doubled += beforeX * y - x * beforeY
  })
  return doubled
}

/** In tenths, so that what is left out by rounding does not add up along the line. */
function written(line: readonly Point[], close: string): string {
  let [lastX, lastY] = [0, 0]
  let text = ''
  line.forEach(([x, y], at) => {
    const [tenX, tenY] = [Math.round(x * 10), Math.round(y * 10)]
    if (at === 0) text = `M${tenth(tenX)}${apart(tenY)}l`
    else if (tenX === lastX && tenY === lastY) return
    else
      text += `${at === 1 || text.endsWith('l') ? tenth(tenX - lastX) : apart(tenX - lastX)}${apart(tenY - lastY)}`
    lastX = tenX
    lastY = tenY
  })
  return text.endsWith('l') ? '' : text + close
}

/** 12 → 1.2, -3 → -.3 */
const tenth = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.')

const apart = (value: number) => (value < 0 ? tenth(value) : ` ${tenth(value)}`)
