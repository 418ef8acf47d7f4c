// What may people write of freight hubs?
import { z } from 'zod'
import {
  evidence,
  maybeWords,
  name,
  PLACE,
  placed,
} from '#geodata/contract/editable/draft-fields.ts'
import { PointDraft } from '#geodata/contract/editable/drawn.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const hubs = {
  title: TITLES.hubs,
  layer: 'POINT',
  geometry: PointDraft,
  properties: z.strictObject({
    nameZh: name,
    nameEn: name,
    kind: z.enum(['port', 'rail', 'airport', 'road']),
    description: maybeWords,
    note: maybeWords,
    coordPrecision: placed.coordPrecision,
    coordSource: placed.coordSource,
    ...evidence,
  }),
  derived: PLACE,
  references: [],
  named: ['nameZh', 'nameEn'],
} as const satisfies Editable
