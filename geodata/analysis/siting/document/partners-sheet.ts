// To whom is every candidate timed, and in how many truck minutes? Plants, makers of inputs, the nearest hub.
import {
  type Column,
  type DocumentLanguage,
  ends,
  sheetOf,
} from '#geodata/analysis/siting/document/column.ts'
import { type Candidate, nameOf } from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { joined, MAKES } from '#geodata/analysis/siting/document/words.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { WorkbookSheet } from '#geodata/formats/export/format.ts'

type PartnerRow = {
  candidate: Candidate
  role: Bilingual
  partner: Candidate['plants'][number]
  serves: Candidate['suppliers'][number]['serves']
}

const PLANT = { zh: '整车厂', en: 'vehicle plant' }
const SUPPLIER = { zh: '上游企业', en: 'supplier' }
const HUB = { zh: '港口或铁路站', en: 'port or rail terminal' }

const minutes = (seconds: number | undefined) => (seconds === undefined ? null : seconds / 60)

const COLUMNS: readonly Column<PartnerRow>[] = [
  { title: { zh: '名次', en: 'Rank' }, cell: ({ candidate }) => candidate.rank, format: 'whole' },
  { title: { zh: '候选', en: 'Candidate' }, cell: ({ candidate }) => nameOf(candidate) },
  { title: { zh: '编号', en: 'Id' }, cell: ({ candidate }) => candidate.id },
  { title: { zh: '对象', en: 'To' }, cell: ({ role }) => role },
  { title: { zh: '名称', en: 'Name' }, cell: ({ partner }) => nameOf(partner) },
  { title: { zh: '对象编号', en: 'Its id' }, cell: ({ partner }) => partner.id },
  {
    title: { zh: '卡车分钟', en: 'Truck minutes' },
    cell: ({ partner }) => minutes(partner.duration?.centralSeconds),
    format: 'tenths',
  },
  ...ends<PartnerRow>(
    { zh: '可能', en: 'Likely' },
    ({ partner }) => partner.likelyMinutes,
    'tenths',
  ),
  ...ends<PartnerRow>(
    { zh: '上下限', en: 'Bounds' },
    ({ partner: { duration } }) =>
      duration && [minutes(duration.lowSeconds), minutes(duration.highSeconds)],
    'tenths',
  ),
  {
    title: { zh: '供应哪项投入', en: 'Serves which input' },
    cell: ({ serves }) => joined(serves.map(({ title }) => title)),
  },
  {
    title: { zh: '依据', en: 'On what ground' },
    cell: ({ serves }) => joined(serves.map(({ basis }) => MAKES[basis])),
  },
]

export function partnersSheet(
  { ranking }: SitingResult,
  language: DocumentLanguage,
): WorkbookSheet {
  const rows = ranking.flatMap((candidate): PartnerRow[] => [
    ...candidate.plants.map((partner) => ({ candidate, role: PLANT, partner, serves: [] })),
    ...candidate.suppliers.map(({ serves, ...partner }) => ({
      candidate,
      role: SUPPLIER,
      partner,
      serves,
    })),
    ...(candidate.nearestHub
      ? [{ candidate, role: HUB, partner: candidate.nearestHub, serves: [] }]
      : []),
  ])
  return sheetOf({ zh: '往来时间', en: 'Ways' }, COLUMNS, rows, language)
}
