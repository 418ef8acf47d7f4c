// Two to six candidates side by side: one frame, one scale, one table in natural units.
import '#web/parts/controls/print.css'
import '#web/workspaces/compare/compare-table.css'
import '#web/workspaces/compare/share/share.css'
import '#web/workspaces/compare/compare.css'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { t } from '#web/messages/index.ts'
import { MapFrame } from '#web/panels/frame/map-frame.tsx'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { shownIndex } from '#web/state/answers/compare.ts'
import { comparison, comparisonQuestion, shownComparison } from '#web/state/answers/comparison.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { loading } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { type Column, columnsOf } from '#web/workspaces/compare/column.ts'
import { CompareEmpty, whyEmpty } from '#web/workspaces/compare/compare-empty.tsx'
import { CompareHead } from '#web/workspaces/compare/compare-head.tsx'
import { CompareMaps } from '#web/workspaces/compare/compare-maps.tsx'
import { CompareProvenance } from '#web/workspaces/compare/compare-provenance.tsx'
import { useComparison } from '#web/workspaces/compare/compare-request.ts'
import { CompareTable } from '#web/workspaces/compare/compare-table.tsx'
import { CompareTold } from '#web/workspaces/compare/compare-told.tsx'
import { useFreshData } from '#web/workspaces/compare/fresh-data.ts'
import { KeptComing, KeptLine } from '#web/workspaces/compare/kept/kept-line.tsx'
import { shownAddress, useKept } from '#web/workspaces/compare/kept/use-kept.ts'
import { MinutesText } from '#web/workspaces/compare/minutes-text.tsx'
import { ComparePictures } from '#web/workspaces/compare/pictures/compare-pictures.tsx'
import { Scenarios } from '#web/workspaces/compare/scenarios/scenarios.tsx'
import { UndoLine } from '#web/workspaces/compare/undo-line.tsx'

/** The comparison workspace; the map keeps showing the rings of the candidate chosen here. */
export function ComparePanel() {
  useKept()
  const { compared, comparisonId, isEmbedded } = view.value
  const isComing = comparisonId !== null && kept.value === null
  useComparison(loading.value.kind === 'ready' && !isComing)
  const { kind } = comparison.value
  useFreshData(loading.value.kind === 'ready')
  const answer = shownComparison.value
  const result = answer?.result ?? null
  const columns = columnsOf(view.value, result, answer?.offRoads)
  useAnnounced(result && kind === 'answered' ? saidOf(columns) : null)
  if (isComing) return <KeptComing />
  if (compared.length === 0) return <NothingCompared />
  const why = whyEmpty(view.value, result, answer?.offRoads.length ?? 0)
  if (why === 'gone' || why === 'unread' || why === 'hidden') {
    return (
      <main class="compare">
        <CompareHead columns={columns} result={result} />
        <KeptLine columns={columns} result={result} />
        <CompareTold offRoads={answer?.offRoads ?? []} />
        <CompareEmpty why={why} />
      </main>
    )
  }
  return (
    <main class="compare">
      <CompareHead columns={columns} result={result} isOld={kind === 'failed'} />
      <KeptLine columns={columns} result={result} />
      <CompareStatus columns={columns} isOldShown={result !== null} />
      {!result && <UndoLine />}
      {why && <CompareEmpty why={why} />}
      <CompareTold offRoads={answer?.offRoads ?? []} />
      <CompareMaps columns={columns} result={result} />
      <div class="compare-body">
        {result && <CompareTable columns={columns} result={result} />}
        {!isEmbedded && (
          <section class="compare-live no-print" aria-label={t('compare.rings')}>
            <ShownRings columns={columns} />
            <MapFrame key={document.documentElement.dataset.theme} />
          </section>
        )}
      </div>
      {!isEmbedded && <ComparePictures columns={columns} answer={result} />}
      {!isEmbedded && result && <Scenarios isReadOnly={kept.value !== null} />}
      {!isEmbedded && result && <MinutesText columns={columns} result={result} />}
      <CompareProvenance result={result} />
      {isEmbedded && (
        <p>
          <a href={shownAddress()} target="_blank" rel="noreferrer">
            {t('share.whole')}
          </a>
        </p>
      )}
    </main>
  )
}

function NothingCompared() {
  return (
    <main class="compare">
      <h1>{t('compare.title')}</h1>
      <UndoLine />
      <div class="site-empty">
        <h2>{t('compare.empty')}</h2>
        <p>{t('compare.emptyHint')}</p>
        <button type="button" class="primary" onClick={() => changeView({ workspace: 'site' })}>
          {t('compare.goSite')}
        </button>
      </div>
    </main>
  )
}

/** Whether the answer is on its way, or failed. */
function CompareStatus({
  columns,
  isOldShown,
}: {
  columns: readonly Column[]
  isOldShown: boolean
}) {
  const state = comparison.value
  return (
    <>
      <div role="status" aria-live="polite">
        {state.kind === 'computing' && (
          <p class="site-progress">
            <progress aria-label={t('compare.computing', { count: columns.length })} />
            {t('compare.computing', { count: columns.length })}
          </p>
        )}
      </div>
      {state.kind === 'failed' && (
        <div class={isOldShown ? 'site-failed compare-failed-bar' : 'site-failed'} role="alert">
          <h2>{t('compare.failed')}</h2>
          <p>
            {problemText(state.problem)} {isOldShown && t('compare.failedOld')}
          </p>
          <FailedWayOut status={state.problem.status} />
        </div>
      )}
    </>
  )
}

const REFUSED = [400, 404, 422]

/** Asked again, a question that was refused is refused again: it is changed in Site, where it is one's own. */
function FailedWayOut({ status }: { status: number }) {
  if (!REFUSED.includes(status)) {
    return (
      <button type="button" onClick={comparisonQuestion.again}>
        {t('compare.again')}
      </button>
    )
  }
  if (kept.value) return null
  return (
    <button type="button" onClick={() => changeView({ workspace: 'site' })}>
      {t('compare.goSite')}
    </button>
  )
}

/** Every candidate with its points, in the order of the columns. */
function saidOf(columns: readonly Column[]): string | null {
  const scored = columns.flatMap(({ letter, name, candidate }) => {
    const score = candidate?.ranked?.score.central
    return score === undefined
      ? []
      : [t('compare.said', { letter, name, score: Math.round(score) })]
  })
  return scored.join(t('common.listSeparator')) || null
}

/** Whose rings the live map shows. */
function ShownRings({ columns }: { columns: readonly Column[] }) {
  const shown = shownIndex(view.value)
  return (
    <fieldset class="compare-letters no-print">
      <legend>{t('compare.rings')}</legend>
      {columns.map(({ id, index, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={index === shown}
          onClick={() => changeView({ comparedShown: index })}
        >
          <LetterBadge index={index} /> {name}
        </button>
      ))}
    </fieldset>
  )
}
