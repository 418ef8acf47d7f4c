// What may people write of collaboration links?
import { z } from 'zod'
import { LINK_KINDS } from '#geodata/contract/collections.ts'
import { evidence, ids, maybeWords, name, words } from '#geodata/contract/editable/draft-fields.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const links = {
  title: TITLES.links,
  layer: 'GEOMETRY',
  /** Drawn from the ends; a geometry that is sent is ignored. */
  geometry: z.unknown(),
  properties: z.strictObject({
    kind: z.enum(LINK_KINDS),
    fromNameZh: name,
    toNameZh: name,
    description: words,
    year: z.number().int().min(1990).max(2100),
    fromIds: ids,
    toIds: ids,
    fromLevel: name,
    toLevel: name,
    endpointNote: maybeWords,
    ...evidence,
  }),
  derived: ['cityPairs'],
  references: [
    {
      property: 'fromIds',
      to: ['parks', 'companies'],
      orDistrict: true,
      relation: { zh: '协同联系的一端', en: 'one end of the link' },
    },
    {
      property: 'toIds',
      to: ['parks', 'companies'],
      orDistrict: true,
      relation: { zh: '协同联系的另一端', en: 'the other end of the link' },
    },
  ],
  named: ['description', 'description'],
} as const satisfies Editable
