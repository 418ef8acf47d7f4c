// What has a park said of itself? One row an item and park; the history keeps what it said before.
import { z } from 'zod'
import {
  evidence,
  maybeWords,
  NOWHERE,
  publishedDate,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { ANSWER_STATES, PARK_ITEM_IDS } from '#geodata/model/park-item.ts'

export const parkAnswers = {
  title: TITLES['park-answers'],
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    parkId: z.string().trim().min(1).max(80),
    item: z.enum(PARK_ITEM_IDS),
    state: z.enum(ANSWER_STATES),
    /** In the unit in which the item is asked; null: none was stated. */
    amount: z.number().min(0).max(1_000_000_000).nullable().default(null),
    asOf: publishedDate.nullable().default(null),
    note: maybeWords,
    ...evidence,
  }),
  derived: [],
  references: [
    { property: 'parkId', to: ['parks'], relation: { zh: '园区的答复', en: 'answer of the park' } },
  ],
  named: ['item', 'item'],
} as const satisfies Editable
