// Where does each label stand, so that none lies on another or on a symbol?
//
// One after the other, the weightiest first: each takes the first free one of its places. A label that
// must be read and finds none beside its symbol moves out, step by step, on a hairline to its place.
import type { Point } from '#geodata/drawing/frame.ts'

export type Box = { left: number; top: number; right: number; bottom: number }

export type LabelAsked = {
  width: number
  height: number
  /** beside: around a symbol that reaches so far; on: with its middle on the first free of the places. */
  stands:
    | { kind: 'beside'; at: Point; reach: number; isNeeded: boolean }
    | { kind: 'on'; places: readonly Point[] }
  /** Free around it. */
  padding: number
}

export type LabelPlaced = {
  box: Box
  /** From the symbol to the label, where it could not stand beside it. */
  leader: [Point, Point] | null
}

const GAP = 1.6
const SIDES: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.72, -0.72],
  [0.72, 0.72],
  [-0.72, -0.72],
  [-0.72, 0.72],
]
const LEADER_REACHES = [12, 18, 26, 36, 48, 62, 80]
const LEADER_DIRECTIONS = 16

/** In the order asked, weightiest first; null where a label finds no room. */
export function placeLabels(
  asked: readonly LabelAsked[],
  field: Box,
  taken: readonly Box[],
): (LabelPlaced | null)[] {
  const full = [...taken]
  return asked.map((label) => {
    const found = firstFree(label, field, full)
    if (found) full.push(found.box)
    return found
  })
}

function firstFree(label: LabelAsked, field: Box, full: readonly Box[]): LabelPlaced | null {
  for (const place of placesOf(label)) {
    const around = grown(place.box, label.padding)
    if (isWithin(place.box, field) && !full.some((other) => overlap(around, other))) return place
  }
  return null
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

export function boxAround([x, y]: Point, width: number, height = width): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function* placesOf({ stands, width, height }: LabelAsked): Generator<LabelPlaced> {
  if (stands.kind === 'on') {
    for (const place of stands.places) yield { box: boxAround(place, width, height), leader: null }
    return
  }
  const { at, reach, isNeeded } = stands
  for (const side of SIDES) {
    yield {
      box: boxAround(beside(at, side, reach + GAP, width, height), width, height),
      leader: null,
    }
  }
  if (!isNeeded) return
  for (const out of LEADER_REACHES) {
    for (let turn = 0; turn < LEADER_DIRECTIONS; turn++) {
      const angle = (turn * 2 * Math.PI) / LEADER_DIRECTIONS
      const way: Point = [Math.cos(angle), Math.sin(angle)]
      const middle = beside(at, way, reach + out, width, height)
      const box = boxAround(middle, width, height)
      const start: Point = [at[0] + way[0] * reach, at[1] + way[1] * reach]
      yield { box, leader: [start, nearestOn(box, at)] }
    }
  }
}

/** The middle of a box that touches the place `away` from `at` from outside. */
function beside(
  [x, y]: Point,
  [dx, dy]: Point,
  away: number,
  width: number,
  height: number,
): Point {
  return [
    x + dx * away + Math.sign(round(dx)) * (Math.abs(dx) < 0.3 ? 0 : width / 2),
    y + dy * away + Math.sign(round(dy)) * (Math.abs(dy) < 0.3 ? 0 : height / 2),
  ]
}

const round = (value: number) => Math.round(value * 1000) / 1000

function nearestOn({ left, top, right, bottom }: Box, [x, y]: Point): Point {
  return [Math.min(right, Math.max(left, x)), Math.min(bottom, Math.max(top, y))]
}

const isWithin = (box: Box, field: Box) =>
  box.left >= field.left &&
  box.right <= field.right &&
  box.top >= field.top &&
  box.bottom <= field.bottom

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
})
