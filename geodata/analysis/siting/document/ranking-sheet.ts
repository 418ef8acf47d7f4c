// The ranking as a table: a candidate a row, every criterion with its value, likely range and source.

import {
  type Column,
  type DocumentLanguage,
  ends,
  sheetOf,
} from '#geodata/analysis/siting/document/column.ts'
import { joined, KIND, UNIT } from '#geodata/analysis/siting/document/words.ts'
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { WorkbookSheet } from '#geodata/formats/export/format.ts'

export type Candidate = SitingResult['ranking'][number]
type Criterion = SitingResult['criteria'][number]

export const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Bilingual => ({
  zh: nameZh,
  en: nameEn,
})

/** Where it stands, with what is likely and what is sure of it. */
export const STANDING_COLUMNS: readonly Column<Candidate>[] = [
  { title: { zh: '名次', en: 'Rank' }, cell: ({ rank }) => rank, format: 'whole' },
  { title: { zh: '候选', en: 'Candidate' }, cell: nameOf },
  { title: { zh: '编号', en: 'Id' }, cell: ({ id }) => id },
  { title: { zh: '类别', en: 'Kind' }, cell: ({ kind }) => KIND[kind] },
  { title: { zh: '总分', en: 'Score' }, cell: ({ score }) => score, format: 'tenths' },
  ...ends<Candidate>({ zh: '可能总分', en: 'Likely score' }, (one) => one.scoreLikely, 'tenths'),
  ...ends<Candidate>(
    { zh: '总分上下限', en: 'Bounds of the score' },
    ({ scoreLow, scoreHigh }) => [scoreLow, scoreHigh],
    'tenths',
  ),
  ...ends<Candidate>({ zh: '可能名次', en: 'Likely rank' }, (one) => one.rankLikely, 'whole'),
  ...ends<Candidate>(
    { zh: '名次上下限', en: 'Bounds of the rank' },
    ({ rankLow, rankHigh }) => [rankLow, rankHigh],
    'whole',
  ),
  {
    title: FIRST_OF.all,
    cell: ({ chanceFirst }) => chanceFirst,
    format: 'share',
  },
  {
    title: { zh: '进前三的可能', en: 'Chance of the first three' },
    cell: ({ chanceTopThree }) => chanceTopThree,
    format: 'share',
  },
  {
    title: { zh: '组（同组难分先后）', en: 'Group (not to be told apart)' },
    cell: ({ group }) => group,
    format: 'whole',
  },
]

export function rankingSheet(result: SitingResult, language: DocumentLanguage): WorkbookSheet {
  return sheetOf(
    { zh: '排名', en: 'Ranking' },
    [
      ...STANDING_COLUMNS,
      ...result.criteria.flatMap(columnsOf),
      { title: { zh: '疑问', en: 'Doubts' }, cell: ({ flags }) => joined(flags) },
      { title: { zh: '经度', en: 'Longitude' }, cell: ({ lngLat }) => lngLat[0] },
      { title: { zh: '纬度', en: 'Latitude' }, cell: ({ lngLat }) => lngLat[1] },
    ],
    result.ranking,
    language,
  )
}

function columnsOf({ id, title, unit }: Criterion): Column<Candidate>[] {
  const termOf = ({ terms }: Candidate): SitingTerm | undefined =>
    terms.find(({ criterion }) => criterion === id)
  const named = (zh: string, en: string) => ({ zh: `${title.zh}${zh}`, en: `${title.en}${en}` })
  return [
    {
      title: named(`，${UNIT[unit].zh}`, `, ${UNIT[unit].en}`),
      cell: (one) => termOf(one)?.raw ?? null,
      format: 'hundredths',
    },
    ...ends<Candidate>(
      named('：可能', ': likely'),
      (one) => termOf(one)?.rawLikely ?? null,
      'hundredths',
    ),
    {
      title: named('：得分', ': points'),
      cell: (one) => termOf(one)?.contribution ?? null,
      format: 'tenths',
    },
    { title: named('：来源', ': source'), cell: (one) => termOf(one)?.source ?? null },
  ]
}
