// The work on the data as a table: a row a field in which a weakness shows.
import {
  type Column,
  type DocumentLanguage,
  sheetOf,
} from '#geodata/analysis/siting/document/column.ts'
import { isEditable } from '#geodata/contract/editable/editable.ts'
import type { TaskKind } from '#geodata/contract/editable/tasks.ts'
import { TITLES } from '#geodata/contract/editable/titles.ts'
import type {
  Effect,
  EffectKind,
  ProvenanceResult,
  WeakPart,
  WeakRow,
} from '#geodata/contract/processes/provenance.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { WorkbookSheet } from '#geodata/formats/export/format.ts'

const KIND: Record<TaskKind, Bilingual> = {
  unsourced: { zh: '缺来源', en: 'Unsourced' },
  old: { zh: '陈旧', en: 'Old' },
  imprecise: { zh: '不精确', en: 'Imprecise' },
  contradictory: { zh: '矛盾', en: 'Contradictory' },
  'address-lost': { zh: '网址失效', en: 'Address lost' },
}

const EFFECT: Record<EffectKind, Bilingual> = {
  chance: { zh: '首位可能改变', en: 'The first place could change' },
  must: { zh: '硬要求系于此', en: 'A hard need hangs on it' },
  unsure: { zh: '单查清一项，首位没有确定的改变', en: 'By itself it would not surely change it' },
  unknown: { zh: '影响未推演', en: 'Not worked out' },
  outside: { zh: '这个问题用不到', en: 'The question does not use it' },
}

type Line = { row: WeakRow; part: WeakPart }

const chanceOf = (effect: Effect) => (effect.kind === 'chance' ? effect.chanceOther : null)
const gainedOf = (effect: Effect) => (effect.kind === 'chance' ? effect.chanceGained : null)

const COLUMNS: readonly Column<Line>[] = [
  {
    title: { zh: '表', en: 'Table' },
    cell: ({ row: { collection } }) => (isEditable(collection) ? TITLES[collection] : collection),
  },
  { title: { zh: '编号', en: 'Id' }, cell: ({ row }) => row.rowId },
  { title: { zh: '名称', en: 'Name' }, cell: ({ row }) => ({ zh: row.nameZh, en: row.nameEn }) },
  { title: { zh: '种类', en: 'Kind' }, cell: ({ row }) => KIND[row.kind] },
  { title: { zh: '字段', en: 'Field' }, cell: ({ part }) => part.name },
  { title: { zh: '已知', en: 'Known' }, cell: ({ part }) => part.known },
  { title: { zh: '怎么补', en: 'To mend it' }, cell: ({ part }) => part.mend },
  { title: { zh: '影响', en: 'Effect' }, cell: ({ part }) => EFFECT[part.effect.kind] },
  {
    title: { zh: '查清后首位改变的可能', en: 'Chance that the first place changes' },
    cell: ({ part }) => chanceOf(part.effect),
    format: 'share',
  },
  {
    title: { zh: '选对的把握升高', en: 'Rise of the chance of choosing right' },
    cell: ({ part }) => gainedOf(part.effect),
    format: 'share',
  },
  {
    title: { zh: '交给', en: 'Assigned to' },
    cell: ({ row }) => row.task?.assignedTo ?? null,
  },
  { title: { zh: '期限', en: 'Due' }, cell: ({ row }) => row.task?.dueDate ?? null },
  {
    title: { zh: '过期', en: 'Overdue' },
    cell: ({ row }) => (row.task?.isOverdue ? { zh: '是', en: 'yes' } : null),
  },
  { title: { zh: '办结', en: 'Done' }, cell: ({ row }) => row.task?.doneDate ?? null },
]

export function provenanceTable(
  { items }: Pick<ProvenanceResult, 'items'>,
  language: DocumentLanguage,
): WorkbookSheet {
  const lines = items.flatMap((row) => row.parts.map((part) => ({ row, part })))
  return sheetOf({ zh: '补证清单', en: 'Provenance as work' }, COLUMNS, lines, language)
}
