// What a cell and a column of the grid say, in words.
import { chanceText, firstOfTold } from '#geodata/analysis/told/chance-text.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import { say, t } from '#web/messages/index.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

export type ScenarioColumn = ScenariosResult['columns'][number]
export type Ranked = NonNullable<ScenarioColumn['cells'][number]['ranked']>

const ends = ([low, high]: readonly [number, number], whole: (value: number) => number) => {
  const [from, to] = [whole(low), whole(high)]
  return from === to ? null : t('whatIf.likely', { from, to })
}

/** "74" and "likely 70–78"; null: both ends read alike. */
export function scoreWords({ score, scoreLikely }: Ranked) {
  return { text: String(Math.round(score)), likely: ends(scoreLikely, Math.round) }
}

export function rankWords({ rank, rankLikely }: Ranked) {
  return { text: t('whatIf.rank', { rank }), likely: ends(rankLikely, (value) => value) }
}

export type Moved = { arrow: '▲' | '▼' | '='; text: string }

/** What moved against the base; null: it was not ranked there. */
export function movedWords({ scoreChange, rankChange }: Ranked): Moved | null {
  if (scoreChange === null || rankChange === null) return null
  const tenths = Math.round(scoreChange * 10) / 10
  const points = tenths === 0 ? '±0' : `${tenths > 0 ? '+' : '−'}${Math.abs(tenths)}`
  const ranks =
    rankChange === 0
      ? t('whatIf.rankSame')
      : t(rankChange < 0 ? 'whatIf.rankUp' : 'whatIf.rankDown', { count: Math.abs(rankChange) })
  return {
    arrow: tenths > 0 ? '▲' : tenths < 0 ? '▼' : '=',
    text: t('whatIf.moved.both', { points, ranks }),
  }
}

/** What can be done about a column that is not worked out. */
export function todoWords({ scenarioIds }: Pick<ScenarioColumn, 'scenarioIds'>): string {
  return t(scenarioIds.length > 1 ? 'whatIf.todo.combined' : 'whatIf.todo.change')
}

/** Without the stop at its end, where the sentence goes on. */
export function unstopped(told: string): string {
  return told.replace(/[。.]$/, '')
}

/** The conclusion: who is first of the compared, and where that is otherwise. */
export function gridSentence(
  columns: readonly ScenarioColumn[],
  places: readonly Column[],
): string | null {
  const [base, ...others] = columns
  const answered = others.filter(({ refused }) => refused.length === 0)
  const nameOf = (id: string | null | undefined) => {
    const found = places.find(({ candidateId }) => candidateId === id)
    return found ? t('whatIf.lettered', { letter: found.letter, name: found.name }) : null
  }
  const first = nameOf(base?.firstId)
  if (!first || answered.length === 0) return null
  const otherwise = answered.flatMap((column) => {
    const name = nameOf(column.firstId)
    return column.firstId !== base?.firstId && name
      ? [t('whatIf.said.otherwise', { scenario: column.name.zh, name })]
      : []
  })
  const sure = chancesSaid(base, nameOf)
  if (otherwise.length === 0)
    return t('whatIf.said.always', { first, count: answered.length, sure })
  return t('whatIf.said.some', { first, others: otherwise.join(t('common.listSeparator')), sure })
}

/** How sure that is, and who is likelier: central values that lie close together decide nothing. */
function chancesSaid(
  base: ScenarioColumn | undefined,
  nameOf: (id: string | null | undefined) => string | null,
): string {
  const ranked = (base?.cells ?? []).flatMap(({ id, ranked: one }) =>
    one ? [{ id, chance: one.chanceFirst }] : [],
  )
  const own = ranked.find(({ id }) => id === base?.firstId)
  const likeliest = ranked.toSorted((a, b) => b.chance - a.chance)[0]
  if (!own || !likeliest) return ''
  const told = say(firstOfTold('all', own.chance))
  const other = likeliest.chance > own.chance ? nameOf(likeliest.id) : null
  return other
    ? t('whatIf.said.likelier', { told, other, most: chanceText(likeliest.chance) })
    : t('whatIf.said.chance', { told })
}
