// Where in its disc may an imprecise place be? At sixteen points that fill the disc evenly.
//
// The points follow a sequence of low discrepancy (R2; Roberts 2018), turned by an angle and a shift of
// the place's own. Points in another district than the stated one, or in a river, are passed over: a firm
// is not looked for across the border of its district. Where fewer than sixteen are left, those left count again.
import { CLOUD_POINTS, DOUBT_SEED } from '#geodata/analysis/doubt/draws.ts'
import { streamOf } from '#geodata/analysis/doubt/streams.ts'
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import { RIVER_HALF_WIDTH_METERS } from '#geodata/analysis/place/place-doubts.ts'
import type { District } from '#geodata/contract/collections.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { metersToLine } from '#geodata/geometry/meters-to-line.ts'
import { EARTH_RADIUS_METERS, type LngLat } from '#geodata/model/lng-lat.ts'

/** On what the place may lie: districts with their outlines, rivers by their middle lines. */
export type Earth = { districts: readonly District[]; rivers: readonly number[][][] }

/** 1 ÷ the plastic number, and its square. */
const R2 = [0.7548776662466927, 0.5698402909980532] as const
/** So many are tried before those found must do. */
const TRIES = 160
const DEGREES = 180 / Math.PI

/** Sixteen points of the disc, in an order that does not depend on anything but the place. */
export function discPoints(
  center: LngLat,
  radiusMeters: number,
  { districts, rivers }: Earth,
): LngLat[] {
  const random = streamOf(`disc ${center.join()}`, DOUBT_SEED)
  const shift = [random(), random()] as const
  const own = areaAt(districts, center)
  const near = rivers.filter((line) => isNear(line, center, radiusMeters))
  const found: LngLat[] = []
  for (let index = 1; index <= TRIES && found.length < CLOUD_POINTS; index++) {
    const point = pointOfDisc(center, radiusMeters, [
      (shift[0] + index * R2[0]) % 1,
      (shift[1] + index * R2[1]) % 1,
    ])
    if (own && !isIn(own, point)) continue
    if (near.some((line) => metersToLine(point, line) <= RIVER_HALF_WIDTH_METERS)) continue
    found.push(point)
  }
  const some = found.length > 0 ? found : [center]
  return Array.from({ length: CLOUD_POINTS }, (_, index) => some[index % some.length] ?? center)
}

/** Evenly over the area: the radius is the root of the first share, the angle the second. */
function pointOfDisc(
  [lng, lat]: LngLat,
  radiusMeters: number,
  [first, second]: readonly [number, number],
): LngLat {
  const meters = radiusMeters * Math.sqrt(first)
  const angle = 2 * Math.PI * second
  const degrees = (meters / EARTH_RADIUS_METERS) * DEGREES
  return [
    lng + (degrees * Math.cos(angle)) / Math.cos(lat / DEGREES),
    lat + degrees * Math.sin(angle),
  ]
}

function isIn({ geometry }: District, point: LngLat): boolean {
  return insideArea(
    point,
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  )
}

/** Whether any corner of the line, or the way between two, may come into the disc: by the box around it. */
function isNear(line: readonly number[][], [lng, lat]: LngLat, radiusMeters: number): boolean {
  const reach = ((radiusMeters + RIVER_HALF_WIDTH_METERS) / EARTH_RADIUS_METERS) * DEGREES
  const wide = reach / Math.cos(lat / DEGREES)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of line) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return west <= lng + wide && east >= lng - wide && south <= lat + reach && north >= lat - reach
}
