// What is to be written into a column of a table, for example, and what if nothing is?
import { isDated, type Nameables } from '#geodata/analysis/importing/cell-value.ts'
import { choicesOf, type Language } from '#geodata/analysis/importing/choice-lists.ts'
import type { ImportColumn } from '#geodata/analysis/importing/import-column.ts'
import { unitsOf } from '#geodata/analysis/importing/units.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type ColumnGuide = {
  /** The words of the column with its unit in brackets, and a star where it has to be filled. */
  header: string
  /** In a row: a file may give it otherwise. */
  isRequired: boolean
  fits: string
  /** Any text. */
  isPlain: boolean
  /** What is taken where the cell is empty; '' where it has to be filled or nothing is. */
  ifEmpty: string
  /** As the header has it; '' is none. */
  unit: string
  example: string | number
}

/** What the import itself finds or asks for once, though the table requires it. */
const IF_EMPTY: Readonly<Record<string, Bilingual>> = {
  nameEn: { zh: '用中文名', en: 'the Chinese name' },
  city: { zh: '有位置的行按位置推得，无位置的行必填', en: 'from the place, where a row has one' },
  coordPrecision: {
    zh: '按坐标的小数位或地址判断',
    en: 'told from the coordinates or the address',
  },
  coordSource: {
    zh: '记下原坐标和坐标系，或依据的地址',
    en: 'the cells and their system, or the address',
  },
  districtZh: { zh: '按位置推得', en: 'from the place' },
  district2025Zh: { zh: '按位置推得', en: 'from the place' },
  source: { zh: '用导入时统一填写的来源', en: 'the source given for the whole file' },
  sourceClass: { zh: '用导入时统一填写的类别', en: 'the kind given for the whole file' },
  confidence: { zh: '用导入时统一填写的可信度', en: 'the confidence given for the whole file' },
  id: { zh: '作为新增的一行', en: 'a new row' },
}
/** Of these a row of its own is refused without; the others above are found. */
const STILL_REQUIRED = new Set(['city'])

export function columnGuide(
  column: ImportColumn,
  known: Nameables,
  language: Language,
): ColumnGuide {
  const isFound = column.name in IF_EMPTY && !STILL_REQUIRED.has(column.name)
  const isRequired = column.isRequired && !isFound
  const words = column.words[language]
  return {
    header: isRequired ? `${words}*` : words,
    isRequired,
    fits: fitsOf(column)[language],
    isPlain: fitsOf(column) === ANY_TEXT,
    ifEmpty: IF_EMPTY[column.name]?.[language] ?? '',
    unit: unitIn(column, words),
    example: exampleOf(column, known, language),
  }
}

/** 规划面积（km²） → km² */
function unitIn({ kind }: ImportColumn, words: string): string {
  if (kind !== 'number') return ''
  return /[(（]([^)）]+)[)）]/.exec(words)?.[1] ?? ''
}

const FITS: Readonly<Record<string, Bilingual>> = {
  id: {
    zh: '新增的行留空；要改已有的行，填导出文件里的编号',
    en: 'Empty for a new row; to change one that is there, its id as exports have it',
  },
  'place.first': {
    zh: '106.5167，或 106°31′00″。全表用同一种坐标系，导入时再确认是哪一种',
    en: '106.5167 or 106°31′00″. One system for the whole table; which one is asked at import',
  },
  'place.second': {
    zh: '29.5333，或 29°32′00″',
    en: '29.5333 or 29°32′00″',
  },
  'place.address': {
    zh: '没有坐标的行，按地址定到已知的园区、枢纽或区县',
    en: 'A row without coordinates is placed by it: at a known park, hub or district',
  },
  unifiedCode: {
    zh: '18 位统一社会信用代码，含校验位',
    en: 'The 18 characters of the unified social credit code',
  },
  value: {
    zh: '照原文写：624、300+、<30',
    en: 'As published: 624, 300+, <30',
  },
}

const ANY_TEXT: Bilingual = { zh: '文字', en: 'A text' }

const fitsOf = (column: ImportColumn): Bilingual => FITS[column.name] ?? fitsKind(column)

function fitsKind(column: ImportColumn): Bilingual {
  switch (column.kind) {
    case 'number': {
      const units = unitsOf(column.name).join('、')
      return units
        ? {
            zh: `数字；不写单位就按表头的单位，也可写：${units}`,
            en: `A number in the unit of the header, or with another: ${units}`,
          }
        : { zh: '数字', en: 'A number' }
    }
    case 'choice':
      return {
        zh: `选一：${column.choices.map(({ words }) => words.zh).join('、')}`,
        en: `One of: ${column.choices.map(({ words }) => words.en).join(', ')}`,
      }
    case 'segments':
    case 'products':
      return {
        zh: '分类里的名称（见下拉），几项用“、”隔开',
        en: 'Names of the taxonomy, as the list has them; several joined by “;”',
      }
    case 'segment':
    case 'product':
      return { zh: '分类里的名称（见下拉）', en: 'A name of the taxonomy, as the list has it' }
    case 'list':
      return { zh: '文字，几项用“、”隔开', en: 'Texts, several joined by “;”' }
    default:
      return isDated(column.name) ? DATE : otherText(column)
  }
}

const DATE: Bilingual = {
  zh: '公历日期：2025、2025-09 或 2025-09-30',
  en: 'A date: 2025, 2025-09 or 2025-09-30',
}

function otherText({ name, kind }: ImportColumn): Bilingual {
  if (kind !== 'text' && kind !== 'words') {
    return {
      zh: '已有的名称（见下拉）或编号',
      en: 'A name that is there, as the list has it, or its id',
    }
  }
  const isId = name.endsWith('Id') || name.endsWith('Ids')
  return isId
    ? { zh: '已有那一行的名称或编号', en: 'The name or the id of the row that is meant' }
    : ANY_TEXT
}

/** Invented, and said to be. */
const EXAMPLES: Readonly<Record<string, Bilingual | number>> = {
  id: { zh: '', en: '' },
  nameZh: { zh: '虚构电驱有限公司', en: '虚构电驱有限公司' },
  nameEn: { zh: 'Invented Drives', en: 'Invented Drives' },
  labelZh: { zh: '虚构', en: '虚构' },
  labelEn: { zh: 'Invented', en: 'Invented' },
  unifiedCode: { zh: '', en: '' },
  products: { zh: '驱动电机、电机控制器', en: 'drive motors; motor controllers' },
  city: { zh: '某市', en: '某市' },
  source: { zh: '虚构，仅作示例', en: 'invented, an example only' },
  unit: { zh: '家', en: 'firms' },
  value: { zh: '12', en: '12' },
  year: 2026,
  sinceYear: 2025,
  'place.first': 106.5167,
  'place.second': 29.5333,
  'place.address': { zh: '虚构路 1 号', en: '1 Invented Road' },
}

function exampleOf(column: ImportColumn, known: Nameables, language: Language): string | number {
  const given = EXAMPLES[column.name]
  if (given !== undefined) return typeof given === 'number' ? given : given[language]
  const [first] = choicesOf(column, known, language)
  if (first !== undefined) return first
  if (column.kind === 'number') return 12
  if (isDated(column.name)) return '2025-09-30'
  if (!column.isRequired) return ''
  return language === 'zh' ? '虚构' : 'invented'
}
