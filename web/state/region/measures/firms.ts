// How many of the firms that the filters keep lie in each district?

import { keptCompanies } from '#web/state/region/kept.ts'
import { countByDistrict, type DistrictMeasure } from '#web/state/region/measures/measure.ts'

export const firmsMeasure: DistrictMeasure = {
  valuesOf: (districts) => countByDistrict(districts, keptCompanies.value.kept),
}
