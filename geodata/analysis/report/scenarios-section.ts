// How the compared stand under each scenario, against the base; what differs is listed, what was refused says why.

import type { Block, Section, TableCell } from '#geodata/analysis/report/blocks.ts'
import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import { rangeText, signedText } from '#geodata/analysis/told/amount-text.ts'
import { bold, plain, type Rich, rich } from '#geodata/analysis/told/rich.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'

type Column = ScenariosResult['columns'][number]

export function scenariosSection(grounds: Grounds): Section | null {
  const { answers, say, said, computed, asked, lettered } = grounds
  const columns = answers.scenarios?.columns ?? []
  if (columns.length < 2) return null
  const ids = columns[0]?.cells.map(({ id }) => id) ?? []
  const grid: Block = {
    kind: 'table',
    columns: [
      { title: say(rich`情景`, rich`Scenario`), share: 2.4, align: 'left' },
      ...ids.map((id) => ({
        title: rich`${lettered(id)}${computed}`,
        share: 1.4,
        align: 'left' as const,
      })),
    ],
    groups: [{ title: null, rows: columns.map((column) => rowOf(column, ids, grounds)) }],
  }
  const told = columns.slice(1).map((column) => ({
    mark: 'dot',
    told: rich`${bold(said(column.name))}${say('：', ': ')}${column.differs.map(said).join(say('；', '; '))}${asked}`,
    note: plain([...column.notices.map(said), ...refusedTold(column, grounds)].join(' ')),
    end: '',
  }))
  return {
    id: 'scenarios',
    title: say('情景', 'Scenarios'),
    blocks: [
      {
        kind: 'text',
        told: say(
          rich`每格为名次与得分，括号内为可能的得分，其下为与现状之差${computed}；星号为该情景下所比各处的第一。`,
          rich`Each cell: rank and score, the likely score in brackets, below it the change against the base${computed}; a star marks the first of the compared.`,
        ),
      },
      grid,
      { kind: 'heading', text: say('各情景与现状的不同', 'How each differs from the base') },
      { kind: 'list', items: told },
    ],
  }
}

function refusedTold({ refused }: Column, { say }: Grounds): string[] {
  return refused.map(({ detail, detailZh }) =>
    say(`未能计算：${detailZh}`, `Not answered: ${detail}`),
  )
}

function rowOf(column: Column, ids: readonly string[], grounds: Grounds): TableCell[] {
  const { said, say } = grounds
  const head: TableCell = { told: rich`${bold(said(column.name))}` }
  if (column.refused.length > 0) {
    return [
      head,
      ...ids.map(() => ({
        told: say(rich`未能计算`, rich`not answered`),
        isUnknown: true as const,
      })),
    ]
  }
  return [head, ...ids.map((id) => cellOf(column, id, grounds))]
}

function cellOf(
  { cells, firstId, scenarioIds }: Column,
  id: string,
  { say, said }: Grounds,
): TableCell {
  const cell = cells.find((one) => one.id === id)
  if (!cell?.ranked) {
    return { told: cell?.why ? plain(said(cell.why)) : say(rich`未参加排名`, rich`not ranked`) }
  }
  const { rank, score, scoreLikely, rankChange, scoreChange } = cell.ranked
  const range = rangeText(...scoreLikely, null)
  const star = firstId === id ? ' ★' : ''
  const told = say(
    rich`第 ${rank}，${bold(Math.round(score))} 分${range ? `（${range}）` : ''}${star}`,
    rich`${rank}, ${bold(Math.round(score))} points${range ? ` (${range})` : ''}${star}`,
  )
  return scenarioIds.length === 0
    ? { told }
    : { told, note: changeTold(rankChange, scoreChange, say) }
}

/** A rank that falls in number rises: the arrow says which. */
function changeTold(
  rankChange: number | null,
  scoreChange: number | null,
  say: Grounds['say'],
): Rich {
  if (rankChange === null || scoreChange === null) {
    return say(rich`现状下未排名`, rich`not ranked in the base`)
  }
  const points = signedText(
    Math.round(scoreChange * 10) / 10 === 0 ? 0 : scoreChange,
    'tonnesPerSquareMeter',
  )
  const places =
    rankChange === 0
      ? say('名次不变', 'same rank')
      : rankChange < 0
        ? say(`↑ ${-rankChange} 名`, `↑ ${-rankChange}`)
        : say(`↓ ${rankChange} 名`, `↓ ${rankChange}`)
  return say(rich`${points} 分，${places}`, rich`${points} points, ${places}`)
}
