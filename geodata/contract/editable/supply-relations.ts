// What may people write of who supplies whom, firm by firm?
import { z } from 'zod'
import {
  evidence,
  expects,
  id,
  maybeId,
  maybeName,
  maybeWords,
  NOWHERE,
  publishedDate,
} from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const supplyRelations = {
  title: TITLES['supply-relations'],
  layer: null,
  geometry: NOWHERE,
  properties: z
    .strictObject({
      /** The supplier. */
      fromCompanyId: id,
      /** The customer. */
      toCompanyId: id,
      productId: maybeId,
      /** As its source words it. */
      productText: maybeName,
      relationStatus: z.enum(['known', 'planned']),
      asOf: publishedDate.nullable().default(null),
      note: maybeWords,
      ...evidence,
    })
    .check(({ value: { fromCompanyId, toCompanyId }, issues }) => {
      if (fromCompanyId !== toCompanyId) return
      const zh = '供应方与采购方不能是同一家，应为另一家企业'
      issues.push(
        expects(['toCompanyId'], toCompanyId, zh, 'A firm other than the supplier is expected'),
      )
    }),
  derived: [],
  references: [
    {
      property: 'fromCompanyId',
      to: ['companies'],
      relation: { zh: '作为供应方', en: 'as the supplier' },
    },
    {
      property: 'toCompanyId',
      to: ['companies'],
      relation: { zh: '作为采购方', en: 'as the customer' },
    },
  ],
  products: ['productId'],
  named: ['productText', 'productText'],
} as const satisfies Editable
