// What may people write of just-in-time deliveries: what is published of other plants, and what to plan with?
import { z } from 'zod'
import {
  evidence,
  maybeName,
  maybeWords,
  NOWHERE,
  name,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

const amount = z.number().min(0).max(1_000_000).nullable().default(null)

export const jitPractice = {
  title: TITLES['jit-practice'],
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    partTypeZh: name,
    partTypeEn: name,
    oemPlant: maybeWords,
    supplier: maybeWords,
    /** JIS, JIT or others, joined by "/". */
    practice: maybeName,
    distanceKilometers: amount,
    travelMinutes: amount,
    /** As published: 120, 210-540; null: unknown. */
    orderToLineMinutes: z.string().trim().min(1).max(40).nullable().default(null),
    deliveryWindowOrBuffer: maybeWords,
    sequencesOrVariants: maybeName,
    rowKind: z.enum(['published', 'planning_assumption']),
    asOf: maybeName,
    note: maybeWords,
    ...evidence,
  }),
  derived: ['orderToLineMinutesLow', 'orderToLineMinutesHigh'],
  references: [],
  named: ['partTypeZh', 'partTypeEn'],
} as const satisfies Editable
