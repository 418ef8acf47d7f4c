// Which columns may the file of a table have? Read off the contract, with the names people give them.
import { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { type Field, fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import {
  type FieldWords,
  IMPORT_WORDS,
  type ImportTableId,
} from '#geodata/contract/importing/field-words.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type ImportColumn = {
  /** The property that the column fills, or one of those of places. */
  name: string
  words: Bilingual
  /** What else people call it. */
  also: readonly string[]
  /** `place`: a column of coordinates or of an address, from which the place is made. */
  kind: Field['kind'] | 'place'
  choices: readonly { value: string; words: Bilingual }[]
  isRequired: boolean
}

/** By property; the words of the contract are known beside them. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  nameZh: [
    '名称',
    '项目名称',
    '企业名称',
    '企业全称',
    '公司名称',
    '单位名称',
    '园区名称',
    '平台名称',
    '枢纽名称',
    '地块名称',
    '企业',
    'name',
    'name_zh',
  ],
  nameEn: ['英文名称', 'english name', 'name_en'],
  labelZh: ['简称', '短名'],
  unifiedCode: [
    '社会信用代码',
    '信用代码',
    '统一信用代码',
    '统一代码',
    'uscc',
    'credit code',
    'unified code',
    'unified_code',
  ],
  kind: ['类型', '企业类型', '企业类别', '层级'],
  role: ['园区类型', '定位'],
  segmentIds: ['所属环节', '产业环节', '产业链环节', '细分领域', 'segment'],
  productIds: ['产品编码', '标准产品'],
  products: ['主要产品', '主营产品', '产品名称', '主导产品', 'product'],
  city: ['所在市', '所属市', '市'],
  districtZh: ['所在区县', '所属区县', '行政区', '所在区', '区', '县区', '区（县）', 'district'],
  district2025Zh: [],
  parkId: ['园区', '所属园区', '入驻园区', '园区名称', 'park'],
  companyId: ['企业名称', '公司名称', 'company'],
  certifications: ['认证', '资质', '质量体系'],
  productId: ['产品编码', '标准产品', '产品分类'],
  productText: ['产品名称', '主要产品', '产品描述', '配套产品', '供应产品', 'product'],
  capacityPerYear: ['产能', '设计产能', '年设计产能', 'capacity'],
  capacityUnit: ['计量单位', '单位'],
  sinceYear: ['起始年份', '投产年', '量产年份', '投产时间'],
  standard: ['证书名称', '认证名称', '认证标准', '资质名称', '证书类型', '认证体系', 'certificate'],
  certificateNumber: ['证书号', '证书号码', '注册号', 'certificate no'],
  issuedBy: ['发证单位', '认证机构', '颁发机构', '发证机关', 'issuer'],
  validUntil: ['有效期', '到期日期', '截止日期', '有效日期', '到期时间', 'expiry'],
  fromCompanyId: ['供应商', '供货方', '供应企业', '上游企业', '配套企业', 'supplier', 'from'],
  toCompanyId: ['客户', '需方', '采购企业', '下游企业', '主机厂', '整车厂', 'customer', 'to'],
  relationStatus: ['状态', '合作状态', '供货状态', '配套状态'],
  investorName: ['投资方', '投资主体', '投资企业', '投资商', 'investor'],
  investmentTenThousandYuan: ['投资', '投资额', '总投资', '计划投资', '投资总额', 'investment'],
  talksDate: ['洽谈时间', '接洽日期'],
  signedDate: ['签约时间', '签约日'],
  buildingDate: ['开工时间', '动工日期'],
  producingDate: ['投产时间', '预计投产时间'],
  responsibleSide: ['责任部门', '牵头单位', '负责单位', '跟进单位', '责任人'],
  collection: ['表', '数据表', '类别'],
  rowId: ['记录', '对象编号'],
  assignedTo: ['承办部门', '责任单位', '责任方', '负责单位', '办理单位'],
  dueDate: ['截止日期', '完成时限', '办理期限', '期限', 'due date'],
  doneDate: ['完成日期', '完成时间', '办结时间'],
  note: ['备注', '注', 'remark', 'remarks', 'notes'],
  level: ['等级', '层级'],
  plannedAreaSquareKilometers: ['规划面积', '总面积', 'planned area'],
  developedAreaSquareKilometers: ['已开发面积', '建成面积', '建成区面积'],
  areaHectares: ['面积', '用地面积', '占地面积', 'area'],
  anchorCompanies: ['链主企业', '重点企业', '龙头企业', '骨干企业'],
  officialStatus: ['批复情况', '认定情况'],
  stage: ['建设阶段', '当前阶段'],
  stageDate: ['认定时间', '批复时间'],
  description: ['简介', '描述', '合作内容'],
  host: ['依托', '建设单位', '承担单位'],
  type: ['平台类型', '类别'],
  field: ['研究方向', '技术领域'],
  status: ['建设情况', '进展'],
  asOf: ['日期', '时间', '截至日期', '统计时间', 'date'],
  year: ['年度'],
  fromNameZh: ['甲方', '一端'],
  toNameZh: ['乙方', '另一端'],
  value: ['数值', '指标值', '完成值'],
  unit: ['计量单位'],
  metricZh: ['指标', '指标名称'],
  clauseZh: ['原文', '条款'],
  source: ['数据来源', '资料来源', '出处', '填报单位'],
  confidence: ['可信程度', '把握'],
  coordPrecision: ['精度', '坐标精度'],
  coordSource: ['坐标出处', '定位方式'],
}

/** Columns that make the place of a row; east and north in whichever order and system. */
const PLACE_COLUMNS: readonly ImportColumn[] = [
  placeColumn('first', { zh: '经度', en: 'Longitude' }, [
    '东经',
    '横坐标',
    'x',
    'x坐标',
    '坐标x',
    'lng',
    'lon',
    'long',
    'easting',
    '东坐标',
    '经度坐标',
  ]),
  placeColumn('second', { zh: '纬度', en: 'Latitude' }, [
    '北纬',
    '纵坐标',
    'y',
    'y坐标',
    '坐标y',
    'lat',
    'northing',
    '北坐标',
    '纬度坐标',
  ]),
  placeColumn('both', { zh: '坐标', en: 'Coordinates' }, [
    '经纬度',
    '坐标点',
    '地理坐标',
    '位置坐标',
    'location',
    'lnglat',
    'latlng',
    'point',
    'wkt',
  ]),
  placeColumn('address', { zh: '地址', en: 'Address' }, [
    '详细地址',
    '注册地址',
    '厂址',
    '厂区地址',
    '企业地址',
    '通讯地址',
    '所在地',
    '地点',
    'address',
  ]),
]

function placeColumn(name: string, words: Bilingual, also: readonly string[]): ImportColumn {
  return { name: `place.${name}`, words, also, kind: 'place', choices: [], isRequired: false }
}

/** The id by which a row came out and comes back. */
const ID_COLUMN: ImportColumn = {
  name: 'id',
  words: { zh: '编号', en: 'Id' },
  also: ['id', '编码', '代码'],
  kind: 'text',
  choices: [],
  isRequired: false,
}

/** Required of a row, and known by its Chinese name or its place where the file does not say it. */
const FOLLOWS = new Set(['nameEn', 'city', 'coordPrecision'])

const known = new Map<ImportTableId, readonly ImportColumn[]>()

/** Every column of the table, in the order of the contract; then those of places, where it has any. */
export function columnsOf(table: ImportTableId): readonly ImportColumn[] {
  const found = known.get(table) ?? readColumns(table)
  known.set(table, found)
  return found
}

function readColumns(table: ImportTableId): ImportColumn[] {
  const words: Readonly<Record<string, FieldWords>> = IMPORT_WORDS[table]
  const fields = fieldsOf(table).map(({ name, kind, choices, required }): ImportColumn => {
    const called = words[name] ?? { zh: name, en: name }
    return {
      name,
      words: { zh: called.zh, en: called.en },
      also: ALSO[name] ?? [],
      kind,
      choices: choices.map((value) => ({
        value,
        words: called.choices?.[value] ?? { zh: value, en: value },
      })),
      isRequired: required && !FOLLOWS.has(name),
    }
  })
  const hasPoints = EDITABLE[table].layer === 'POINT'
  return [ID_COLUMN, ...fields, ...(hasPoints ? PLACE_COLUMNS : [])]
}
