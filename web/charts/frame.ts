// A plain projection for small static drawings: longitude shrunk by the cosine of the middle latitude.
//
// d3-geo fits and draws; on the plane, not on the sphere, where it would want rings clockwise and cut
// them at the far side of the Earth.
import {
  type GeoIdentityTransform,
  type GeoPermissibleObjects,
  geoIdentity,
  geoPath,
  geoTransform,
} from 'd3-geo'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const KILOMETERS_PER_DEGREE = 111.32

export type Frame = {
  /** Cosine of the middle latitude. */
  shrink: number
  /** From shrunk degrees to drawing units. */
  fitted: GeoIdentityTransform
  width: number
  height: number
}

/** The frame that holds all places with a margin (km) in a drawing of width × height. */
export function frameAround(
  places: readonly LngLat[],
  marginKilometers: number,
  width: number,
  height: number,
): Frame {
  const held = places.length > 0 ? places : [[0, 0] as const]
  const lngs = held.map(([lng]) => lng)
  const lats = held.map(([, lat]) => lat)
  const [west, south, east, north] = [
    Math.min(...lngs),
    Math.min(...lats),
    Math.max(...lngs),
    Math.max(...lats),
  ]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const margin = marginKilometers / KILOMETERS_PER_DEGREE
  const corners = [
    [west * shrink - margin, south - margin],
    [east * shrink + margin, north + margin],
  ]
  const fitted = geoIdentity()
    .reflectY(true)
    .fitSize([width, height], { type: 'MultiPoint', coordinates: corners })
  return { shrink, fitted, width, height }
}

export function project(
  { shrink, fitted }: Frame,
  [lng, lat]: readonly [number, number],
): [number, number] {
  return fitted([lng * shrink, lat]) ?? [Number.NaN, Number.NaN]
}

export function kilometersAcross({ width, fitted }: Frame): number {
  return (width / fitted.scale()) * KILOMETERS_PER_DEGREE
}

/** An SVG path of the coordinates of a polygon or a multipolygon, one subpath per ring. */
export function pathOf({ shrink, fitted }: Frame, coordinates: readonly unknown[]): string {
  const shrunk = geoTransform({
    point(lng, lat) {
      this.stream.point(lng * shrink, lat)
    },
  })
  const draw = geoPath({ stream: (out) => shrunk.stream(fitted.stream(out)) }).digits(1)
  const isPolygon = typeof (coordinates as number[][][])[0]?.[0]?.[0] === 'number'
  const area = { type: isPolygon ? 'Polygon' : 'MultiPolygon', coordinates }
  return draw(area as GeoPermissibleObjects) ?? ''
}

/** Every position of the coordinates of any shape. */
export function positionsOf(coordinates: readonly unknown[]): LngLat[] {
  const [first] = coordinates
  if (typeof first === 'number') return [coordinates as unknown as LngLat]
  return coordinates.flatMap((part) => (Array.isArray(part) ? positionsOf(part) : []))
}

/** An SVG path of the coordinates of a line or of several. */
export function lineOf(frame: Frame, coordinates: readonly unknown[]): string {
  const [first] = coordinates
  if (Array.isArray(first) && typeof first[0] !== 'number') {
    return coordinates.map((part) => lineOf(frame, part as unknown[])).join('')
  }
  const points = positionsOf(coordinates).map((position) =>
    project(frame, position)
      .map((unit) => unit.toFixed(1))
      .join(' '),
  )
  return `M${points.join('L')}`
}
