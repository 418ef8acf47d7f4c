// What may people write of firms, and of how far those of traditional parts have come?
import { z } from 'zod'
import {
  evidence,
  ids,
  maybeId,
  maybeName,
  maybeUnifiedCode,
  maybeWords,
  NOWHERE,
  name,
  PLACE,
  placed,
} from '#geodata/contract/editable/draft-fields.ts'
import { PointDraft } from '#geodata/contract/editable/drawn.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'

export const TRANSFORMATION_STAGES = ['none', 'planned', 'building', 'producing'] as const
export type TransformationStage = (typeof TRANSFORMATION_STAGES)[number]

const IN_PARK = { zh: '所在园区', en: 'lies in the park' }

export const companies = {
  title: TITLES.companies,
  layer: 'POINT',
  geometry: PointDraft.nullable().default(null),
  properties: z.strictObject({
    nameZh: name,
    nameEn: name,
    unifiedCode: maybeUnifiedCode,
    kind: z.enum(['oem', 'tier1', 'tier2', 'material']),
    segmentIds: ids,
    productIds: ids,
    products: z.string().trim().max(2000).default(''),
    city: name,
    parkId: maybeId,
    certifications: maybeWords,
    district2025Zh: z.string().trim().max(120).optional(),
    note: maybeWords,
    ...placed,
    ...evidence,
  }),
  derived: ['systems', ...PLACE],
  references: [{ property: 'parkId', to: ['parks'], relation: IN_PARK }],
  named: ['nameZh', 'nameEn'],
  unique: ['unifiedCode'],
} as const satisfies Editable

/** How far a firm of traditional parts has come; a firm without a row: unknown. */
export const transformations = {
  title: TITLES.transformations,
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    /** Null: of a firm that is no longer there. */
    companyId: maybeId,
    transformationStage: z.enum(TRANSFORMATION_STAGES),
    asOf: maybeName,
    note: maybeWords,
    ...evidence,
  }),
  derived: [],
  references: [
    {
      property: 'companyId',
      to: ['companies'],
      relation: { zh: '企业的转型', en: 'transformation of the firm' },
    },
  ],
  named: ['companyId', 'companyId'],
} as const satisfies Editable
