// By what can districts be filled? Another measure is a file and a line here.
import { firmsMeasure } from './firms.ts'
import { gapsMeasure } from './gaps.ts'
import type { DistrictMeasure } from './measure.ts'
import { minutesMeasure } from './minutes.ts'
import { outputMeasure } from './output.ts'
import { parksMeasure } from './parks.ts'

export const MEASURES: Record<string, DistrictMeasure> = {
  parks: parksMeasure,
  firms: firmsMeasure,
  gaps: gapsMeasure,
  minutes: minutesMeasure,
  output: outputMeasure,
}
