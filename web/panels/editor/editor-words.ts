// What are the fields of a row called, and the values they may take?
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { type MessageKey, t } from '#web/messages/index.ts'
import { levelName } from '#web/parts/words/level-name.ts'

/** Fields by name; one that has no words of its own shows its name. */
const FIELDS: Record<string, MessageKey> = {
  nameZh: 'edit.field.nameZh',
  nameEn: 'edit.field.nameEn',
  labelZh: 'edit.field.labelZh',
  labelEn: 'edit.field.labelEn',
  role: 'layout.role',
  kind: 'layout.kind',
  segmentIds: 'layout.segments',
  productIds: 'edit.field.productIds',
  products: 'layout.products',
  level: 'layout.level',
  type: 'edit.field.type',
  status: 'layout.status',
  asOf: 'edit.field.asOf',
  host: 'layout.host',
  field: 'layout.field',
  plannedAreaSquareKilometers: 'edit.field.plannedArea',
  developedAreaSquareKilometers: 'edit.field.developedArea',
  areaHectares: 'edit.field.areaHectares',
  anchorCompanies: 'layout.anchors',
  officialStatus: 'layout.official',
  stage: 'layout.stage',
  stageDate: 'edit.field.stageDate',
  stageSource: 'edit.field.stageSource',
  district2025Zh: 'edit.field.district2025',
  districtZh: 'layout.district',
  city: 'edit.field.city',
  parkId: 'layout.park',
  certifications: 'layout.certifications',
  description: 'layout.description',
  note: 'layout.note',
  coordPrecision: 'layout.precision',
  coordSource: 'edit.field.coordSource',
  source: 'common.source',
  sourceClass: 'edit.field.sourceClass',
  confidence: 'common.confidence',
  fromNameZh: 'edit.field.from',
  toNameZh: 'edit.field.to',
  fromIds: 'edit.field.fromIds',
  toIds: 'edit.field.toIds',
  fromLevel: 'edit.field.fromLevel',
  toLevel: 'edit.field.toLevel',
  year: 'layout.year',
  endpointNote: 'edit.field.endpointNote',
  targetId: 'edit.field.targetId',
  rowType: 'edit.field.rowType',
  metricZh: 'edit.field.metricZh',
  metricEn: 'edit.field.metricEn',
  value: 'edit.field.value',
  unit: 'edit.field.unit',
  clauseZh: 'edit.field.clause',
  criterionId: 'stages.field.criterionId',
  verdict: 'stages.field.verdict',
  evidenceZh: 'stages.field.evidence',
  titleZh: 'stages.field.titleZh',
  titleEn: 'stages.field.titleEn',
  testZh: 'stages.field.testZh',
  testEn: 'stages.field.testEn',
  basis: 'stages.field.basis',
  companyId: 'firms.company',
  transformationStage: 'firms.stage',
  partTypeZh: 'jit.field.partTypeZh',
  partTypeEn: 'jit.field.partTypeEn',
  oemPlant: 'jit.field.oemPlant',
  supplier: 'jit.field.supplier',
  practice: 'jit.field.practice',
  distanceKilometers: 'jit.field.distance',
  travelMinutes: 'jit.field.travel',
  orderToLineMinutes: 'jit.field.orderToLine',
  deliveryWindowOrBuffer: 'jit.field.buffer',
  sequencesOrVariants: 'jit.field.variants',
  rowKind: 'jit.field.rowKind',
  productId: 'ask.field.product',
  inputZh: 'ask.field.inputZh',
  inputEn: 'ask.field.inputEn',
  inputProductId: 'ask.field.inputProduct',
  inputSegmentId: 'ask.field.inputSegment',
  costSharePercentLow: 'ask.field.shareLow',
  costSharePercentHigh: 'ask.field.shareHigh',
  costShareBasis: 'ask.field.shareBasis',
  deliveryModeToPlant: 'ask.field.delivery',
  deliveryEvidence: 'ask.field.deliveryEvidence',
  productBulky: 'ask.field.bulky',
  productPackingNote: 'ask.field.packing',
  productSpecialNeeds: 'ask.field.specialNeeds',
  specialNeedsSource: 'ask.field.specialNeedsSource',
  geometry: 'edit.place',
}

export function fieldName(name: string): string {
  const key = FIELDS[name]
  return key ? t(key) : name
}

const CHOICES = {
  role: { vehicle: 'layout.role.vehicle', parts: 'layout.role.parts', joint: 'layout.role.joint' },
  stage: {
    candidate: 'layout.stage.candidate',
    creating: 'layout.stage.creating',
    recognised: 'layout.stage.recognised',
    operating: 'layout.stage.operating',
    partner: 'layout.stage.partner',
  },
  confidence: {
    high: 'common.confidence.high',
    medium: 'common.confidence.medium',
    low: 'common.confidence.low',
  },
  coordPrecision: {
    site: 'layout.precision.site',
    street: 'layout.precision.street',
    town: 'layout.precision.town',
    district: 'layout.precision.district',
    unknown: 'layout.precision.unknown',
  },
  sourceClass: {
    official: 'edit.sourceClass.official',
    disclosure: 'edit.sourceClass.disclosure',
    press: 'edit.sourceClass.press',
    repost: 'edit.sourceClass.repost',
    standard: 'edit.sourceClass.standard',
    none: 'edit.sourceClass.none',
  },
  rowType: {
    target: 'edit.rowType.target',
    baseline: 'edit.rowType.baseline',
    progress: 'edit.rowType.progress',
    context: 'edit.rowType.context',
  },
  transformationStage: {
    none: 'firms.stage.none',
    planned: 'firms.stage.planned',
    building: 'firms.stage.building',
    producing: 'firms.stage.producing',
  },
  'companies/kind': {
    oem: 'layout.company.oem',
    tier1: 'layout.company.tier1',
    tier2: 'layout.company.tier2',
    material: 'layout.company.material',
  },
  'hubs/kind': {
    port: 'layout.hub.port',
    rail: 'layout.hub.rail',
    airport: 'layout.hub.airport',
    road: 'layout.hub.road',
  },
  'links/kind': {
    industry: 'layout.kind.industry',
    park: 'layout.kind.park',
    technology: 'layout.kind.technology',
    talent: 'layout.kind.talent',
    market: 'layout.kind.market',
  },
  verdict: {
    met: 'stages.shown.met',
    not: 'stages.shown.not',
    unknown: 'stages.shown.unknown',
  },
  basis: {
    plan: 'stages.basis.plan',
    borrowed: 'stages.basis.borrowed',
    reading: 'stages.basis.reading',
  },
  rowKind: {
    published: 'jit.rowKind.published',
    planning_assumption: 'jit.rowKind.planning_assumption',
  },
  productBulky: { yes: 'ask.bulky.yes', medium: 'ask.bulky.medium', no: 'ask.bulky.no' },
  'stage-criteria/stage': {
    creating: 'layout.stage.creating',
    recognised: 'layout.stage.recognised',
    support: 'stages.serves.support',
  },
} satisfies Record<string, Record<string, MessageKey>>

/** One of a field's choices in words. */
export function choiceName(collection: EditableId | string, field: string, value: string): string {
  if (field === 'level') return levelName(value)
  const all: Record<string, Record<string, MessageKey>> = CHOICES
  const key = (all[`${collection}/${field}`] ?? all[field])?.[value]
  return key ? t(key) : value
}

/** Any value of a field as a reader sees it. */
export function valueWords(collection: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('common.unknown')
  if (Array.isArray(value)) {
    return value.length > 0
      ? value.map(String).join(t('common.listSeparator'))
      : t('common.unknown')
  }
  if (typeof value === 'object') return placeWords(value)
  return choiceName(collection, field, String(value))
}

function placeWords(geometry: object): string {
  const { type, coordinates } = geometry as { type?: string; coordinates?: unknown }
  if (type === 'Point' && Array.isArray(coordinates)) {
    return coordinates.map((degrees) => Number(degrees).toFixed(5)).join(', ')
  }
  return `${type ?? ''} ${JSON.stringify(coordinates).slice(0, 80)}…`
}
