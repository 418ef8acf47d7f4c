// What are the fields of a row called, and the values they may take?
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import { t } from '#web/messages/index.ts'
import type { MessageKey } from '#web/messages/texts.ts'
import { levelName } from '#web/parts/words/level-name.ts'

/** Fields by name; one that has no words of its own shows its name. */
const FIELDS: Record<string, MessageKey> = {
  nameZh: 'editor.field.nameZh',
  nameEn: 'editor.field.nameEn',
  labelZh: 'editor.field.labelZh',
  labelEn: 'editor.field.labelEn',
  role: 'layout.role',
  kind: 'layout.kind',
  segmentIds: 'layout.segments',
  productIds: 'editor.field.productIds',
  products: 'layout.products',
  level: 'layout.level',
  type: 'editor.field.type',
  status: 'layout.status',
  asOf: 'editor.field.asOf',
  host: 'layout.host',
  field: 'layout.field',
  plannedAreaSquareKilometers: 'editor.field.plannedArea',
  developedAreaSquareKilometers: 'editor.field.developedArea',
  areaHectares: 'editor.field.areaHectares',
  anchorCompanies: 'layout.anchors',
  officialStatus: 'layout.official',
  stage: 'layout.stage',
  stageDate: 'editor.field.stageDate',
  stageSource: 'editor.field.stageSource',
  district2025Zh: 'editor.field.district2025',
  districtZh: 'layout.district',
  city: 'editor.field.city',
  parkId: 'layout.park',
  certifications: 'layout.certifications',
  description: 'layout.description',
  note: 'layout.note',
  coordPrecision: 'layout.precision',
  coordSource: 'editor.field.coordSource',
  source: 'common.source',
  sourceClass: 'editor.field.sourceClass',
  confidence: 'common.confidence',
  fromNameZh: 'editor.field.from',
  toNameZh: 'editor.field.to',
  fromIds: 'editor.field.fromIds',
  toIds: 'editor.field.toIds',
  fromLevel: 'editor.field.fromLevel',
  toLevel: 'editor.field.toLevel',
  year: 'layout.year',
  endpointNote: 'editor.field.endpointNote',
  targetId: 'editor.field.targetId',
  rowType: 'editor.field.rowType',
  metricZh: 'editor.field.metricZh',
  metricEn: 'editor.field.metricEn',
  value: 'editor.field.value',
  unit: 'editor.field.unit',
  clauseZh: 'editor.field.clause',
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
  partTypeZh: 'windows.field.partTypeZh',
  partTypeEn: 'windows.field.partTypeEn',
  oemPlant: 'windows.field.oemPlant',
  supplier: 'windows.field.supplier',
  practice: 'windows.field.practice',
  distanceKilometers: 'windows.field.distance',
  travelMinutes: 'windows.field.travel',
  orderToLineMinutes: 'windows.field.orderToLine',
  deliveryWindowOrBuffer: 'windows.field.buffer',
  sequencesOrVariants: 'windows.field.variants',
  rowKind: 'windows.field.rowKind',
  productId: 'question.field.product',
  inputZh: 'question.field.inputZh',
  inputEn: 'question.field.inputEn',
  inputProductId: 'question.field.inputProduct',
  inputSegmentId: 'question.field.inputSegment',
  costSharePercentLow: 'question.field.shareLow',
  costSharePercentHigh: 'question.field.shareHigh',
  costShareBasis: 'question.field.shareBasis',
  deliveryModeToPlant: 'question.field.delivery',
  deliveryEvidence: 'question.field.deliveryEvidence',
  productBulky: 'question.field.bulky',
  productPackingNote: 'question.field.packing',
  productSpecialNeeds: 'question.field.specialNeeds',
  specialNeedsSource: 'question.field.specialNeedsSource',
  geometry: 'editor.place',
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
    official: 'editor.sourceClass.official',
    disclosure: 'editor.sourceClass.disclosure',
    press: 'editor.sourceClass.press',
    repost: 'editor.sourceClass.repost',
    standard: 'editor.sourceClass.standard',
    none: 'editor.sourceClass.none',
  },
  rowType: {
    target: 'editor.rowType.target',
    baseline: 'editor.rowType.baseline',
    progress: 'editor.rowType.progress',
    context: 'editor.rowType.context',
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
    published: 'windows.rowKind.published',
    planning_assumption: 'windows.rowKind.planning_assumption',
  },
  productBulky: {
    yes: 'question.bulky.yes',
    medium: 'question.bulky.medium',
    no: 'question.bulky.no',
  },
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
