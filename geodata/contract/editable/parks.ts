// What may people write of parks, of the ground they cover and of sites that may become one?
import { z } from 'zod'
import {
  area,
  evidence,
  ids,
  listed,
  maybeId,
  maybeName,
  maybeWords,
  name,
  PLACE,
  placed,
  words,
} from '#geodata/contract/editable/draft-fields.ts'
import { AreaDraft, PointDraft } from '#geodata/contract/editable/drawn.ts'
import type { Editable } from '#geodata/contract/editable/shape.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import { Confidence } from '#geodata/contract/shared.ts'

export const parks = {
  title: TITLES.parks,
  layer: 'POINT',
  geometry: PointDraft,
  properties: z.strictObject({
    nameZh: name,
    nameEn: name,
    /** Absent: the name. */
    labelZh: name.optional(),
    labelEn: name.optional(),
    role: z.enum(['vehicle', 'parts', 'joint']),
    segmentIds: ids,
    level: name,
    plannedAreaSquareKilometers: area,
    developedAreaSquareKilometers: area,
    anchorCompanies: z.array(listed).max(50).default([]),
    officialStatus: maybeWords,
    stage: z.enum(['candidate', 'creating', 'recognised', 'operating', 'partner']),
    stageDate: maybeName,
    stageSource: maybeWords,
    district2025Zh: z.string().trim().max(120).optional(),
    note: maybeWords,
    ...placed,
    ...evidence,
  }),
  derived: ['systems', 'companyCount', 'plantOutputVehicles', ...PLACE],
  references: [],
  named: ['nameZh', 'nameEn'],
} as const satisfies Editable

export const parkAreas = {
  title: TITLES['park-areas'],
  layer: 'MULTIPOLYGON',
  geometry: AreaDraft,
  properties: z.strictObject({
    parkId: maybeId,
    note: maybeWords,
    ...evidence,
  }),
  derived: [],
  references: [
    { property: 'parkId', to: ['parks'], relation: { zh: '园区的范围', en: 'area of the park' } },
  ],
  named: ['note', 'note'],
} as const satisfies Editable

export const sites = {
  title: TITLES.sites,
  layer: 'POINT',
  geometry: PointDraft,
  properties: z.strictObject({
    nameZh: name,
    nameEn: maybeName,
    areaHectares: z.number().positive().nullable().default(null),
    note: maybeWords,
    source: words,
    confidence: Confidence,
  }),
  derived: [],
  references: [],
  named: ['nameZh', 'nameEn'],
} as const satisfies Editable
