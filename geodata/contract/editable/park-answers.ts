// What has a park said of itself? One row an item and park; the history keeps what it said before.
import { z } from 'zod'
import {
  evidence,
  expects,
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
  properties: z
    .strictObject({
      parkId: z.string().trim().min(1).max(80),
      item: z.enum(PARK_ITEM_IDS),
      state: z.enum(ANSWER_STATES),
      /** In the unit in which the item is asked; null: none was stated. */
      amount: z.number().min(0).max(1_000_000_000).nullable().default(null),
      asOf: publishedDate.nullable().default(null),
      note: maybeWords,
      ...evidence,
    })
    .check(({ value, issues }) => {
      if (value.state === 'stated' && value.amount === null) {
        const en = 'With the answer “an amount” its figure is expected'
        issues.push(expects(['amount'], '', '答复为“填了数额”时应写明数额', en))
      }
      if (value.state === 'absent' && value.amount !== null && value.amount > 0) {
        const en = 'With the answer “no” no figure is expected'
        issues.push(expects(['amount'], value.amount, '答复为“没有”时不应再填数额', en))
      }
    }),
  derived: [],
  references: [
    { property: 'parkId', to: ['parks'], relation: { zh: '园区的答复', en: 'answer of the park' } },
  ],
  named: ['item', 'item'],
} as const satisfies Editable
