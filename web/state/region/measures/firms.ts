// How many of the firms that the filters keep lie in each district?

import { firmSummary } from '#web/state/region/kept.ts'
import type { DistrictMeasure } from '#web/state/region/measures/measure.ts'

export const firmsMeasure: DistrictMeasure = {
  isCount: true,
  valuesOf: (districts) => {
    const { byDistrict } = firmSummary.value
    return new Map(
      districts.map(({ properties: { adcode } }) => [adcode, byDistrict[adcode]?.count ?? 0]),
    )
  },
}
