// What may people write, and what must such a draft hold?
//
// One entry per table: its title, the fields a person gives, which of a collection's properties follow
// from others (the server works them out in the same transaction), and which fields name other rows.
// A table listed here is read and written by the API, made in the base where no source file fills it,
// and gained by a working copy made before it existed.
import { z } from 'zod'
import { COLLECTIONS, type CollectionId, LINK_KINDS } from '#geodata/contract/collections.ts'
import {
  area,
  evidence,
  ids,
  listed,
  maybeId,
  maybeName,
  maybeWords,
  NOWHERE,
  name,
  PLACE,
  placed,
  publishedDate,
  words,
} from '#geodata/contract/editable/draft-fields.ts'
import { AreaDraft, PointDraft } from '#geodata/contract/editable/drawn.ts'
import { jitPractice } from '#geodata/contract/editable/jit-practice.ts'
import { productInputs } from '#geodata/contract/editable/product-inputs.ts'
import { scenarios } from '#geodata/contract/editable/scenarios.ts'
import { stageCriteria, stageEvidence } from '#geodata/contract/editable/stages.ts'
import { type Bilingual, Confidence } from '#geodata/contract/shared.ts'

/** Points from one table to others: what a deletion would leave without its other end. */
export type Reference = {
  property: string
  /** Collections whose ids may stand here; a district code may too where `orDistrict` says so. */
  to: readonly string[]
  orDistrict?: true
  relation: Bilingual
}

export type Editable = {
  title: Bilingual
  /** What a layer of its own holds; null: a table without geometry. */
  layer: 'POINT' | 'MULTIPOLYGON' | 'GEOMETRY' | null
  geometry: z.ZodType
  properties: z.ZodObject
  /** Properties of the collection that nobody writes. */
  derived: readonly string[]
  references: readonly Reference[]
  /** Which properties tell a reader which row it is; where they are empty the title does. */
  named: readonly [zh: string, en: string]
}

export const TRANSFORMATION_STAGES = ['none', 'planned', 'building', 'producing'] as const
export type TransformationStage = (typeof TRANSFORMATION_STAGES)[number]

const IN_PARK = { zh: '所在园区', en: 'lies in the park' }

const parks = {
  title: { zh: '园区', en: 'Parks' },
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

const companies = {
  title: { zh: '企业', en: 'Companies' },
  layer: 'POINT',
  geometry: PointDraft.nullable().default(null),
  properties: z.strictObject({
    nameZh: name,
    nameEn: name,
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
} as const satisfies Editable

const hubs = {
  title: { zh: '货运枢纽', en: 'Freight hubs' },
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

const links = {
  title: { zh: '协同联系', en: 'Collaboration links' },
  layer: 'GEOMETRY',
  /** Drawn from the ends; what comes is passed over. */
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

const platforms = {
  title: { zh: '创新平台', en: 'Innovation platforms' },
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

const parkAreas = {
  title: { zh: '园区范围', en: 'Areas of parks' },
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

const sites = {
  title: { zh: '候选地块', en: 'Candidate sites' },
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

const targets = {
  title: { zh: '目标与进展', en: 'Targets and progress' },
  layer: null,
  geometry: NOWHERE,
  properties: z.strictObject({
    /** Groups a target with its progress: T01. */
    targetId: z.string().trim().min(1).max(20),
    rowType: z.enum(['target', 'baseline', 'progress', 'context']),
    metricZh: name,
    metricEn: name,
    /** As published: 624, 300+, <30, 1-2; null: unknown. */
    value: z.string().trim().min(1).max(40).nullable().default(null),
    unit: z.string().trim().max(20).nullable().default(null),
    asOf: publishedDate,
    clauseZh: maybeWords,
    note: maybeWords,
    ...evidence,
  }),
  derived: ['valueLow', 'valueHigh', 'asOfFrom', 'asOfTo'],
  references: [],
  named: ['metricZh', 'metricEn'],
} as const satisfies Editable

/** How far a firm of traditional parts has come; a firm without a row: unknown. */
const transformations = {
  title: { zh: '企业转型', en: 'Transformation of firms' },
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

export const EDITABLE = {
  parks,
  companies,
  hubs,
  links,
  platforms,
  'park-areas': parkAreas,
  sites,
  targets,
  'stage-criteria': stageCriteria,
  'stage-evidence': stageEvidence,
  transformations,
  scenarios,
  'jit-practice': jitPractice,
  'product-inputs': productInputs,
} as const satisfies Record<string, Editable>

export type EditableId = keyof typeof EDITABLE
export const EDITABLE_IDS = Object.keys(EDITABLE) as EditableId[]

/** What the API reads as a collection; the tables without geometry come last. */
export type ReadableId = CollectionId | EditableId
export const READABLE_IDS: readonly ReadableId[] = [...new Set([...COLLECTIONS, ...EDITABLE_IDS])]

/** What a client sends to be kept: the server gives the id. */
export type Draft<K extends EditableId = EditableId> = {
  type: 'Feature'
  geometry: z.infer<(typeof EDITABLE)[K]['geometry']>
  properties: z.infer<(typeof EDITABLE)[K]['properties']>
}
export type AnyDraft = { type: 'Feature'; geometry: unknown; properties: Record<string, unknown> }

export const DRAFTS = Object.fromEntries(
  EDITABLE_IDS.map((id) => [
    id,
    z.object({
      type: z.literal('Feature'),
      geometry: EDITABLE[id].geometry,
      properties: EDITABLE[id].properties,
    }),
  ]),
) as unknown as Record<EditableId, z.ZodType<AnyDraft>>

export function isEditable(id: string): id is EditableId {
  return Object.hasOwn(EDITABLE, id)
}
