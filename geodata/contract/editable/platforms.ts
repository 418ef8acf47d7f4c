// What may people write of innovation platforms?
import { z } from 'zod'
import {
  evidence,
  maybeName,
  maybeWords,
  name,
  PLACE,
  placed,
} from '#geodata/contract/editable/draft-fields.ts'
import { PointDraft } from '#geodata/contract/editable/drawn.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const platforms = {
  title: TITLES.platforms,
  layer: 'POINT',
  geometry: PointDraft.nullable().default(null),
  properties: z.strictObject({
    nameZh: name,
    nameEn: name,
    level: name,
    type: name,
    status: maybeWords,
    asOf: maybeName,
    host: maybeWords,
    field: maybeWords,
    note: maybeWords,
    ...placed,
    ...evidence,
  }),
  derived: PLACE,
  references: [],
  named: ['nameZh', 'nameEn'],
} as const satisfies Editable
