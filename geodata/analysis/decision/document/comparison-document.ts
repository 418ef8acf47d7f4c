// The whole answer of a comparison as a document of tables: who was compared, row by row, and what decides.
import {
  type Board,
  type Compared,
  pairsSheet,
  regretsSheet,
  roadTimesSheet,
  rowsSheet,
  valuesSheet,
  weightsSheet,
  winnersSheet,
} from '#geodata/analysis/decision/document/board-sheets.ts'
import {
  type Column,
  type DocumentLanguage,
  ends,
  said,
  sheetOf,
  tableOf,
} from '#geodata/analysis/siting/document/column.ts'
import { nameOf } from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { ComparedCandidate, ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Sheet, Workbook, WorkbookSheet } from '#geodata/formats/export/format.ts'
import { letterOf } from '#geodata/model/column-letter.ts'

const BOARDS: readonly Board[] = [
  rowsSheet,
  valuesSheet,
  weightsSheet,
  winnersSheet,
  regretsSheet,
  pairsSheet,
  roadTimesSheet,
]

const STANDING: Record<ComparedCandidate['standing'], Bilingual> = {
  ranked: { zh: '在排名内', en: 'ranked' },
  excluded: { zh: '已排除', en: 'left out' },
  outside: { zh: '不在问题范围', en: 'outside the question' },
  gone: { zh: '已删除', en: 'deleted' },
}

export function comparisonDocument(result: ComparisonResult, language: DocumentLanguage): Workbook {
  const { product, segment } = result.question
  const made = product ?? segment
  const compared = lettered(result)
  return {
    title: said({ zh: `比选：${made.zh}`, en: `Comparison: ${made.en}` }, language),
    sheets: [
      standingsSheet(result, language),
      ...BOARDS.map((board) => board(result, compared, language)),
      basisSheet(result, language),
    ],
  }
}

/** For a format of one table: every row of the comparison. */
export function comparisonTable(result: ComparisonResult, language: DocumentLanguage): Sheet {
  return tableOf(rowsSheet(result, lettered(result), language))
}

const lettered = ({ candidates }: ComparisonResult): Compared[] =>
  candidates.map((one, index) => ({
    id: one.id,
    letter: letterOf(index),
    name: nameOf(one),
  }))

function standingsSheet(result: ComparisonResult, language: DocumentLanguage): WorkbookSheet {
  type Line = { one: ComparedCandidate; letter: string }
  const columns: readonly Column<Line>[] = [
    { title: { zh: '字母', en: 'Letter' }, cell: ({ letter }) => letter },
    { title: { zh: '候选', en: 'Candidate' }, cell: ({ one }) => nameOf(one) },
    { title: { zh: '编号', en: 'Id' }, cell: ({ one }) => one.id },
    { title: { zh: '状态', en: 'Standing' }, cell: ({ one }) => STANDING[one.standing] },
    {
      title: { zh: '名次', en: 'Rank' },
      cell: ({ one }) => one.ranked?.rank ?? null,
      format: 'whole',
    },
    ...ends<Line>(
      { zh: '可能名次', en: 'Likely rank' },
      ({ one }) => one.ranked?.rankLikely ?? null,
      'whole',
    ),
    {
      title: { zh: '总分', en: 'Score' },
      cell: ({ one }) => one.ranked?.score.central ?? null,
      format: 'tenths',
    },
    ...ends<Line>(
      { zh: '可能总分', en: 'Likely score' },
      ({ one }) => one.ranked?.score.likely ?? null,
      'tenths',
    ),
    ...ends<Line>(
      { zh: '总分上下限', en: 'Bounds of the score' },
      ({ one }) => one.ranked && [one.ranked.score.low, one.ranked.score.high],
      'tenths',
    ),
    {
      title: FIRST_OF.all,
      cell: ({ one }) => one.ranked?.chanceFirst ?? null,
      format: 'share',
    },
    { title: { zh: '未排名的原因', en: 'Why it is not ranked' }, cell: ({ one }) => one.why },
  ]
  const letters = lettered(result)
  const rows = result.candidates.map((one, index) => ({
    one,
    letter: letters[index]?.letter ?? '',
  }))
  return sheetOf({ zh: '候选', en: 'Candidates' }, columns, rows, language)
}

/** On which data, roads and draws it stands; the hashes tell whether it still holds. */
function basisSheet({ basis, doubt, question }: ComparisonResult, language: DocumentLanguage) {
  type Line = { title: Bilingual; value: string | number | Bilingual | null }
  const { network, dataset, parametersHash } = basis
  const rows: Line[] = [
    { title: { zh: '产品', en: 'Product' }, value: question.product },
    { title: { zh: '环节', en: 'Segment' }, value: question.segment },
    { title: { zh: '路网', en: 'Roads' }, value: network.name },
    { title: { zh: '路网日期', en: 'Date of the roads' }, value: network.date },
    { title: { zh: '路网校验值', en: 'Hash of the roads' }, value: network.hash },
    { title: { zh: '数据校验值', en: 'Hash of the data' }, value: dataset.hash },
    { title: { zh: '问题校验值', en: 'Hash of the question' }, value: parametersHash },
    { title: { zh: '联合抽样次数', en: 'Joint draws' }, value: doubt.draws },
    { title: { zh: '随机种子', en: 'Seed' }, value: doubt.seed },
    { title: { zh: '可能范围所含份额', en: 'Share of a likely range' }, value: doubt.likelyShare },
  ]
  const columns: readonly Column<Line>[] = [
    { title: { zh: '项目', en: 'What' }, cell: ({ title }) => title },
    { title: { zh: '内容', en: 'Content' }, cell: ({ value }) => value },
  ]
  return sheetOf({ zh: '依据', en: 'Basis' }, columns, rows, language)
}
