// How many segments that a district's parks are to make does no known firm of the district make?
import type { District, Park } from '#geodata/contract/collections.ts'
import type { FirmSummary } from '#geodata/contract/firm-summary.ts'
import { allFirmsSummary } from '#web/state/region/kept.ts'
import { parks } from '#web/state/region/lists.ts'
import type { DistrictMeasure } from '#web/state/region/measures/measure.ts'

/** Null where no park of the district has a segment: nothing is asked of it, so nothing can lack. */
export function gapsIn(
  { properties: { adcode } }: Pick<District, 'properties'>,
  allParks: readonly Park[],
  { byDistrict }: Pick<FirmSummary, 'byDistrict'>,
): number | null {
  const assigned = new Set(
    allParks
      .filter(({ properties }) => properties.adcode === adcode)
      .flatMap(({ properties }) => properties.segmentIds),
  )
  if (assigned.size === 0) return null
  const made = new Set(byDistrict[adcode]?.segmentIds)
  return [...assigned].filter((segment) => !made.has(segment)).length
}

export const gapsMeasure: DistrictMeasure = {
  isCount: true,
  valuesOf: (districts) =>
    new Map(
      districts.map((district) => [
        district.properties.adcode,
        gapsIn(district, parks.value, allFirmsSummary.value),
      ]),
    ),
}
