// Where on a drawing does a place lie? Web Mercator, as on the page, in points of print (72 an inch).
//
// The field of a map is `width` × `height` points from its upper left; x runs east, y south.
import type { Bounds } from '#geodata/geometry/bounds.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type Point = [x: number, y: number]

export type Frame = {
  width: number
  height: number
  /** How many points the whole Earth is wide. */
  worldPoints: number
  /** World points of the upper left. */
  left: number
  top: number
}

const EQUATOR_KILOMETERS = 40_075.017
/** A frame that holds one place alone shows this much around it. */
const LEAST_DEGREES = 0.02
const TILE_POINTS = 512

/** The frame that holds the bounds with so many points free on each side, in the middle of the field. */
export function frameAround(
  [west, south, east, north]: Bounds,
  { width, height }: { width: number; height: number },
  freePoints: number,
): Frame {
  const [x0, x1] = [across(west), across(Math.max(east, west + LEAST_DEGREES))]
  const [y0, y1] = [down(Math.max(north, south + LEAST_DEGREES)), down(south)]
  const worldPoints = Math.min(
    (width - 2 * freePoints) / (x1 - x0),
    (height - 2 * freePoints) / (y1 - y0),
  )
  return {
    width,
    height,
    worldPoints,
    left: ((x0 + x1) / 2) * worldPoints - width / 2,
    top: ((y0 + y1) / 2) * worldPoints - height / 2,
  }
}

export function project({ worldPoints, left, top }: Frame, [lng, lat]: LngLat | Point): Point {
  return [across(lng) * worldPoints - left, down(lat) * worldPoints - top]
}

export function unproject({ worldPoints, left, top }: Frame, [x, y]: Point): LngLat {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + top)) / worldPoints)))
  return [((x + left) / worldPoints - 0.5) * 360, (lat * 180) / Math.PI]
}

/** The ground that is seen, and so many points around it. */
export function groundIn(frame: Frame, aroundPoints = 0): Bounds {
  const [west, north] = unproject(frame, [-aroundPoints, -aroundPoints])
  const [east, south] = unproject(frame, [frame.width + aroundPoints, frame.height + aroundPoints])
  return [west, south, east, north]
}

/** Along the middle of the field. */
export function kilometersAcross(frame: Frame): number {
  const [, lat] = unproject(frame, [0, frame.height / 2])
  const earth = EQUATOR_KILOMETERS * Math.cos((lat * Math.PI) / 180)
  return (frame.width / frame.worldPoints) * earth
}

/** The zoom of a web map that shows as much. */
export const zoomOf = ({ worldPoints }: Frame) => Math.log2(worldPoints / TILE_POINTS)

export const isInField = ({ width, height }: Frame, [x, y]: Point) =>
  x >= 0 && y >= 0 && x <= width && y <= height

const across = (lng: number) => lng / 360 + 0.5

function down(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}
