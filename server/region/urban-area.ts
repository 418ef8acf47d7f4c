// Which places lie in the urban districts, whose local roads are city streets?
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

export async function urbanArea(
  { rows, facts }: Store,
  region: RegionId,
): Promise<Ground['isUrban']> {
  const adcodes = new Set((await facts.home(region)).urbanAdcodes)
  const { features } = await rows.features(region, 'districts')
  const urban = features
    .filter(({ id, geometry }) => geometry && adcodes.has(id))
    .map(({ geometry }) => {
      const area = geometry as { type: 'MultiPolygon'; coordinates: number[][][][] }
      return { polygons: area.coordinates, bounds: boundsOf(area) }
    })
  return (lngLat) =>
    urban.some(
      ({ bounds: [west, south, east, north], polygons }) =>
        lngLat[0] >= west &&
        lngLat[0] <= east &&
        lngLat[1] >= south &&
        lngLat[1] <= north &&
        insideArea(lngLat, polygons),
    )
}
