// On what does the answer stand? What is assumed, and every source once, with where it is used.
import {
  type Column,
  type DocumentLanguage,
  sheetOf,
} from '#geodata/analysis/siting/document/column.ts'
import { BASED_ON } from '#geodata/analysis/siting/document/words.ts'
import type { DoubtAssumption } from '#geodata/contract/processes/doubt.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { ExportCell, WorkbookSheet } from '#geodata/formats/export/format.ts'

type Assumed = {
  text: Bilingual
  value: ExportCell
  high: ExportCell
  unit: string | Bilingual
  kind: 'documented' | 'assumption'
  source: string | Bilingual
}

const DOUBT_UNIT: Record<DoubtAssumption['unit'], Bilingual> = {
  disc: { zh: '精度圆', en: 'disc of its precision' },
  factor: { zh: '倍', en: 'times' },
  chance: { zh: '可能性', en: 'chance' },
  documented: { zh: '有据的上下限', en: 'documented ends' },
  value: { zh: '价值', en: 'value' },
}

const ASSUMED: readonly Column<Assumed>[] = [
  { title: { zh: '假定', en: 'Assumed' }, cell: ({ text }) => text },
  { title: { zh: '取值（或低）', en: 'Value, or low end' }, cell: ({ value }) => value },
  { title: { zh: '高', en: 'High end' }, cell: ({ high }) => high },
  { title: { zh: '单位', en: 'Unit' }, cell: ({ unit }) => unit },
  { title: { zh: '有据或假定', en: 'Documented or assumed' }, cell: ({ kind }) => BASED_ON[kind] },
  { title: { zh: '来源或理由', en: 'Source or reason' }, cell: ({ source }) => source },
]

export function assumptionsSheet(
  { assumptions, doubt }: SitingResult,
  language: DocumentLanguage,
): WorkbookSheet {
  const rows: Assumed[] = [
    ...assumptions.map((one) => ({ ...one, high: null })),
    ...doubt.assumptions.map(({ title, low, high, unit, reason }) => ({
      text: title,
      value: low,
      high,
      unit: DOUBT_UNIT[unit],
      kind: unit === 'documented' ? ('documented' as const) : ('assumption' as const),
      source: reason,
    })),
  ]
  return sheetOf({ zh: '假定', en: 'Assumptions' }, ASSUMED, rows, language)
}

type Cited = { source: string; uses: Set<string>; titles: Bilingual[]; count: number }

const CITED: readonly Column<Cited>[] = [
  { title: { zh: '来源', en: 'Source' }, cell: ({ source }) => source },
  {
    title: { zh: '用于', en: 'Used for' },
    cell: ({ titles }) => ({
      zh: titles.map(({ zh }) => zh).join('、'),
      en: titles.map(({ en }) => en).join(', '),
    }),
  },
  { title: { zh: '引用次数', en: 'Times' }, cell: ({ count }) => count, format: 'whole' },
]

export function sourcesSheet(result: SitingResult, language: DocumentLanguage): WorkbookSheet {
  const cited = new Map<string, Cited>()
  const cite = (text: string, use: Bilingual) => {
    for (const source of text.split(';').map((part) => part.trim())) {
      if (source === '') continue
      const one = cited.get(source) ?? { source, uses: new Set(), titles: [], count: 0 }
      cited.set(source, one)
      one.count += 1
      if (one.uses.has(use.zh)) continue
      one.uses.add(use.zh)
      one.titles.push(use)
    }
  }
  const { criteria, needs, ranking, excluded, offered, assumptions } = result
  for (const { terms, needs: found } of ranking) {
    for (const term of terms) {
      const criterion = criteria.find(({ id }) => id === term.criterion)
      if (criterion) cite(term.source, criterion.title)
    }
    for (const { id, source } of found) cite(source, titleOf(needs, id))
  }
  for (const { against } of excluded) {
    for (const { id, source } of against) cite(source, titleOf(needs, id))
  }
  for (const { source, title } of offered.inputs) {
    cite(source, { zh: `投入：${title.zh}`, en: `Input: ${title.en}` })
  }
  for (const { source, text } of assumptions) cite(source, text)
  return sheetOf({ zh: '来源', en: 'Sources' }, CITED, [...cited.values()], language)
}

function titleOf(needs: SitingResult['needs'], needId: string): Bilingual {
  return needs.find(({ id }) => id === needId)?.title ?? { zh: needId, en: needId }
}
