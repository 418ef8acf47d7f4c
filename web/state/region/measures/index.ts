// By what can districts be filled? Another measure is a file and a line here.
import { firmsMeasure } from '#web/state/region/measures/firms.ts'
import { gapsMeasure } from '#web/state/region/measures/gaps.ts'
import type { DistrictMeasure } from '#web/state/region/measures/measure.ts'
import { minutesMeasure } from '#web/state/region/measures/minutes.ts'
import { outputMeasure } from '#web/state/region/measures/output.ts'
import { parksMeasure } from '#web/state/region/measures/parks.ts'

export const MEASURES = {
  parks: parksMeasure,
  firms: firmsMeasure,
  gaps: gapsMeasure,
  minutes: minutesMeasure,
  output: outputMeasure,
} satisfies Record<string, DistrictMeasure>

export type MeasureId = keyof typeof MEASURES
