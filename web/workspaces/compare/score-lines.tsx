// Score, rank, and how often each would be first: of the whole ranking of Site, not among the compared alone.
import type { ComponentChildren } from 'preact'
import { chanceText, FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { ComparedCandidate } from '#geodata/contract/processes/comparison.ts'
import { DotStrip } from '#web/charts/dot-strip.tsx'
import { say, t } from '#web/messages/index.ts'
import { type ShownRange, shownRange } from '#web/state/view/shown-range.ts'
import type { Column } from '#web/workspaces/compare/column.ts'

type Ranked = NonNullable<ComparedCandidate['ranked']>

function endsOf({ score }: Ranked, range: ShownRange): readonly [number, number] {
  return range === 'likely' ? [score.likely[0], score.likely[1]] : [score.low, score.high]
}

function withRange(middle: number, low: number, high: number) {
  const [from, to] = [Math.round(low), Math.round(high)]
  return (
    <>
      <span class="cell-text">{Math.round(middle)}</span>
      {from !== to && <small class="cell-range">{` ${from}–${to}`}</small>}
    </>
  )
}

type ScoreLinesProps = { columns: readonly Column[]; rankedCount: number }

export function ScoreLines({ columns, rankedCount }: ScoreLinesProps) {
  const range = shownRange.value
  const scores = columns.flatMap(({ index, candidate }) => {
    if (!candidate?.ranked) return []
    const [low, high] = endsOf(candidate.ranked, range)
    return [{ index, raw: candidate.ranked.score.central, low, high }]
  })
  return (
    <tbody class="score-lines">
      <Line
        id="score"
        title={t('compare.score')}
        columns={columns}
        strip={<DotStrip values={scores} label={t('compare.score')} />}
        of={(one) => withRange(one.score.central, ...endsOf(one, range))}
      />
      <Line
        id="rank"
        title={t('compare.rank', { count: rankedCount })}
        columns={columns}
        of={({ rank, rankLikely, rankLow, rankHigh }) =>
          range === 'likely'
            ? withRange(rank, rankLikely[0], rankLikely[1])
            : withRange(rank, rankLow, rankHigh)
        }
      />
      <Line
        id="chance"
        title={say(FIRST_OF.all)}
        columns={columns}
        of={({ chanceFirst }) => <span class="cell-text">{chanceText(chanceFirst)}</span>}
      />
    </tbody>
  )
}

type LineProps = {
  id: string
  title: string
  columns: readonly Column[]
  of: (ranked: Ranked) => ComponentChildren
  strip?: ComponentChildren
}

function Line({ id, title, columns, of, strip }: LineProps) {
  return (
    <tr data-row={id}>
      <th scope="row">{title}</th>
      {columns.map(({ id: column, candidate }) => (
        <td key={column} class="cell score">
          {candidate?.ranked ? (
            of(candidate.ranked)
          ) : (
            <span class="cell-told">{t('compare.notRanked')}</span>
          )}
        </td>
      ))}
      <td class="strip-column">{strip}</td>
    </tr>
  )
}
