// The name of a stretch of road in the language of the page.
import { stretchName as nameOfStretch } from '#geodata/analysis/told/stretch-name.ts'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { say } from '#web/messages/index.ts'

export type Stretch = DisruptionResult['links'][number]

export const stretchName = (stretch: Stretch): string => say(nameOfStretch(stretch))
