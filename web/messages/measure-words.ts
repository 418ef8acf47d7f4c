// How is each measure of districts called, what does it count, and how is a value written?
import type { MessageKey } from '#web/messages/texts.ts'
import type { MeasureId } from '#web/state/region/measures/index.ts'

/** `value` takes the figure as `value`. */
export const MEASURE_WORDS: Record<MeasureId, Record<'title' | 'method' | 'value', MessageKey>> = {
  firms: {
    title: 'map.fill.firms',
    method: 'map.fill.firmsMethod',
    value: 'map.fill.firmsValue',
  },
  gaps: {
    title: 'map.fill.gaps',
    method: 'map.fill.gapsMethod',
    value: 'map.fill.gapsValue',
  },
  minutes: {
    title: 'map.fill.minutes',
    method: 'map.fill.minutesMethod',
    value: 'map.fill.minutesValue',
  },
  output: {
    title: 'map.fill.output',
    method: 'map.fill.outputMethod',
    value: 'map.fill.outputValue',
  },
  parks: {
    title: 'map.fill.parks',
    method: 'map.fill.parksMethod',
    value: 'map.fill.parksValue',
  },
}
