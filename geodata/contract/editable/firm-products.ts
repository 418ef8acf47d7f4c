// What may people write of what a firm makes: which product, how much of it, since when?
import { z } from 'zod'
import {
  evidence,
  expects,
  id,
  maybeId,
  maybeName,
  maybeWords,
  NOWHERE,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const firmProducts = {
  title: TITLES['firm-products'],
  layer: null,
  geometry: NOWHERE,
  properties: z
    .strictObject({
      companyId: id,
      /** Of the taxonomy; null: none of it fits, or nobody has looked. */
      productId: maybeId,
      /** As the firm or its source words it. */
      productText: maybeName,
      /** In `capacityUnit`; null: not known. */
      capacityPerYear: z.number().min(0).max(1e12).nullable().default(null),
      /** What is counted: 套, 万件, t. */
      capacityUnit: z.string().trim().min(1).max(40).nullable().default(null),
      sinceYear: z.number().int().min(1900).max(2100).nullable().default(null),
      note: maybeWords,
      ...evidence,
    })
    .check(({ value, issues }) => {
      if (value.productId === null && value.productText === null) {
        const zh = '应选分类中的产品，或照原文写明产品'
        issues.push(
          expects(['productText'], '', zh, 'A product of the taxonomy or one in words is expected'),
        )
      }
      if (value.capacityPerYear !== null && value.capacityUnit === null) {
        const zh = '有年产能时应写明单位，如“套”“万件”“吨”'
        const en = 'With a capacity its unit is expected, as sets, thousand pieces or tonnes'
        issues.push(expects(['capacityUnit'], '', zh, en))
      }
    }),
  derived: [],
  references: [
    {
      property: 'companyId',
      to: ['companies'],
      relation: { zh: '企业的产品', en: 'product of the firm' },
    },
  ],
  products: ['productId'],
  named: ['productText', 'productText'],
} as const satisfies Editable
