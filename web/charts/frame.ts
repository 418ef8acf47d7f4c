// A plain projection for small static drawings: longitude shrunk by the cosine of the middle latitude.
import type { LngLat } from '#geodata/model/lng-lat.ts'

const KILOMETERS_PER_DEGREE = 111.32

export type Frame = {
  west: number
  north: number
  /** Drawing units per degree of latitude. */
  unitsPerDegree: number
  /** Cosine of the middle latitude. */
  shrink: number
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
  const lngs = places.map(([lng]) => lng)
  const lats = places.map(([, lat]) => lat)
  const middleLng = places.length ? (Math.min(...lngs) + Math.max(...lngs)) / 2 : 0
  const middleLat = places.length ? (Math.min(...lats) + Math.max(...lats)) / 2 : 0
  const shrink = Math.cos((middleLat * Math.PI) / 180)
  const margin = (2 * marginKilometers) / KILOMETERS_PER_DEGREE
  const high = (places.length ? Math.max(...lats) - Math.min(...lats) : 0) + margin
  const wide = (places.length ? Math.max(...lngs) - Math.min(...lngs) : 0) * shrink + margin
  const unitsPerDegree = Math.min(width / wide, height / high)
  return {
    west: middleLng - width / 2 / unitsPerDegree / shrink,
    north: middleLat + height / 2 / unitsPerDegree,
    unitsPerDegree,
    shrink,
    width,
    height,
  }
}

export function project(frame: Frame, [lng, lat]: readonly [number, number]): [number, number] {
  return [
    (lng - frame.west) * frame.shrink * frame.unitsPerDegree,
    (frame.north - lat) * frame.unitsPerDegree,
  ]
}

export function kilometersAcross(frame: Frame): number {
  return (frame.width / frame.unitsPerDegree) * KILOMETERS_PER_DEGREE
}

/** An SVG path of polygon or multipolygon coordinates of any nesting, one subpath per ring. */
export function pathOf(frame: Frame, coordinates: readonly unknown[]): string {
  if (isRing(coordinates)) {
    const points = coordinates.map((position) => {
      const [x, y] = project(frame, position)
      return `${x.toFixed(1)} ${y.toFixed(1)}`
    })
    return `M${points.join('L')}Z`
  }
  return coordinates.map((part) => (Array.isArray(part) ? pathOf(frame, part) : '')).join('')
}

function isRing(coordinates: readonly unknown[]): coordinates is [number, number][] {
  const first = coordinates[0]
  return Array.isArray(first) && typeof first[0] === 'number'
}
