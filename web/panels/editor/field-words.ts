// What are the fields of each table called, and the choices a field leaves? A line per field:
// a table or a field without words does not compile.
import type { z } from 'zod'
import type { EDITABLE, EditableId } from '#geodata/contract/editable/editable.ts'
import type { MessageKey } from '#web/messages/texts.ts'

/** A field that takes one of a few values has words for each of them. */
export type ChoiceWords<Value extends string = string> = {
  name: MessageKey
  choices: Readonly<Record<Value, MessageKey>>
}
type Words<Value> = [Value] extends [string]
  ? string extends Value
    ? MessageKey
    : ChoiceWords<Value>
  : MessageKey
type TableWords<Row> = { readonly [Field in keyof Row]-?: Words<NonNullable<Row[Field]>> }
type FieldWords = {
  readonly [Id in EditableId]: TableWords<z.infer<(typeof EDITABLE)[Id]['properties']>>
}

const NAMES = { nameZh: 'editor.field.nameZh', nameEn: 'editor.field.nameEn' } as const
const CONFIDENCE = {
  name: 'common.confidence',
  choices: {
    high: 'common.confidence.high',
    medium: 'common.confidence.medium',
    low: 'common.confidence.low',
  },
} as const
/** Where a row is known from, which every table but people's own asks for. */
const KNOWN_FROM = {
  source: 'common.source',
  sourceClass: {
    name: 'editor.field.sourceClass',
    choices: {
      official: 'editor.sourceClass.official',
      disclosure: 'editor.sourceClass.disclosure',
      press: 'editor.sourceClass.press',
      repost: 'editor.sourceClass.repost',
      standard: 'editor.sourceClass.standard',
      none: 'editor.sourceClass.none',
    },
  },
  confidence: CONFIDENCE,
} as const
const PLACED = {
  coordPrecision: {
    name: 'layout.precision',
    choices: {
      site: 'layout.precision.site',
      street: 'layout.precision.street',
      town: 'layout.precision.town',
      district: 'layout.precision.district',
      unknown: 'layout.precision.unknown',
    },
  },
  coordSource: 'editor.field.coordSource',
} as const

export const FIELD_WORDS: FieldWords = {
  parks: {
    ...NAMES,
    labelZh: 'editor.field.labelZh',
    labelEn: 'editor.field.labelEn',
    role: {
      name: 'layout.role',
      choices: {
        vehicle: 'layout.role.vehicle',
        parts: 'layout.role.parts',
        joint: 'layout.role.joint',
      },
    },
    segmentIds: 'layout.segments',
    level: 'layout.level',
    plannedAreaSquareKilometers: 'editor.field.plannedArea',
    developedAreaSquareKilometers: 'editor.field.developedArea',
    anchorCompanies: 'layout.anchors',
    officialStatus: 'layout.official',
    stage: {
      name: 'layout.stage',
      choices: {
        candidate: 'layout.stage.candidate',
        creating: 'layout.stage.creating',
        recognised: 'layout.stage.recognised',
        operating: 'layout.stage.operating',
        partner: 'layout.stage.partner',
      },
    },
    stageDate: 'editor.field.stageDate',
    stageSource: 'editor.field.stageSource',
    district2025Zh: 'editor.field.district2025',
    note: 'layout.note',
    ...PLACED,
    districtZh: 'layout.district',
    ...KNOWN_FROM,
  },
  companies: {
    ...NAMES,
    unifiedCode: 'layout.unifiedCode',
    kind: {
      name: 'layout.kind',
      choices: {
        oem: 'layout.company.oem',
        tier1: 'layout.company.tier1',
        tier2: 'layout.company.tier2',
        material: 'layout.company.material',
      },
    },
    segmentIds: 'layout.segments',
    productIds: 'editor.field.productIds',
    products: 'layout.products',
    city: 'editor.field.city',
    parkId: 'layout.park',
    certifications: 'layout.certifications',
    district2025Zh: 'editor.field.district2025',
    note: 'layout.note',
    ...PLACED,
    districtZh: 'layout.district',
    ...KNOWN_FROM,
  },
  hubs: {
    ...NAMES,
    kind: {
      name: 'layout.kind',
      choices: {
        port: 'layout.hub.port',
        rail: 'layout.hub.rail',
        airport: 'layout.hub.airport',
        road: 'layout.hub.road',
      },
    },
    description: 'layout.description',
    note: 'layout.note',
    ...PLACED,
    ...KNOWN_FROM,
  },
  links: {
    kind: {
      name: 'layout.kind',
      choices: {
        industry: 'layout.kind.industry',
        park: 'layout.kind.park',
        technology: 'layout.kind.technology',
        talent: 'layout.kind.talent',
        market: 'layout.kind.market',
      },
    },
    fromNameZh: 'editor.field.from',
    toNameZh: 'editor.field.to',
    description: 'layout.description',
    year: 'layout.year',
    fromIds: 'editor.field.fromIds',
    toIds: 'editor.field.toIds',
    fromLevel: 'editor.field.fromLevel',
    toLevel: 'editor.field.toLevel',
    endpointNote: 'editor.field.endpointNote',
    ...KNOWN_FROM,
  },
  platforms: {
    ...NAMES,
    level: 'layout.level',
    type: 'editor.field.type',
    status: 'layout.status',
    asOf: 'editor.field.asOf',
    host: 'layout.host',
    field: 'layout.field',
    note: 'layout.note',
    ...PLACED,
    districtZh: 'layout.district',
    ...KNOWN_FROM,
  },
  'park-areas': { parkId: 'layout.park', note: 'layout.note', ...KNOWN_FROM },
  sites: {
    ...NAMES,
    areaHectares: 'editor.field.areaHectares',
    note: 'layout.note',
    source: 'common.source',
    confidence: CONFIDENCE,
  },
  targets: {
    targetId: 'editor.field.targetId',
    rowType: {
      name: 'editor.field.rowType',
      choices: {
        target: 'editor.rowType.target',
        baseline: 'editor.rowType.baseline',
        progress: 'editor.rowType.progress',
        context: 'editor.rowType.context',
      },
    },
    metricZh: 'editor.field.metricZh',
    metricEn: 'editor.field.metricEn',
    value: 'editor.field.value',
    unit: 'editor.field.unit',
    asOf: 'editor.field.asOf',
    clauseZh: 'editor.field.clause',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  'stage-criteria': {
    titleZh: 'stages.field.titleZh',
    titleEn: 'stages.field.titleEn',
    testZh: 'stages.field.testZh',
    testEn: 'stages.field.testEn',
    stage: {
      name: 'layout.stage',
      choices: {
        creating: 'layout.stage.creating',
        recognised: 'layout.stage.recognised',
        support: 'stages.serves.support',
      },
    },
    basis: {
      name: 'stages.field.basis',
      choices: {
        plan: 'stages.basis.plan',
        borrowed: 'stages.basis.borrowed',
        reading: 'stages.basis.reading',
      },
    },
    clauseZh: 'editor.field.clause',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  'stage-evidence': {
    parkId: 'layout.park',
    criterionId: 'stages.field.criterionId',
    verdict: {
      name: 'stages.field.verdict',
      choices: {
        met: 'stages.shown.met',
        not: 'stages.shown.not',
        unknown: 'stages.shown.unknown',
      },
    },
    evidenceZh: 'stages.field.evidence',
    asOf: 'editor.field.asOf',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  transformations: {
    companyId: 'firms.company',
    transformationStage: {
      name: 'firms.stage',
      choices: {
        none: 'firms.stage.none',
        planned: 'firms.stage.planned',
        building: 'firms.stage.building',
        producing: 'firms.stage.producing',
      },
    },
    asOf: 'editor.field.asOf',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  scenarios: {
    title: 'editor.field.title',
    note: 'layout.note',
    address: 'editor.field.address',
    question: 'editor.field.question',
    answer: 'editor.field.answer',
    source: 'common.source',
    confidence: CONFIDENCE,
  },
  comparisons: {
    title: 'editor.field.title',
    content: 'editor.field.content',
    source: 'common.source',
    confidence: CONFIDENCE,
  },
  'own-stories': {
    title: 'editor.field.title',
    content: 'editor.field.content',
    source: 'common.source',
    confidence: CONFIDENCE,
  },
  'jit-practice': {
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
    rowKind: {
      name: 'windows.field.rowKind',
      choices: {
        published: 'windows.rowKind.published',
        planning_assumption: 'windows.rowKind.planning_assumption',
      },
    },
    asOf: 'editor.field.asOf',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  'park-answers': {
    parkId: 'questionnaire.field.parkId',
    item: {
      name: 'questionnaire.field.item',
      choices: {
        freeLandHectares: 'questionnaire.item.freeLandHectares',
        powerMegavoltAmperes: 'questionnaire.item.powerMegavoltAmperes',
        floorLoad: 'questionnaire.item.floorLoad',
        landPrice: 'questionnaire.item.landPrice',
        factoryRent: 'questionnaire.item.factoryRent',
        gas: 'questionnaire.item.gas',
        steam: 'questionnaire.item.steam',
        water: 'questionnaire.item.water',
        wasteWater: 'questionnaire.item.wasteWater',
        chemicalPark: 'questionnaire.item.chemicalPark',
      },
    },
    state: {
      name: 'questionnaire.field.state',
      choices: {
        stated: 'questionnaire.state.stated',
        there: 'questionnaire.state.there',
        absent: 'questionnaire.state.absent',
        building: 'questionnaire.state.building',
        notKnown: 'questionnaire.state.notKnown',
      },
    },
    amount: 'questionnaire.field.amount',
    asOf: 'editor.field.asOf',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  'product-inputs': {
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
    productBulky: {
      name: 'question.field.bulky',
      choices: {
        yes: 'question.bulky.yes',
        medium: 'question.bulky.medium',
        no: 'question.bulky.no',
      },
    },
    productPackingNote: 'question.field.packing',
    productSpecialNeeds: 'question.field.specialNeeds',
    specialNeedsSource: 'question.field.specialNeedsSource',
    asOf: 'editor.field.asOf',
    ...KNOWN_FROM,
  },
  'firm-products': {
    companyId: 'firms.company',
    productId: 'question.field.product',
    productText: 'records.field.productText',
    capacityPerYear: 'records.field.capacity',
    capacityUnit: 'records.field.capacityUnit',
    sinceYear: 'records.field.sinceYear',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  certificates: {
    companyId: 'firms.company',
    standard: 'records.field.standard',
    certificateNumber: 'records.field.certificateNumber',
    issuedBy: 'records.field.issuedBy',
    validUntil: 'records.field.validUntil',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  'supply-relations': {
    fromCompanyId: 'records.field.supplier',
    toCompanyId: 'records.field.customer',
    productId: 'question.field.product',
    productText: 'records.field.productText',
    relationStatus: {
      name: 'records.field.relationStatus',
      choices: { known: 'records.relation.known', planned: 'records.relation.planned' },
    },
    asOf: 'editor.field.asOf',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  prospects: {
    ...NAMES,
    segmentIds: 'layout.segments',
    productIds: 'editor.field.productIds',
    companyId: 'records.field.investor',
    investorName: 'records.field.investorName',
    investmentTenThousandYuan: 'records.field.investment',
    areaHectares: 'editor.field.areaHectares',
    stage: {
      name: 'layout.stage',
      choices: {
        talks: 'records.stage.talks',
        signed: 'records.stage.signed',
        building: 'records.stage.building',
        producing: 'records.stage.producing',
      },
    },
    talksDate: 'records.field.talksDate',
    signedDate: 'records.field.signedDate',
    buildingDate: 'records.field.buildingDate',
    producingDate: 'records.field.producingDate',
    responsibleSide: 'records.field.responsibleSide',
    parkId: 'records.field.parkAgreed',
    siteId: 'records.field.siteAgreed',
    note: 'layout.note',
    ...KNOWN_FROM,
  },
  tasks: {
    collection: {
      name: 'records.field.collection',
      choices: {
        parks: 'records.table.parks',
        companies: 'records.table.companies',
        hubs: 'records.table.hubs',
        links: 'records.table.links',
        platforms: 'records.table.platforms',
        'park-areas': 'records.table.park-areas',
        sites: 'records.table.sites',
        targets: 'records.table.targets',
        'stage-criteria': 'records.table.stage-criteria',
        'stage-evidence': 'records.table.stage-evidence',
        transformations: 'records.table.transformations',
        'jit-practice': 'records.table.jit-practice',
        'product-inputs': 'records.table.product-inputs',
        'park-answers': 'records.table.park-answers',
        'firm-products': 'records.table.firm-products',
        certificates: 'records.table.certificates',
        'supply-relations': 'records.table.supply-relations',
        prospects: 'records.table.prospects',
      },
    },
    rowId: 'records.field.rowId',
    kind: {
      name: 'records.field.taskKind',
      choices: {
        unsourced: 'records.task.unsourced',
        old: 'records.task.old',
        imprecise: 'records.task.imprecise',
        contradictory: 'records.task.contradictory',
        'address-lost': 'records.task.address-lost',
      },
    },
    assignedTo: 'records.field.assignedTo',
    dueDate: 'records.field.dueDate',
    doneDate: 'records.field.doneDate',
    note: 'layout.note',
    source: 'common.source',
    confidence: CONFIDENCE,
  },
}
