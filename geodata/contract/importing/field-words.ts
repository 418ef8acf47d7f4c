// What are the columns of an imported table called, and the choices of a cell? The words of the editor, in both
// languages, for files, templates and reasons that no page shows.
import type { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { STAGE_WORDS } from '#geodata/contract/editable/prospects.ts'
import { TASK_TABLES } from '#geodata/contract/editable/tasks.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type FieldWords = Bilingual & { choices?: Readonly<Record<string, Bilingual>> }
type TableWords<Id extends keyof typeof EDITABLE> = Readonly<
  Record<keyof (typeof EDITABLE)[Id]['properties']['shape'], FieldWords>
>

const NAMES = {
  nameZh: { zh: '中文名', en: 'Chinese name' },
  nameEn: { zh: '英文名', en: 'English name' },
} as const
const NOTE = { zh: '说明', en: 'Note' }
const AS_OF = { zh: '截至', en: 'As of' }
const CONFIDENCE = {
  zh: '可信度',
  en: 'Confidence',
  choices: {
    high: { zh: '高', en: 'high' },
    medium: { zh: '中', en: 'medium' },
    low: { zh: '低', en: 'low' },
  },
}
/** Where a row is known from. */
const KNOWN_FROM = {
  source: { zh: '来源', en: 'Source' },
  sourceClass: {
    zh: '来源类别',
    en: 'Kind of source',
    choices: {
      official: { zh: '官方文件', en: 'Official document' },
      disclosure: { zh: '企业披露', en: 'Company disclosure' },
      press: { zh: '媒体', en: 'Press' },
      repost: { zh: '转载', en: 'Repost' },
      standard: { zh: '标准', en: 'Standard' },
      none: { zh: '无来源', en: 'No source' },
    },
  },
  confidence: CONFIDENCE,
} as const
const PLACED = {
  coordPrecision: {
    zh: '位置精度',
    en: 'Precision',
    choices: {
      site: { zh: '地块级', en: 'site' },
      street: { zh: '街道级', en: 'street' },
      town: { zh: '乡镇级', en: 'town' },
      district: { zh: '区县级', en: 'district' },
      unknown: { zh: '位置未知', en: 'place unknown' },
    },
  },
  coordSource: { zh: '坐标来源', en: 'Source of the coordinates' },
} as const

const PRODUCT_TEXT = { zh: '产品（照原文）', en: 'Product as worded' }
/** By their titles. */
const TABLES = Object.fromEntries(TASK_TABLES.map((id) => [id, TITLES[id]]))

/** The tables that take files. */
export const IMPORT_WORDS = {
  parks: {
    ...NAMES,
    labelZh: { zh: '图上中文短名', en: 'Short Chinese label' },
    labelEn: { zh: '图上英文短名', en: 'Short English label' },
    role: {
      zh: '类型',
      en: 'Kind',
      choices: {
        vehicle: { zh: '整车园', en: 'Vehicle park' },
        parts: { zh: '特色零部件园', en: 'Parts park' },
        joint: { zh: '共建园区', en: 'Joint park' },
      },
    },
    segmentIds: { zh: '环节', en: 'Segments' },
    level: { zh: '级别', en: 'Level' },
    plannedAreaSquareKilometers: { zh: '规划面积（km²）', en: 'Planned area (km²)' },
    developedAreaSquareKilometers: { zh: '已开发面积（km²）', en: 'Developed area (km²)' },
    anchorCompanies: { zh: '链主与重点企业', en: 'Anchor firms' },
    officialStatus: { zh: '官方状态', en: 'Official status' },
    stage: {
      zh: '阶段',
      en: 'Stage',
      choices: {
        candidate: { zh: '候选', en: 'candidate' },
        creating: { zh: '创建中', en: 'being created' },
        recognised: { zh: '已认定', en: 'recognised' },
        operating: { zh: '运行', en: 'operating' },
        partner: { zh: '市外协作', en: 'partner' },
      },
    },
    stageDate: { zh: '阶段日期', en: 'Date of the stage' },
    stageSource: { zh: '阶段来源', en: 'Source of the stage' },
    district2025Zh: { zh: '2025 年后的区县', en: 'District since 2025' },
    note: NOTE,
    ...PLACED,
    districtZh: { zh: '区县', en: 'District' },
    ...KNOWN_FROM,
  },
  companies: {
    ...NAMES,
    unifiedCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    kind: {
      zh: '类别',
      en: 'Kind',
      choices: {
        oem: { zh: '整车', en: 'Vehicle maker' },
        tier1: { zh: '一级供应商', en: 'Tier 1' },
        tier2: { zh: '二级供应商', en: 'Tier 2' },
        material: { zh: '材料', en: 'Materials' },
      },
    },
    segmentIds: { zh: '环节', en: 'Segments' },
    productIds: { zh: '分类中的产品', en: 'Products of the taxonomy' },
    products: { zh: '产品', en: 'Products' },
    city: { zh: '城市', en: 'City' },
    parkId: { zh: '所在园区', en: 'Park' },
    certifications: { zh: '体系认证', en: 'Certifications' },
    district2025Zh: { zh: '2025 年后的区县', en: 'District since 2025' },
    note: NOTE,
    ...PLACED,
    districtZh: { zh: '区县', en: 'District' },
    ...KNOWN_FROM,
  },
  hubs: {
    ...NAMES,
    kind: {
      zh: '类别',
      en: 'Kind',
      choices: {
        port: { zh: '港口', en: 'Port' },
        rail: { zh: '铁路', en: 'Rail' },
        airport: { zh: '机场', en: 'Airport' },
        road: { zh: '公路', en: 'Road' },
      },
    },
    description: { zh: '内容', en: 'Content' },
    note: NOTE,
    ...PLACED,
    ...KNOWN_FROM,
  },
  links: {
    kind: {
      zh: '类别',
      en: 'Kind',
      choices: {
        industry: { zh: '产业配套', en: 'Industry supply' },
        park: { zh: '共建园区', en: 'Joint park' },
        technology: { zh: '技术创新', en: 'Technology' },
        talent: { zh: '人才培育', en: 'Talent' },
        market: { zh: '市场拓展', en: 'Market' },
      },
    },
    fromNameZh: { zh: '起点', en: 'From' },
    toNameZh: { zh: '终点', en: 'To' },
    description: { zh: '内容', en: 'Content' },
    year: { zh: '年份', en: 'Year' },
    fromIds: {
      zh: '起点编号（区县代码、园区或企业）',
      en: 'Ids of the start (district, park or firm)',
    },
    toIds: {
      zh: '终点编号（区县代码、园区或企业）',
      en: 'Ids of the end (district, park or firm)',
    },
    fromLevel: { zh: '起点级别', en: 'Level of the start' },
    toLevel: { zh: '终点级别', en: 'Level of the end' },
    endpointNote: { zh: '端点说明', en: 'Note on the ends' },
    ...KNOWN_FROM,
  },
  platforms: {
    ...NAMES,
    level: { zh: '级别', en: 'Level' },
    type: { zh: '类型', en: 'Type' },
    status: { zh: '状态', en: 'Status' },
    asOf: AS_OF,
    host: { zh: '依托单位', en: 'Host' },
    field: { zh: '领域', en: 'Field' },
    note: NOTE,
    ...PLACED,
    districtZh: { zh: '区县', en: 'District' },
    ...KNOWN_FROM,
  },
  'park-areas': {
    parkId: { zh: '所在园区', en: 'Park' },
    note: NOTE,
    ...KNOWN_FROM,
  },
  sites: {
    ...NAMES,
    areaHectares: { zh: '面积（公顷）', en: 'Area (ha)' },
    note: NOTE,
    source: { zh: '来源', en: 'Source' },
    confidence: CONFIDENCE,
  },
  targets: {
    targetId: { zh: '目标编号', en: 'Target number' },
    rowType: {
      zh: '条目类型',
      en: 'Kind of row',
      choices: {
        target: { zh: '目标', en: 'Target' },
        baseline: { zh: '基数', en: 'Baseline' },
        progress: { zh: '进展', en: 'Progress' },
        context: { zh: '背景', en: 'Context' },
      },
    },
    metricZh: { zh: '指标（中文）', en: 'Measure (Chinese)' },
    metricEn: { zh: '指标（英文）', en: 'Measure (English)' },
    value: { zh: '数值（照原文，如 624、300+、<30）', en: 'Value as published (624, 300+, <30)' },
    unit: { zh: '单位', en: 'Unit' },
    asOf: AS_OF,
    clauseZh: { zh: '条款原文', en: 'Wording of the clause' },
    note: NOTE,
    ...KNOWN_FROM,
  },
  'stage-criteria': {
    titleZh: { zh: '条件', en: 'Criterion (Chinese)' },
    titleEn: { zh: '条件（英文）', en: 'Criterion (English)' },
    testZh: { zh: '判定标准', en: 'Decided by (Chinese)' },
    testEn: { zh: '判定标准（英文）', en: 'Decided by (English)' },
    stage: {
      zh: '阶段',
      en: 'Stage',
      choices: {
        creating: { zh: '创建中', en: 'being created' },
        recognised: { zh: '已认定', en: 'recognised' },
        support: { zh: '旁证', en: 'supporting' },
      },
    },
    basis: {
      zh: '出自',
      en: 'Taken from',
      choices: {
        plan: { zh: '计划原文', en: 'the plan’s words' },
        borrowed: { zh: '参照其他办法', en: 'after another scheme' },
        reading: { zh: '本图研判', en: 'our assessment' },
      },
    },
    clauseZh: { zh: '条款原文', en: 'Wording of the clause' },
    note: NOTE,
    ...KNOWN_FROM,
  },
  'stage-evidence': {
    parkId: { zh: '所在园区', en: 'Park' },
    criterionId: { zh: '条件编号', en: 'Criterion' },
    verdict: {
      zh: '判断',
      en: 'Verdict',
      choices: {
        met: { zh: '符合，有依据', en: 'met, with evidence' },
        not: { zh: '不符合，有依据', en: 'not met, with evidence' },
        unknown: { zh: '未知', en: 'unknown' },
      },
    },
    evidenceZh: { zh: '依据', en: 'Evidence' },
    asOf: AS_OF,
    note: NOTE,
    ...KNOWN_FROM,
  },
  transformations: {
    companyId: { zh: '企业', en: 'Firm' },
    transformationStage: {
      zh: '转型阶段',
      en: 'Stage of transformation',
      choices: {
        none: { zh: '未开始', en: 'not begun' },
        planned: { zh: '已计划', en: 'planned' },
        building: { zh: '在建', en: 'being built' },
        producing: { zh: '已投产', en: 'producing' },
      },
    },
    asOf: AS_OF,
    note: NOTE,
    ...KNOWN_FROM,
  },
  'jit-practice': {
    partTypeZh: { zh: '零部件（中文）', en: 'Part (Chinese)' },
    partTypeEn: { zh: '零部件（英文）', en: 'Part (English)' },
    oemPlant: { zh: '整车厂', en: 'Vehicle plant' },
    supplier: { zh: '供应商', en: 'Supplier' },
    practice: {
      zh: '供货方式（JIS、JIT；可用“/”并列）',
      en: 'Delivery (JIS, JIT; several joined by “/”)',
    },
    distanceKilometers: { zh: '距离（公里）', en: 'Distance (km)' },
    travelMinutes: { zh: '车程（分钟）', en: 'Drive (minutes)' },
    orderToLineMinutes: {
      zh: '从指令到上线（分钟，照原文，如 120、210-540）',
      en: 'Order to line (minutes as published: 120, 210-540)',
    },
    deliveryWindowOrBuffer: { zh: '到货窗或缓冲', en: 'Delivery window or buffer' },
    sequencesOrVariants: { zh: '排序数或变型数', en: 'Sequences or variants' },
    rowKind: {
      zh: '条目类型',
      en: 'Kind of row',
      choices: {
        published: { zh: '公开报道', en: 'published' },
        planning_assumption: { zh: '规划假设', en: 'planning assumption' },
      },
    },
    asOf: AS_OF,
    note: NOTE,
    ...KNOWN_FROM,
  },
  'park-answers': {
    parkId: { zh: '园区', en: 'Park' },
    item: {
      zh: '问什么',
      en: 'What was asked',
      choices: {
        freeLandHectares: { zh: '可供工业用地（公顷）', en: 'Industrial land to be had (ha)' },
        powerMegavoltAmperes: { zh: '可供电力容量（兆伏安）', en: 'Power to be had (MVA)' },
        floorLoad: { zh: '厂房地面荷载（吨/平方米）', en: 'Floor load of the halls (t/m²)' },
        landPrice: { zh: '工业用地出让价（元/平方米）', en: 'Price of industrial land (yuan/m²)' },
        factoryRent: {
          zh: '标准厂房月租（元/平方米·月）',
          en: 'Monthly rent of standard halls (yuan/m²)',
        },
        gas: { zh: '管道天然气', en: 'Piped natural gas' },
        steam: { zh: '园区蒸汽', en: 'Steam of the park' },
        water: { zh: '工业用水', en: 'Industrial water' },
        wasteWater: { zh: '工业污水处理', en: 'Treatment of waste water' },
        chemicalPark: {
          zh: '化工园区或危化品许可',
          en: 'Chemical park or licence for hazardous goods',
        },
      },
    },
    state: {
      zh: '答复',
      en: 'Answer',
      choices: {
        stated: { zh: '填了数额', en: 'An amount' },
        there: { zh: '有', en: 'Yes' },
        absent: { zh: '没有', en: 'No' },
        building: { zh: '在建', en: 'Being built' },
        notKnown: { zh: '不清楚', en: 'Not known' },
      },
    },
    amount: { zh: '数额', en: 'Amount' },
    asOf: AS_OF,
    note: NOTE,
    ...KNOWN_FROM,
  },
  'product-inputs': {
    productId: { zh: '产品', en: 'Product' },
    inputZh: { zh: '投入（中文）', en: 'Input (Chinese)' },
    inputEn: { zh: '投入（英文）', en: 'Input (English)' },
    inputProductId: { zh: '投入属于哪个产品', en: 'The input is this product' },
    inputSegmentId: { zh: '只知环节时，属于哪个环节', en: 'Where only its segment is known' },
    costSharePercentLow: { zh: '占成本，低（%）', en: 'Share of the cost, low (%)' },
    costSharePercentHigh: { zh: '占成本，高（%）', en: 'Share of the cost, high (%)' },
    costShareBasis: { zh: '占比口径', en: 'What the share is of' },
    deliveryModeToPlant: { zh: '产品送整车厂的方式', en: 'How the product reaches a plant' },
    deliveryEvidence: { zh: '供货方式依据', en: 'What shows the delivery' },
    productBulky: {
      zh: '是否大件',
      en: 'Bulky',
      choices: {
        yes: { zh: '大件', en: 'yes' },
        medium: { zh: '中等', en: 'medium' },
        no: { zh: '不是', en: 'no' },
      },
    },
    productPackingNote: { zh: '包装', en: 'Packing' },
    productSpecialNeeds: { zh: '特殊需要', en: 'Special needs' },
    specialNeedsSource: { zh: '特殊需要的来源', en: 'Source of the special needs' },
    asOf: AS_OF,
    ...KNOWN_FROM,
  },
  'firm-products': {
    companyId: { zh: '企业', en: 'Firm' },
    productId: { zh: '产品', en: 'Product' },
    productText: PRODUCT_TEXT,
    capacityPerYear: { zh: '年产能', en: 'Capacity a year' },
    capacityUnit: { zh: '产能单位', en: 'Unit of the capacity' },
    sinceYear: { zh: '投产年份', en: 'Made since (year)' },
    note: NOTE,
    ...KNOWN_FROM,
  },
  certificates: {
    companyId: { zh: '企业', en: 'Firm' },
    standard: { zh: '标准或资质', en: 'Standard or qualification' },
    certificateNumber: { zh: '证书编号', en: 'Number of the certificate' },
    issuedBy: { zh: '发证机构', en: 'Issued by' },
    validUntil: { zh: '有效期至', en: 'Valid until' },
    note: NOTE,
    ...KNOWN_FROM,
  },
  'supply-relations': {
    fromCompanyId: { zh: '供应方', en: 'Supplier' },
    toCompanyId: { zh: '采购方', en: 'Customer' },
    productId: { zh: '产品', en: 'Product' },
    productText: PRODUCT_TEXT,
    relationStatus: {
      zh: '关系状态',
      en: 'State of the relation',
      choices: {
        known: { zh: '已有', en: 'known' },
        planned: { zh: '意向', en: 'planned' },
      },
    },
    asOf: AS_OF,
    note: NOTE,
    ...KNOWN_FROM,
  },
  prospects: {
    ...NAMES,
    segmentIds: { zh: '环节', en: 'Segments' },
    productIds: { zh: '分类中的产品', en: 'Products of the taxonomy' },
    companyId: { zh: '投资方（本图企业）', en: 'Investor, a firm known here' },
    investorName: { zh: '投资方（名称）', en: 'Investor by name' },
    investmentTenThousandYuan: { zh: '投资额（万元）', en: 'Investment (10,000 yuan)' },
    areaHectares: { zh: '面积（公顷）', en: 'Area (ha)' },
    stage: {
      zh: '阶段',
      en: 'Stage',
      choices: STAGE_WORDS,
    },
    talksDate: { zh: '洽谈日期', en: 'Talks since' },
    signedDate: { zh: '签约日期', en: 'Signed on' },
    buildingDate: { zh: '开工日期', en: 'Building since' },
    producingDate: { zh: '投产日期', en: 'Producing since' },
    responsibleSide: { zh: '责任单位', en: 'Responsible' },
    parkId: { zh: '拟落户园区', en: 'Park agreed' },
    siteId: { zh: '拟用地块', en: 'Site agreed' },
    note: NOTE,
    ...KNOWN_FROM,
  },
  tasks: {
    collection: { zh: '所在的表', en: 'Table of the row', choices: TABLES },
    rowId: { zh: '记录编号', en: 'Id of the row' },
    kind: {
      zh: '待补事项',
      en: 'What it wants',
      choices: {
        unsourced: { zh: '没有来源', en: 'no source' },
        old: { zh: '资料过时', en: 'out of date' },
        imprecise: { zh: '位置不精确', en: 'imprecise place' },
        contradictory: { zh: '互相矛盾', en: 'contradictory' },
        'address-lost': { zh: '来源网址失效', en: 'address of the source lost' },
      },
    },
    assignedTo: { zh: '承办单位', en: 'Assigned to' },
    dueDate: { zh: '办结期限', en: 'Due' },
    doneDate: { zh: '办结日期', en: 'Done on' },
    note: NOTE,
    source: KNOWN_FROM.source,
    confidence: CONFIDENCE,
  },
} as const satisfies { [Id in keyof typeof EDITABLE]?: TableWords<Id> }

export type ImportTableId = keyof typeof IMPORT_WORDS
export const IMPORT_TABLE_IDS = Object.keys(IMPORT_WORDS) as ImportTableId[]
