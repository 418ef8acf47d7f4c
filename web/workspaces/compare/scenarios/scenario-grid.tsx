// Candidates by scenarios: rank and score in each, what moved against the base, and what differs from it.
import { firstOfTold } from '#geodata/analysis/told/chance-text.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import type { Column } from '#web/workspaces/compare/column.ts'
import {
  movedWords,
  rankWords,
  type ScenarioColumn,
  scoreWords,
  todoWords,
  unstopped,
} from '#web/workspaces/compare/scenarios/grid-words.ts'

type ScenarioGridProps = {
  result: ScenariosResult
  columns: readonly Column[]
  isStale: boolean
}

export function ScenarioGrid({ result, columns, isStale }: ScenarioGridProps) {
  const grid = result.columns
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare-scroll" aria-label={t('whatIf.grid')} aria-busy={isStale} tabIndex={0}>
      <table class="what-if-grid" style={{ '--columns': grid.length }}>
        <caption class="visually-hidden">{t('whatIf.grid')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatIf.candidate')}</th>
            {grid.map((column) => (
              <Head key={column.scenarioIds.join('+')} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ id, candidateId, index, name }) => (
            <tr key={id} data-candidate={candidateId}>
              <th scope="row">
                <span class="named-letter">
                  <LetterBadge index={index} /> <span>{name}</span>
                </span>
              </th>
              {grid.map((column) => (
                <GridCell
                  key={column.scenarioIds.join('+')}
                  column={column}
                  candidateId={candidateId}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Head({ column }: { column: ScenarioColumn }) {
  const { name, differs, notices, refused, scenarioIds } = column
  return (
    <th scope="col" data-scenario={scenarioIds.join('+')}>
      <b>{say(name)}</b>
      {scenarioIds.length === 0 ? (
        <small>{t('whatIf.base')}</small>
      ) : (
        <ul aria-label={t('whatIf.differs')}>
          {differs.map((one) => (
            <li key={one.zh}>
              <Words of={say(one)} />
            </li>
          ))}
        </ul>
      )}
      {notices.map((one) => (
        <small key={one.zh} class="what-if-notice">
          {t('whatIf.notice', { told: unstopped(say(one)) })}
        </small>
      ))}
      {refused.map(({ pointer, detail, detailZh }) => (
        <small key={pointer} class="what-if-refused">
          {t('whatIf.refused', { told: unstopped(say({ zh: detailZh, en: detail })) })}{' '}
          {todoWords(column)}
        </small>
      ))}
    </th>
  )
}

function GridCell({ column, candidateId }: { column: ScenarioColumn; candidateId: string }) {
  if (column.refused.length > 0) return <td class="what-if-none">{t('whatIf.none')}</td>
  const cell = column.cells.find(({ id }) => id === candidateId)
  if (!cell?.ranked) {
    return <td class="what-if-none">{cell?.why ? say(cell.why) : t('whatIf.none')}</td>
  }
  const { ranked } = cell
  const [score, rank, moved] = [scoreWords(ranked), rankWords(ranked), movedWords(ranked)]
  const isFirst = column.firstId === candidateId
  return (
    <td class={isFirst ? 'first' : undefined}>
      <b class="what-if-score">{score.text}</b>
      {score.likely && <small> {score.likely}</small>}
      <span class="what-if-rank">
        {isFirst && <span class="tag">{t('whatIf.first')}</span>} {rank.text}
        {rank.likely && <small> {rank.likely}</small>}
      </span>
      <small class="what-if-chance">{say(firstOfTold('all', ranked.chanceFirst))}</small>
      {column.scenarioIds.length > 0 && (
        <span class="what-if-moved">
          {moved ? (
            <>
              <span aria-hidden="true">{moved.arrow}</span> {moved.text}
            </>
          ) : (
            t('whatIf.notInBase')
          )}
        </span>
      )}
    </td>
  )
}
