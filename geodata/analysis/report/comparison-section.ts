// The whole table of the comparison: every row, group by group, with likely ranges and sources; then people's own rows.

import type { Block, Section, TableCell } from '#geodata/analysis/report/blocks.ts'
import { tableCell } from '#geodata/analysis/report/cover.ts'
import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import { amountText, percentText } from '#geodata/analysis/told/amount-text.ts'
import { joinedRich, plain, rich } from '#geodata/analysis/told/rich.ts'
import { GROUP_WORD, UNIT_WORD, withUnit } from '#geodata/analysis/told/unit-words.ts'
import { ROW_GROUPS, type Row } from '#geodata/contract/processes/comparison.ts'

export function comparisonSection(grounds: Grounds): Section {
  const { answers, columns, say, said, stored } = grounds
  const shown = answers.comparison.rows.filter(({ id }) => isShown(id, grounds))
  const groups = ROW_GROUPS.flatMap((group) => {
    const rows = shown.filter((row) => row.group === group)
    return rows.length === 0
      ? []
      : [
          {
            title: said(GROUP_WORD[group]),
            rows: [...rows.map((row) => rowOf(row, grounds)), ...restOf(rows, grounds)],
          },
        ]
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
function isShown(id: string, grounds: Grounds): boolean {
  if (grounds.stored.hiddenRows.includes(id)) return false
  return !isHub(id) || hubsOf(grounds).indexOf(id) < MOST_HUBS
}
const MOST_HUBS = 6

const isHub = (id: string) => id.startsWith('hub ')

function hubsOf({ stored, answers }: Grounds): string[] {
  const ids = answers.comparison.rows.map(({ id }) => id).filter(isHub)
  return ids.filter((id) => !stored.hiddenRows.includes(id))
}

/** Below the last of the ports and stations: how many more there are, and where. */
function restOf(rows: readonly Row[], grounds: Grounds): TableCell[][] {
  const rest = hubsOf(grounds).length - MOST_HUBS
  if (rest <= 0 || !rows.some(({ id }) => isHub(id))) return []
  const told = grounds.say(
    `另有 ${rest} 处港口、铁路站，见电子表格`,
    `${rest} more ports and stations: in the spreadsheet`,
  )
  return [[{ told: plain(told) }, ...grounds.columns.map(() => ({ told: [] }))]]
}

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

function rowOf(
  row: Row,
  { cell, columns, said, say, stored, asked, computed }: Grounds,
): TableCell[] {
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
  const of = row.asked ? asked : computed
  const beside = [much, how].filter(Boolean).join(say('，', ', '))
  const remark = stored.notes[row.id]
  const note = joinedRich(
    [
      how === '' ? plain(beside) : rich`${beside}${of}`,
      remark ? plain(say(`备注：${remark}`, `Note: ${remark}`)) : [],
    ].filter((part) => part.length > 0),
    say('；', '; '),
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
