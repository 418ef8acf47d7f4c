// How many segments that a district's parks are to make does no known firm of the district make?
import type { Company, District, Park } from '#geodata/contract/collections.ts'
import { companies, parks } from '#web/state/region/lists.ts'
import type { DistrictMeasure } from '#web/state/region/measures/measure.ts'

/** Null where no park of the district has a segment: nothing is asked of it, so nothing can lack. */
export function gapsIn(
  { properties: { adcode } }: Pick<District, 'properties'>,
  allParks: readonly Park[],
  allCompanies: readonly Company[],
): number | null {
  const segmentsOf = (things: readonly (Park | Company)[]) =>
    new Set(
      things
        .filter(({ properties }) => properties.adcode === adcode)
        .flatMap(({ properties }) => properties.segmentIds),
    )
  const assigned = segmentsOf(allParks)
  if (assigned.size === 0) return null
  const made = segmentsOf(allCompanies)
  return [...assigned].filter((segment) => !made.has(segment)).length
}

export const gapsMeasure: DistrictMeasure = {
  valuesOf: (districts) =>
    new Map(
      districts.map((district) => [
        district.properties.adcode,
        gapsIn(district, parks.value, companies.value),
      ]),
    ),
}
