// In which datums do coordinates come, and where is such a place in WGS84? A new one is a file and a
// line here.
import { wgs84FromBd09 } from '#geodata/formats/datums/bd09.ts'
import { wgs84FromGcj02 } from '#geodata/formats/datums/gcj02.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export const DATUM_IDS = ['wgs84', 'gcj02', 'bd09'] as const
export type Datum = (typeof DATUM_IDS)[number]

/** Each to WGS84, degrees. CGCS2000 counts as WGS84: the two are centimeters apart. */
export const DATUMS: Readonly<Record<Datum, (place: LngLat) => LngLat>> = {
  wgs84: (place) => place,
  gcj02: wgs84FromGcj02,
  bd09: wgs84FromBd09,
}
