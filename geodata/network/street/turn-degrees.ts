// By how many degrees does a trip turn from one street into another?
import type { Streets } from '#geodata/network/street/street-network.ts'

type Drawn = Pick<Streets, 'firstPoint' | 'points'>

/** From −180 to 180, to the left above 0, between the last bit of one street and the first of another. */
export function turnDegrees(streets: Drawn, coming: number, going: number): number {
  // Coming is looked at from its end backward: straight on lies opposite.
  const between = bearingFrom(streets, going) - bearingFrom(streets, coming ^ 1)
  return 180 - (((between % 360) + 360) % 360)
}

/** Degrees clockwise from north in which a directed street starts. */
function bearingFrom({ firstPoint, points }: Drawn, directed: number): number {
  const street = directed >> 1
  const [first, last] = [firstPoint[street]!, firstPoint[street + 1]! - 1]
  const step = directed & 1 ? -1 : 1
  const start = directed & 1 ? last : first
  let next = start + step
  const isStill = (point: number) =>
    points[2 * point] === points[2 * start] && points[2 * point + 1] === points[2 * start + 1]
  while (next !== (directed & 1 ? first : last) && isStill(next)) next += step
  const lat = (points[2 * start + 1]! / 1e7) * (Math.PI / 180)
  const east = (points[2 * next]! - points[2 * start]!) * Math.cos(lat)
  const north = points[2 * next + 1]! - points[2 * start + 1]!
  return (Math.atan2(east, north) * 180) / Math.PI
}
