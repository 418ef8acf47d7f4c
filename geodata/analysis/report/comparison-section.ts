// The whole table of the comparison: every row, group by group, with likely ranges and sources; then people's own rows.

import type { Block, Section, TableCell } from '#geodata/analysis/report/blocks.ts'
import { withUnit } from '#geodata/analysis/report/cell-told.ts'
import { tableCell } from '#geodata/analysis/report/cover.ts'
import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import { plain, type Rich, rich } from '#geodata/analysis/report/rich.ts'
import { amountText, percentText } from '#geodata/analysis/told/amount-text.ts'
import { GROUP_WORD, UNIT_WORD } from '#geodata/analysis/told/unit-words.ts'
import { ROW_GROUPS, type Row } from '#geodata/contract/processes/comparison.ts'

export function comparisonSection(grounds: Grounds): Section {
  const { answers, columns, say, said, stored } = grounds
  const shown = answers.comparison.rows.filter(({ id }) => isShown(id, grounds))
  const groups = ROW_GROUPS.flatMap((group) => {
    const rows = shown.filter((row) => row.group === group)
    return rows.length === 0
      ? []
      : [{ title: said(GROUP_WORD[group]), rows: rows.map((row) => rowOf(row, grounds)) }]
  })
  const notes = stored.ownRows.map(({ title, cells }): TableCell[] => [
    { told: plain(title) },
    ...columns.map(({ index }) => ({ told: plain(cells[index] ?? '') })),
  ])
  return {
    id: 'comparison',
    title: say('并列比较', 'Side by side'),
    blocks: [
      {
        kind: 'text',
        told: say(
          rich`▲ 最优，▽ 最差，只在可能范围不相重叠时标出。未知不按零计。`,
          rich`▲ best, ▽ worst, marked only where likely ranges do not overlap. Unknown never counts as zero.`,
        ),
      },
      tableOf(grounds, [
        ...groups,
        ...(notes.length > 0
          ? [{ title: say('比选人自己的记录', 'Notes of whoever compared'), rows: notes }]
          : []),
      ]),
    ],
  }
}

/** Ports and stations past the nearest few stay in the workbook; hidden rows stay hidden. */
function isShown(id: string, { stored, answers }: Grounds): boolean {
  if (stored.hiddenRows.includes(id)) return false
  if (!id.startsWith('hub ')) return true
  const hubs = answers.comparison.rows.filter((row) => row.id.startsWith('hub '))
  return hubs.findIndex((row) => row.id === id) < MOST_HUBS
}
const MOST_HUBS = 6

export function tableOf(
  { columns, say }: Grounds,
  groups: Extract<Block, { kind: 'table' }>['groups'],
): Block {
  return {
    kind: 'table',
    columns: [
      { title: say(rich`条件`, rich`What`), share: 2.2, align: 'left' },
      ...columns.map(({ letter, name }) => ({
        title: plain(`${letter} ${name}`),
        share: 1.5,
        align: 'left' as const,
      })),
    ],
    groups,
  }
}

function rowOf(row: Row, { cell, columns, said, say, stored }: Grounds): TableCell[] {
  const unit = row.unit ? UNIT_WORD[row.unit] : null
  const much =
    row.asked && row.asked.amount !== null
      ? withUnit(amountText(row.asked.amount, row.unit), row.unit, say)
      : unit
        ? say(unit.zh, unit.en)
        : ''
  const how = row.asked
    ? row.asked.isHard
      ? say('必须', 'must')
      : say('期望', 'wish')
    : row.weight
      ? say(`权重 ${percentText(row.weight)}%`, `weight ${percentText(row.weight)}%`)
      : ''
  const beside = [much, how].filter(Boolean).join(say('，', ', '))
  const remark = stored.notes[row.id]
  const note: Rich = plain(
    [beside, remark ? say(`备注：${remark}`, `Note: ${remark}`) : '']
      .filter(Boolean)
      .join(say('；', '; ')),
  )
  return [
    { told: plain(said(row.title)), ...(note.length > 0 ? { note } : {}) },
    ...columns.map(({ index }): TableCell => {
      const own = row.cells[index]
      const mark = own && 'mark' in own ? own.mark : null
      return { ...tableCell(cell(row, index)), ...(mark ? { mark } : {}) }
    }),
  ]
}
