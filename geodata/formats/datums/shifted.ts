// A shape as Chinese web maps show it: every position moved from WGS84 to GCJ-02 or BD-09.
import { bd09FromWgs84 } from '#geodata/formats/datums/bd09.ts'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import type { Datum } from '#geodata/formats/datums/index.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const FROM_WGS84: Readonly<Record<Datum, (place: LngLat) => LngLat>> = {
  wgs84: (place) => place,
  gcj02: gcj02FromWgs84,
  bd09: bd09FromWgs84,
}
/** A hundred-millionth of a degree is a millimeter. */
const PARTS_OF_A_DEGREE = 1e8

export function shifted(geometry: Geometry, to: Datum): Geometry {
  if (to === 'wgs84') return geometry
  return { ...geometry, coordinates: moved(geometry.coordinates, to) } as Geometry
}

function moved(coordinates: readonly unknown[], to: Datum): unknown[] {
  const [first, second] = coordinates
  if (typeof first !== 'number') return coordinates.map((part) => moved(part as unknown[], to))
  return FROM_WGS84[to]([first, Number(second)]).map(
    (degrees) => Math.round(degrees * PARTS_OF_A_DEGREE) / PARTS_OF_A_DEGREE,
  )
}
