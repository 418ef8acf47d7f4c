// Every term of every candidate as a row: what was measured, what it is worth, how sure, and from where.

import type { Beside, Placed } from '#geodata/analysis/siting/document/beside.ts'
import {
  type Column,
  type DocumentLanguage,
  ends,
  sheetOf,
  tableOf,
} from '#geodata/analysis/siting/document/column.ts'
import {
  type Candidate,
  nameOf,
  STANDING_COLUMNS,
} from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { CONFIDENCE, PRECISION, UNIT, UNKNOWN } from '#geodata/analysis/siting/document/words.ts'
import type { SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Sheet, WorkbookSheet } from '#geodata/formats/export/format.ts'

type TermRow = {
  candidate: Candidate
  criterion: SitingResult['criteria'][number]
  term: SitingTerm
  placed: Placed | null
}

const WHOSE: readonly Column<TermRow>[] = [
  { title: { zh: '名次', en: 'Rank' }, cell: ({ candidate }) => candidate.rank, format: 'whole' },
  { title: { zh: '候选', en: 'Candidate' }, cell: ({ candidate }) => nameOf(candidate) },
  { title: { zh: '编号', en: 'Id' }, cell: ({ candidate }) => candidate.id },
]

const MEASURED: readonly Column<TermRow>[] = [
  { title: { zh: '条件', en: 'Criterion' }, cell: ({ criterion }) => criterion.title },
  { title: { zh: '条件编号', en: 'Criterion id' }, cell: ({ term }) => term.criterion },
  { title: { zh: '实测', en: 'Measured' }, cell: ({ term }) => term.raw, format: 'hundredths' },
  { title: { zh: '单位', en: 'Unit' }, cell: ({ term }) => UNIT[term.unit] },
  ...ends<TermRow>({ zh: '可能', en: 'Likely' }, ({ term }) => term.rawLikely, 'hundredths'),
  ...ends<TermRow>(
    { zh: '上下限', en: 'Bounds' },
    ({ term }) => [term.rawLow, term.rawHigh],
    'hundredths',
  ),
]

const WORTH: readonly Column<TermRow>[] = [
  {
    title: { zh: '价值（0 到 1）', en: 'Value (0 to 1)' },
    cell: ({ term }) => term.value,
    format: 'hundredths',
  },
  ...ends<TermRow>({ zh: '可能价值', en: 'Likely value' }, ({ term }) => term.valueLikely),
  ...ends<TermRow>({ zh: '价值上下限', en: 'Bounds of the value' }, ({ term }) => [
    term.valueLow,
    term.valueHigh,
  ]),
  { title: { zh: '权重', en: 'Weight' }, cell: ({ term }) => term.weight, format: 'share' },
  { title: { zh: '得分', en: 'Points' }, cell: ({ term }) => term.contribution, format: 'tenths' },
  ...ends<TermRow>(
    { zh: '可能得分', en: 'Likely points' },
    ({ term }) => term.contributionLikely,
    'tenths',
  ),
  ...ends<TermRow>(
    { zh: '得分上下限', en: 'Bounds of the points' },
    ({ term }) => [term.contributionLow, term.contributionHigh],
    'tenths',
  ),
]

const WHENCE: readonly Column<TermRow>[] = [
  { title: { zh: '来源', en: 'Source' }, cell: ({ term }) => term.source },
  {
    title: { zh: '最早资料日期', en: 'Oldest date' },
    cell: ({ term }) => term.asOf?.oldest ?? UNKNOWN,
  },
  {
    title: { zh: '最近资料日期', en: 'Newest date' },
    cell: ({ term }) => term.asOf?.newest ?? UNKNOWN,
  },
  {
    title: { zh: '候选的可信度', en: 'Confidence of the candidate' },
    cell: ({ placed }) => (placed ? CONFIDENCE[placed.confidence] : null),
  },
  {
    title: { zh: '候选的位置精度', en: 'Precision of its place' },
    cell: ({ placed }) => (placed?.precision ? PRECISION[placed.precision] : null),
  },
  { title: { zh: '未知的原因', en: 'Why it is not known' }, cell: ({ term }) => term.reason },
]

export function termsSheet(
  result: SitingResult,
  placedOf: Beside['placedOf'],
  language: DocumentLanguage,
): WorkbookSheet {
  const columns = [...WHOSE, ...MEASURED, ...WORTH, ...WHENCE]
  return sheetOf({ zh: '各项', en: 'Terms' }, columns, rowsOf(result, placedOf), language)
}

/** The same for a format of one table: every row begins with where its candidate stands. */
export function standingsAndTerms(
  result: SitingResult,
  placedOf: Beside['placedOf'],
  language: DocumentLanguage,
): Sheet {
  const standing = STANDING_COLUMNS.map(
    ({ cell, ...column }): Column<TermRow> => ({
      ...column,
      cell: ({ candidate }) => cell(candidate),
    }),
  )
  const columns = [...standing, ...MEASURED, ...WORTH, ...WHENCE]
  return tableOf(sheetOf({ zh: '各项', en: 'Terms' }, columns, rowsOf(result, placedOf), language))
}

function rowsOf({ ranking, criteria }: SitingResult, placedOf: Beside['placedOf']): TermRow[] {
  return ranking.flatMap((candidate) =>
    candidate.terms.flatMap((term) => {
      const criterion = criteria.find(({ id }) => id === term.criterion)
      return criterion ? [{ candidate, criterion, term, placed: placedOf(candidate.id) }] : []
    }),
  )
}

/** What a weight and a measured value make of it: value 1 at `best`, 0 at `worst`, linear between. */
export function criteriaSheet(
  { criteria }: SitingResult,
  language: DocumentLanguage,
): WorkbookSheet {
  const columns: Column<SitingResult['criteria'][number]>[] = [
    { title: { zh: '条件', en: 'Criterion' }, cell: ({ title }) => title },
    { title: { zh: '条件编号', en: 'Criterion id' }, cell: ({ id }) => id },
    { title: { zh: '单位', en: 'Unit' }, cell: ({ unit }) => UNIT[unit] },
    { title: { zh: '满分处', en: 'Full value at' }, cell: ({ best }) => best },
    { title: { zh: '零分处', en: 'No value at' }, cell: ({ worst }) => worst },
    { title: { zh: '权重', en: 'Weight' }, cell: ({ weight }) => weight, format: 'share' },
    {
      title: { zh: '默认权重', en: 'Default weight' },
      cell: ({ defaultShare }) => defaultShare,
      format: 'share',
    },
  ]
  return sheetOf({ zh: '条件与权重', en: 'Criteria and weights' }, columns, criteria, language)
}
