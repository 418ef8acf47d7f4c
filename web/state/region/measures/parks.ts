// How many of the parks that the filters keep lie in each district?

import { keptParks } from '#web/state/region/kept.ts'
import { countByDistrict, type DistrictMeasure } from '#web/state/region/measures/measure.ts'

export const parksMeasure: DistrictMeasure = {
  isCount: true,
  valuesOf: (districts) => countByDistrict(districts, keptParks.value.kept),
}
