// Do the rings of a polygon wind as RFC 7946 says: outer ones counter-clockwise, holes clockwise?

export type Area = { type: 'Polygon' | 'MultiPolygon'; coordinates: number[][][] | number[][][][] }

/** The rings of one polygon, the outer one first. */
export function oriented(rings: number[][][]): number[][][] {
  return rings.map((ring, index) =>
    doubledArea(ring) > 0 === (index === 0) ? ring : ring.toReversed(),
  )
}

/** One shape for any area, wound the right way. */
export function multiPolygonOf({ type, coordinates }: Area) {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][]
  return { type: 'MultiPolygon' as const, coordinates: polygons.map(oriented) }
}

/** Positive when the ring turns to the left; square degrees. */
function doubledArea(ring: number[][]): number {
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[i] ?? []
    doubled += x1 * y2 - x2 * y1
  }
  return doubled
}
