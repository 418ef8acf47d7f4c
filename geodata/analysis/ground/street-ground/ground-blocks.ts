// Which ground points may lie near a place, without a look at every one?
//
// Points in a row hang on neighbouring streets, so 64 of them in a row lie close together: where the
// box around them is too far away, so are all of them.

const BLOCK_POINTS = 64

/** Boxes in meters on the plane of the outline, and the farthest that a point of each lies from its street. */
export type GroundBlocks = {
  readonly west: Float64Array
  readonly east: Float64Array
  readonly south: Float64Array
  readonly north: Float64Array
  readonly farthestMeters: Uint16Array
}

/** Blocks over the points from `firstPoint` on, of which there are as many as offsets. */
export function groundBlocks(
  x: Float64Array,
  y: Float64Array,
  firstPoint: number,
  offsetMeters: Uint16Array,
): GroundBlocks {
  const count = Math.ceil(offsetMeters.length / BLOCK_POINTS)
  const blocks = {
    west: new Float64Array(count).fill(Infinity),
    east: new Float64Array(count).fill(-Infinity),
    south: new Float64Array(count).fill(Infinity),
    north: new Float64Array(count).fill(-Infinity),
    farthestMeters: new Uint16Array(count),
  }
  offsetMeters.forEach((meters, i) => {
    const block = Math.floor(i / BLOCK_POINTS)
    const [east, north] = [x[firstPoint + i] ?? 0, y[firstPoint + i] ?? 0]
    blocks.west[block] = Math.min(blocks.west[block] ?? 0, east)
    blocks.east[block] = Math.max(blocks.east[block] ?? 0, east)
    blocks.south[block] = Math.min(blocks.south[block] ?? 0, north)
    blocks.north[block] = Math.max(blocks.north[block] ?? 0, north)
    blocks.farthestMeters[block] = Math.max(blocks.farthestMeters[block] ?? 0, meters)
  })
  return blocks
}

/**
 * Calls back with the numbers of all points that may lie within their own distance from their street
 * plus `ownMeters` of a place, and of some that do not. `slack` is how many times farther things may
 * lie on the plane than on the ground, east and north.
 */
export function forEachNear(
  blocks: GroundBlocks,
  pointCount: number,
  place: readonly [east: number, north: number],
  ownMeters: number,
  slack: readonly [east: number, north: number],
  visit: (met: number) => void,
): void {
  const { west, east, south, north, farthestMeters } = blocks
  for (let block = 0; block < farthestMeters.length; block++) {
    const reach = ownMeters + (farthestMeters[block] ?? 0)
    const aside = reach * slack[0]
    const above = reach * slack[1]
    if (place[1] < (south[block] ?? 0) - above || place[1] > (north[block] ?? 0) + above) continue
    if (place[0] < (west[block] ?? 0) - aside || place[0] > (east[block] ?? 0) + aside) continue
    const end = Math.min(pointCount, (block + 1) * BLOCK_POINTS)
    for (let met = block * BLOCK_POINTS; met < end; met++) visit(met)
  }
}
