// What if it were otherwise? The compared under named sets of changes over the data, side by side with the base.
import '#web/workspaces/compare/scenarios/scenarios.css'
import { useEffect, useId, useState } from 'preact/hooks'
import { inSight } from '#web/api/asked.ts'
import { t } from '#web/messages/index.ts'
import { SheetButton } from '#web/parts/controls/sheet-button.tsx'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { shownComparison } from '#web/state/answers/comparison.ts'
import { decodeScenarios } from '#web/state/answers/scenario-address.ts'
import {
  changeBook,
  keptText,
  scenarioBook,
  scenariosAnswer,
  scenariosQuestion,
} from '#web/state/answers/scenarios.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { columnsOf } from '#web/workspaces/compare/column.ts'
import { gridSheet } from '#web/workspaces/compare/scenarios/grid-sheet.ts'
import { gridSentence } from '#web/workspaces/compare/scenarios/grid-words.ts'
import { ScenarioAdd, ScenarioCombine } from '#web/workspaces/compare/scenarios/scenario-add.tsx'
import { ScenarioCard } from '#web/workspaces/compare/scenarios/scenario-card.tsx'
import { ScenarioGrid } from '#web/workspaces/compare/scenarios/scenario-grid.tsx'
import { useScenarios } from '#web/workspaces/compare/scenarios/use-scenarios.ts'

export function ScenariosBoard({ isReadOnly }: { isReadOnly: boolean }) {
  useScenarios()
  const id = useId()
  const answer = shownComparison.value
  const columns = columnsOf(view.value, answer?.result ?? null, answer?.offRoads)
  const asked = scenariosAnswer.value
  const result = inSight(asked)
  const said = result && gridSentence(result.columns, columns)
  useAnnounced(asked.kind === 'answered' ? said : null)
  if (isReadOnly && scenarioBook.value.scenarios.length === 0) return null
  return (
    <section class={result ? 'what-if' : 'what-if no-print'} aria-labelledby={id}>
      <h2 id={id}>
        {t('whatIf.title')} <small>{t('whatIf.lead')}</small>
      </h2>
      {!isReadOnly && <Writing />}
      <Progress />
      {said && <p class="board-sentence">{said}</p>}
      {result && (
        <>
          <ScenarioGrid result={result} columns={columns} isStale={asked.kind === 'computing'} />
          <p class="site-note">
            {t('whatIf.legend')} <BasisLine basis={result.basis} />
          </p>
          <SheetButton name={t('whatIf.grid')} sheet={() => gridSheet(result, columns)} />
        </>
      )}
    </section>
  )
}

/** The scenarios, each with its changes, and what of a link could not be read. */
function Writing() {
  const book = scenarioBook.value
  const { scenarios, unread } = book
  const kept = keptText.value
  return (
    <div class="what-if-writing no-print">
      {unread.length > 0 && (
        <p class="site-bad" role="status">
          {t('whatIf.unread', { text: unread.join(' ') })}{' '}
          <button type="button" class="quiet" onClick={() => changeBook({ unread: [] })}>
            {t('whatIf.drop')}
          </button>
        </p>
      )}
      {kept !== '' && kept !== view.value.scenarios && (
        <p class="site-note">
          {t('whatIf.kept', { count: decodeScenarios(kept).scenarios.length })}{' '}
          <button type="button" class="quiet" onClick={() => changeView({ scenarios: kept })}>
            {t('whatIf.takeKept')}
          </button>
        </p>
      )}
      <ul class="what-if-list">
        {scenarios.map((written, place) => (
          <ScenarioCard key={place} book={book} place={place} written={written} />
        ))}
      </ul>
      <ScenarioAdd book={book} />
      <ScenarioCombine book={book} />
    </div>
  )
}

/** How far it is, that it was stopped, or what failed. */
function Progress() {
  const state = scenariosAnswer.value
  // Stopped, the answer before is in force again: that its table is not of what is written is said.
  const [isStopped, setStopped] = useState(false)
  useEffect(() => {
    if (state.kind === 'computing') setStopped(false)
  }, [state.kind])
  const stop = () => {
    scenariosQuestion.cancel()
    setStopped(true)
  }
  const isOld = isStopped && state.kind === 'answered'
  return (
    <>
      <div role="status" class="no-print">
        {state.kind === 'computing' && (
          <p class="site-progress">
            <progress
              aria-label={t('whatIf.computing')}
              max={state.progress?.total}
              value={state.progress?.done}
            />
            {state.progress ? t('whatIf.progress', { ...state.progress }) : t('whatIf.computing')}
            <button type="button" class="quiet" onClick={stop}>
              {t('site.cancel')}
            </button>
          </p>
        )}
        {(state.kind === 'cancelled' || isOld) && (
          <p class="site-note">
            {t(isOld ? 'whatIf.cancelledOld' : 'whatIf.cancelled')}{' '}
            <button type="button" onClick={scenariosQuestion.again}>
              {t('compare.again')}
            </button>
          </p>
        )}
      </div>
      {state.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h3>{t('compare.failed')}</h3>
          <p>{problemText(state.problem)}</p>
          <button type="button" onClick={scenariosQuestion.again}>
            {t('compare.again')}
          </button>
        </div>
      )}
    </>
  )
}
