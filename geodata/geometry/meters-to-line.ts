// How far is a place from a line?
import { EARTH_RADIUS_METERS, type LngLat } from '#geodata/model/lng-lat.ts'

const RADIANS_PER_DEGREE = Math.PI / 180

/** To the nearest point of the line, in meters, on the plane that touches the ground at the place; good for tens of kilometers. */
export function metersToLine([lng, lat]: LngLat, line: readonly (readonly number[])[]): number {
  const metersPerLat = EARTH_RADIUS_METERS * RADIANS_PER_DEGREE
  const metersPerLng = metersPerLat * Math.cos(lat * RADIANS_PER_DEGREE)
  const corners = line.map(([x = 0, y = 0]) => [(x - lng) * metersPerLng, (y - lat) * metersPerLat])
  let nearest = Number.POSITIVE_INFINITY
  corners.forEach(([x = 0, y = 0], index) => {
    const [fromX = x, fromY = y] = corners[index - 1] ?? []
    const [alongX, alongY] = [x - fromX, y - fromY]
    const squared = alongX ** 2 + alongY ** 2
    const share = squared === 0 ? 0 : -(fromX * alongX + fromY * alongY) / squared
    const within = Math.min(1, Math.max(0, share))
    nearest = Math.min(nearest, Math.hypot(fromX + within * alongX, fromY + within * alongY))
  })
  return nearest
}
