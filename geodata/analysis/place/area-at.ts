// Which known area does a place lie in?
import type { District } from '#geodata/contract/collections.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const LEVELS: readonly string[] = [
  'district',
  'city',
  'province',
] satisfies District['properties']['level'][]

/** The smallest area around the place: its district, else its city, else its province. */
export function areaAt(areas: readonly District[], place: LngLat): District | undefined {
  const levelOf = ({ properties }: District) => LEVELS.indexOf(properties.level)
  return areas
    .toSorted((a, b) => levelOf(a) - levelOf(b))
    .find(({ geometry }) =>
      insideArea(
        place,
        geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
      ),
    )
}
