// What may people write of the plan’s targets and of the progress towards them?
import { z } from 'zod'
import {
  evidence,
  maybeWords,
  NOWHERE,
  name,
  publishedDate,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const targets = {
  title: TITLES.targets,
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    /** Groups a target with its progress: T01. */
    targetId: z.string().trim().min(1).max(20),
    rowType: z.enum(['target', 'baseline', 'progress', 'context']),
    metricZh: name,
    metricEn: name,
    /** As published: 624, 300+, <30, 1-2; null: unknown. */
    value: z.string().trim().min(1).max(40).nullable().default(null),
    unit: z.string().trim().max(20).nullable().default(null),
    asOf: publishedDate,
    clauseZh: maybeWords,
    note: maybeWords,
    ...evidence,
  }),
  derived: ['valueLow', 'valueHigh', 'asOfFrom', 'asOfTo'],
  references: [],
  named: ['metricZh', 'metricEn'],
} as const satisfies Editable
