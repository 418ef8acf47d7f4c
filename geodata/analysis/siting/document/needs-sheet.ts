// How does every candidate stand to what was asked of it? Those left out stand there too, with what they fail.
import {
  type Column,
  type DocumentLanguage,
  ends,
  sheetOf,
} from '#geodata/analysis/siting/document/column.ts'
import { nameOf } from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { STANDING } from '#geodata/analysis/siting/document/words.ts'
import { NEED_UNIT } from '#geodata/analysis/siting/need-unit.ts'
import type { NeedFound, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { WorkbookSheet } from '#geodata/formats/export/format.ts'

type NeedRow = {
  candidate: { id: string; nameZh: string; nameEn: string }
  rank: number | null
  need: SitingResult['needs'][number] | undefined
  found: NeedFound
}

const COLUMNS: readonly Column<NeedRow>[] = [
  {
    title: { zh: '名次', en: 'Rank' },
    cell: ({ rank }) => rank ?? { zh: '已排除', en: 'left out' },
  },
  { title: { zh: '候选', en: 'Candidate' }, cell: ({ candidate }) => nameOf(candidate) },
  { title: { zh: '编号', en: 'Id' }, cell: ({ candidate }) => candidate.id },
  { title: { zh: '要求', en: 'Need' }, cell: ({ need, found }) => need?.title ?? found.id },
  { title: { zh: '数量', en: 'Amount' }, cell: ({ need }) => need?.amount ?? null },
  {
    title: { zh: '单位', en: 'Unit' },
    cell: ({ need }) => (need?.unit && need.amount !== null ? NEED_UNIT[need.unit] : null),
  },
  {
    title: { zh: '必须或期望', en: 'Must or wish' },
    cell: ({ found }) => (found.isHard ? { zh: '必须', en: 'must' } : { zh: '期望', en: 'wish' }),
  },
  { title: { zh: '结论', en: 'Finding' }, cell: ({ found }) => STANDING[found.standing] },
  {
    title: { zh: '满足的可能', en: 'Chance that it is met' },
    cell: ({ found }) => found.chance,
    format: 'share',
  },
  ...ends<NeedRow>({ zh: '可能', en: 'Likely' }, ({ found }) => found.likely, 'hundredths'),
  ...ends<NeedRow>(
    { zh: '上下限', en: 'Bounds' },
    ({ found }) => [found.low, found.high],
    'hundredths',
  ),
  { title: { zh: '所据', en: 'What is known' }, cell: ({ found }) => found.told },
  { title: { zh: '来源', en: 'Source' }, cell: ({ found }) => found.source },
]

export function needsSheet(
  { ranking, excluded, needs }: SitingResult,
  language: DocumentLanguage,
): WorkbookSheet {
  const rowOf = (candidate: NeedRow['candidate'], rank: number | null) => (found: NeedFound) => ({
    candidate,
    rank,
    need: needs.find(({ id }) => id === found.id),
    found,
  })
  const rows = [
    ...ranking.flatMap((one) => one.needs.map(rowOf(one, one.rank))),
    ...excluded.flatMap((one) => one.against.map(rowOf(one, null))),
  ]
  return sheetOf({ zh: '要求', en: 'Needs' }, COLUMNS, rows, language)
}
