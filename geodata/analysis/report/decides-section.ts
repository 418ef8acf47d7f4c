// What decides: how often each is ahead, what a wrong choice costs, where weights turn the order, what would let one win.

import type { Block, Section, TableCell } from '#geodata/analysis/report/blocks.ts'
import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import { percentText } from '#geodata/analysis/told/amount-text.ts'
import { chanceText, FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import { bold, plain, type Rich, rich } from '#geodata/analysis/told/rich.ts'
import { verdictTold, wayTold } from '#geodata/analysis/told/way-told.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'

/** Of each candidate: the smallest come first. */
const MOST_WAYS = 5

type Decides = NonNullable<ComparisonResult['decides']>

export function decidesSection(grounds: Grounds): Section {
  const { answers, say } = grounds
  const { decides } = answers.comparison
  const title = say('什么决定先后', 'What decides')
  if (!decides) {
    const told = say(
      rich`参加排名的候选不足两处，分不出先后。`,
      rich`Fewer than two candidates are ranked: there is nothing to tell apart.`,
    )
    return { id: 'decides', title, blocks: [{ kind: 'text', told }] }
  }
  return {
    id: 'decides',
    title,
    blocks: [
      ...chanceBlocks(decides, grounds),
      ...regretBlocks(decides, grounds),
      ...weightBlocks(decides, grounds),
      ...wayBlocks(grounds),
    ],
  }
}

function chanceBlocks(decides: Decides, { say, lettered, answers, computed }: Grounds): Block[] {
  const { ids, chances, before, chanceOther } = decides
  return [
    { kind: 'heading', text: say('先后的可能', 'Chances of being ahead') },
    {
      kind: 'text',
      told: say(
        rich`在 ${bold(answers.comparison.doubt.draws)} 次联合抽样中所占次数${computed}；另有 ${bold(chanceText(chanceOther))} 的次数，全部候选中的第一名不在比选各处之内。`,
        rich`Share of ${bold(answers.comparison.doubt.draws)} joint draws${computed}; in ${bold(chanceText(chanceOther))} of them the first of all candidates is none of these.`,
      ),
    },
    {
      kind: 'table',
      columns: [
        { title: [], share: 2.2, align: 'left' },
        {
          title: say(
            rich`${FIRST_OF.compared.zh}${computed}`,
            rich`${FIRST_OF.compared.en}${computed}`,
          ),
          share: 1.4,
          align: 'right',
        },
        ...ids.map((id) => ({
          title: say(
            rich`先于 ${letterOf(lettered(id))}${computed}`,
            rich`Ahead of ${letterOf(lettered(id))}${computed}`,
          ),
          share: 1.2,
          align: 'right' as const,
        })),
      ],
      groups: [
        {
          title: null,
          rows: ids.map((id, row): TableCell[] => [
            { told: plain(lettered(id)) },
            { told: rich`${bold(chanceText(chances[row] ?? 0))}` },
            ...ids.map((other, at) => ({
              told: plain(other === id ? '—' : chanceText(before[row]?.[at] ?? 0)),
            })),
          ]),
        },
      ],
    },
  ]
}

const letterOf = (name: string) => name.slice(0, 1)

function regretBlocks({ ids, regrets }: Decides, { say, lettered, computed }: Grounds): Block[] {
  const cell = (mean: number | null, ninety: number | null, bolds = false): Rich => {
    if (mean === null) return say(rich`从未胜出`, rich`never wins`)
    const points = mean.toFixed(1)
    const most = ninety === null ? '' : say(`（${ninety.toFixed(1)}）`, ` (${ninety.toFixed(1)})`)
    return rich`${bolds ? bold(points) : points}${most}`
  }
  return [
    { kind: 'heading', text: say('选错的代价', 'What a wrong choice costs') },
    {
      kind: 'text',
      told: say(
        rich`选定之后平均少得的分${computed}；括号内为十次中九次不超过的分。`,
        rich`Points lost on average once chosen${computed}; in brackets what nine in ten draws do not exceed.`,
      ),
    },
    {
      kind: 'table',
      columns: [
        { title: say(rich`选定`, rich`If chosen`), share: 2.2, align: 'left' },
        {
          title: say(rich`全部抽样，分${computed}`, rich`All draws, points${computed}`),
          share: 1.4,
          align: 'right',
        },
        ...ids.map((id) => ({
          title: say(
            rich`${letterOf(lettered(id))} 胜出时，分${computed}`,
            rich`Where ${letterOf(lettered(id))} wins, points${computed}`,
          ),
          share: 1.2,
          align: 'right' as const,
        })),
      ],
      groups: [
        {
          title: null,
          rows: regrets.map(({ chosenId, meanPoints, ninetyPoints, against }): TableCell[] => [
            { told: plain(lettered(chosenId)) },
            { told: cell(meanPoints, ninetyPoints, true) },
            ...ids.map((id) => {
              const one = against.find(({ winnerId }) => winnerId === id)
              return {
                told:
                  id === chosenId
                    ? plain('—')
                    : cell(one?.meanPoints ?? null, one?.ninetyPoints ?? null),
              }
            }),
          ]),
        },
      ],
    },
  ]
}

/** Where along the weight of each criterion another comes first. */
function weightBlocks({ lines }: Decides, grounds: Grounds): Block[] {
  const { say, said, answers, lettered, computed } = grounds
  const list = (ids: readonly string[]) => ids.map(lettered).join(say('、', ', '))
  return [
    { kind: 'heading', text: say('权重变化时谁居首', 'Who is first as weights change') },
    {
      kind: 'table',
      columns: [
        { title: say(rich`条件`, rich`Criterion`), share: 1.8, align: 'left' },
        {
          title: say(rich`现权重${computed}`, rich`Weight now${computed}`),
          share: 0.9,
          align: 'right',
        },
        {
          title: say(
            rich`该项权重由 0 到 100%，其余按比例${computed}`,
            rich`From 0 to 100 % of it, others in proportion${computed}`,
          ),
          share: 4,
          align: 'left',
        },
      ],
      groups: [
        {
          title: null,
          rows: lines.map(({ criterion, share, leaders }): TableCell[] => {
            const title = answers.comparison.criteria.find(({ id }) => id === criterion)?.title
            const told =
              leaders.length === 1
                ? say(
                    `始终为 ${list(leaders[0]?.ids ?? [])}`,
                    `${list(leaders[0]?.ids ?? [])} throughout`,
                  )
                : leaders
                    .map(
                      ({ fromShare, toShare, ids }) =>
                        `${percentText(fromShare)}–${percentText(toShare)}%：${list(ids)}`,
                    )
                    .join('；')
            return [
              { told: plain(title ? said(title) : criterion) },
              { told: rich`${percentText(share)}%` },
              { told: plain(say(told, told.replaceAll('：', ': ').replaceAll('；', '; '))) },
            ]
          }),
        },
      ],
    },
  ]
}

function wayBlocks(grounds: Grounds): Block[] {
  const { answers, say, lettered, computed } = grounds
  const mark = { yours: 'half', 'to-find-out': 'full', impossible: 'struck' } as const
  return answers.wins.flatMap(
    ({ winnerId, leadPoints, chance, rivalId, singles, pairs, impossible }): Block[] => {
      const shown = [...[...singles, ...pairs].slice(0, MOST_WAYS), ...impossible.slice(0, 2)]
      if (shown.length === 0) return []
      const rest = singles.length + pairs.length - MOST_WAYS
      const behind = leadPoints === null ? '' : Math.abs(leadPoints).toFixed(1)
      const rival = rivalId ? lettered(rivalId) : ''
      return [
        {
          kind: 'heading',
          text: say(
            `${lettered(winnerId)} 胜出需要什么条件`,
            `What would have to be true for ${lettered(winnerId)}`,
          ),
        },
        {
          kind: 'text',
          told: say(
            rich`现落后 ${rival} ${bold(behind)} 分，${FIRST_OF.compared.zh} ${bold(chanceText(chance))}${computed}。下列任一项成立即与第一持平，由小到大，可能不足 5% 的在最后；再进一步即胜出${computed}。${rest > 0 ? `其余 ${rest} 项未列。` : ''}`,
            rich`Now ${bold(behind)} points behind ${rival}, first of these in ${bold(chanceText(chance))} of the draws${computed}. Any of these draws it level, the smallest first and what is less likely than 5% last${computed}; a little more and it wins.${rest > 0 ? ` ${rest} more are left out.` : ''}`,
          ),
        },
        {
          kind: 'list',
          items: shown.map((way) => ({
            mark: mark[way.verdict],
            told: rich`${wayTold(way, { say, nameOf: lettered })}${computed}`,
            note: verdictTold(way, say, computed),
            end: '',
          })),
        },
      ]
    },
  )
}
