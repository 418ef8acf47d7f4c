// What was asked, and on which data, roads and draws does the answer stand? The hashes tell whether it still holds.

import type { Credit } from '#geodata/analysis/siting/document/beside.ts'
import {
  type Column,
  type DocumentLanguage,
  sheetOf,
} from '#geodata/analysis/siting/document/column.ts'
import { nameOf } from '#geodata/analysis/siting/document/ranking-sheet.ts'
import { joined, UNKNOWN } from '#geodata/analysis/siting/document/words.ts'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { ExportCell, WorkbookSheet } from '#geodata/formats/export/format.ts'

type Line = { title: Bilingual; value: ExportCell | Bilingual }

const COLUMNS: readonly Column<Line>[] = [
  { title: { zh: '项目', en: 'What' }, cell: ({ title }) => title },
  { title: { zh: '内容', en: 'Content' }, cell: ({ value }) => value },
]

/** A spreadsheet's cell takes no longer text. */
const LONGEST_CELL = 32_000

export function questionSheet(
  result: SitingResult,
  asked: SitingInputs,
  credits: readonly Credit[],
  language: DocumentLanguage,
): WorkbookSheet {
  const lines = [
    ...questionLines(result, asked),
    ...basisLines(result),
    ...credits.map(({ title, licence }) => ({
      title: { zh: '资料署名', en: 'Credit' },
      value: { zh: `${title.zh}（${licence}）`, en: `${title.en} (${licence})` },
    })),
    ...result.notices.map((value) => ({ title: { zh: '提示', en: 'Note' }, value })),
    ...sentLines(asked),
  ]
  return sheetOf({ zh: '问题与依据', en: 'Question and basis' }, COLUMNS, lines, language)
}

function questionLines(
  { question, offered, ranking, excluded }: SitingResult,
  asked: SitingInputs,
) {
  const { product, segment, matchedBy } = question
  const customers = offered.plants.filter(({ isCustomer }) => isCustomer)
  const lines: Line[] = [
    { title: { zh: '产品', en: 'Product' }, value: product ?? { zh: '未指定', en: 'none named' } },
    { title: { zh: '环节', en: 'Segment' }, value: segment },
    {
      title: { zh: '同行与上游按', en: 'Firms are matched by' },
      value:
        matchedBy === 'product' ? { zh: '产品', en: 'product' } : { zh: '环节', en: 'segment' },
    },
    {
      title: { zh: '年产量（件）', en: 'Units a year' },
      value: asked.annualUnits ?? UNKNOWN,
    },
    {
      title: { zh: '客户（整车厂）', en: 'Customers (vehicle plants)' },
      value: joined(customers.map(nameOf)),
    },
    {
      title: { zh: '整车厂窗口（分钟）', en: 'Window to plants, minutes' },
      value: asked.plantWindowMinutes,
    },
    {
      title: { zh: '集群半径（分钟）', en: 'Cluster radius, minutes' },
      value: asked.clusterMinutes,
    },
    { title: { zh: '候选数', en: 'Candidates' }, value: ranking.length },
    { title: { zh: '已排除', en: 'Left out' }, value: excluded.length },
  ]
  return lines
}

function basisLines({ basis, doubt }: SitingResult): Line[] {
  const { network, dataset, parametersHash, profile } = basis
  return [
    { title: { zh: '路网', en: 'Roads' }, value: network.name },
    { title: { zh: '路网日期', en: 'Date of the roads' }, value: network.date || UNKNOWN },
    { title: { zh: '路网校验值', en: 'Hash of the roads' }, value: network.hash },
    { title: { zh: '数据校验值', en: 'Hash of the data' }, value: dataset.hash },
    { title: { zh: '数据所在文件夹', en: 'Folder of the data' }, value: dataset.builtFrom },
    { title: { zh: '问题校验值', en: 'Hash of the question' }, value: parametersHash },
    {
      title: { zh: '车辆', en: 'Vehicle' },
      value: profile === 'truck' ? { zh: '卡车', en: 'truck' } : profile,
    },
    { title: { zh: '抽样次数', en: 'Draws' }, value: doubt.draws },
    { title: { zh: '随机种子', en: 'Seed' }, value: doubt.seed },
    {
      title: { zh: '可能范围所含抽样', en: 'Draws within a likely range' },
      value: doubt.likelyShare,
    },
  ]
}

/** The question as programs send it, so that it can be asked again. */
function sentLines(asked: SitingInputs): Line[] {
  const text = JSON.stringify(asked)
  return Array.from({ length: Math.ceil(text.length / LONGEST_CELL) }, (_, part) => ({
    title: { zh: '问题（JSON）', en: 'Question (JSON)' },
    value: text.slice(part * LONGEST_CELL, (part + 1) * LONGEST_CELL),
  }))
}
