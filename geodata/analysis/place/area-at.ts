// Which known area does a place lie in?
import type { District } from '#geodata/contract/collections.ts'
import { type Bounds, boundsOf } from '#geodata/geometry/bounds.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'

const LEVELS: readonly string[] = [
  'district',
  'city',
  'province',
] satisfies District['properties']['level'][]

type Boxed = { area: District; polygons: number[][][][]; box: Bounds }

/** Of each list that is asked again and again: the smallest areas first, each with the box around it. */
const sorted = new WeakMap<readonly District[], Boxed[]>()

/** The smallest area around the place: its district, else its city, else its province. */
export function areaAt(areas: readonly District[], place: LngLat): District | undefined {
  const known = sorted.get(areas) ?? boxed(areas)
  sorted.set(areas, known)
  const [lng, lat] = place
  return known.find(
    ({ polygons, box: [west, south, east, north] }) =>
      lng >= west && lng <= east && lat >= south && lat <= north && insideArea(place, polygons),
  )?.area
}

function boxed(areas: readonly District[]): Boxed[] {
  const levelOf = ({ properties }: District) => LEVELS.indexOf(properties.level)
  return areas
    .toSorted((a, b) => levelOf(a) - levelOf(b))
    .map((area) => {
      const { type, coordinates } = area.geometry
      const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][]
      return { area, polygons, box: boundsOf({ type: 'MultiPolygon', coordinates: polygons }) }
    })
}
