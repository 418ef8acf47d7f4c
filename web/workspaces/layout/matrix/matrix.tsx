// Who makes what where, and what is missing? Segments down to products by parks, districts, cities.

import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import { MOST_WHOLE } from '#web/state/region/firms.ts'
import '#web/workspaces/layout/matrix/matrix.css'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { FiltersInUse } from '#web/panels/filters/filter-sections.tsx'
import { Inspector } from '#web/panels/inspector/inspector.tsx'
import { DesignationNote } from '#web/parts/controls/designation-note.tsx'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { problemText } from '#web/parts/words/problem-text.ts'
import { theOne } from '#web/state/region/designation.ts'
import { view } from '#web/state/view/store.ts'
import {
  coverage,
  coverageInSight,
  coverageQuestion,
  keptKnown,
  matrix,
} from '#web/workspaces/layout/matrix/coverage.ts'
import { MatrixControls } from '#web/workspaces/layout/matrix/matrix-controls.tsx'
import { MatrixFindings } from '#web/workspaces/layout/matrix/matrix-findings.tsx'
import { MatrixFirms } from '#web/workspaces/layout/matrix/matrix-firms.tsx'
import { MatrixGrid } from '#web/workspaces/layout/matrix/matrix-grid.tsx'
import { MatrixLegend } from '#web/workspaces/layout/matrix/matrix-legend.tsx'
import { MatrixList } from '#web/workspaces/layout/matrix/matrix-list.tsx'
import { keepCoverage, tooManyFirms } from '#web/workspaces/layout/matrix/matrix-request.ts'
import type { MatrixProps } from '#web/workspaces/layout/matrix/matrix-rows.ts'
import { totalWhy } from '#web/workspaces/layout/matrix/matrix-words.ts'

const NARROW = matchMedia('(max-width: 760px)')

export function MatrixBoard() {
  useEffect(keepCoverage, [])
  const isNarrow = useNarrow()
  const state = coverage.value
  const answered = coverageInSight.value
  const shown = matrix.value
  const known = keptKnown.value
  const tooMany = tooManyFirms.value
  // The last column holds the firms that stand in none: alone it is no table.
  const hasTable = shown !== null && shown.rows.length > 0 && shown.columns.length > 1
  useAnnounced(
    shown && hasTable && state.kind === 'answered'
      ? t('matrix.summary', {
          assignments: shown.totals.assignments,
          empty: shown.totals.emptyAssignments,
          firms: shown.totals.firms,
        })
      : null,
  )
  return (
    <div class="matrix">
      <section class="matrix-main" aria-label={t('matrix.title')}>
        <header>
          <h1>{t('matrix.title')}</h1>
          <p class="lead">
            {t(theOne.value.kind === 'designated' ? 'matrix.leadOne' : 'matrix.lead')}
          </p>
          <DesignationNote />
          <MatrixControls />
          <FiltersInUse />
        </header>
        {!answered && state.kind !== 'failed' && (
          <p role="status">
            {tooMany === null
              ? t('matrix.asking')
              : t('matrix.tooMany', { count: tooMany, most: MOST_WHOLE })}
          </p>
        )}
        {state.kind === 'failed' && (
          <div role="alert">
            <p>{t('matrix.failed')}</p>
            <p>{problemText(state.problem)}</p>
            <button type="button" onClick={coverageQuestion.again}>
              {t('common.retry')}
            </button>
          </div>
        )}
        {shown && !hasTable && (
          <p role="status" class="matrix-none">
            {t('matrix.none')}
          </p>
        )}
        {shown && known && hasTable && (
          <>
            {isNarrow ? (
              <MatrixList matrix={shown} known={known} />
            ) : (
              <MatrixGrid matrix={shown} known={known} />
            )}
            <MatrixLegend isRouted={shown.settings.withinMinutes !== null} />
          </>
        )}
        {answered && (
          <p class="site-note">
            {shown && hasTable && totalWhy(shown)} <BasisLine basis={answered.basis} />{' '}
            {t('matrix.counting')}
          </p>
        )}
        {answered && <DoubtfulEnds ends={answered.doubtfulEnds} />}
      </section>
      {shown && known && hasTable && <Side matrix={shown} known={known} />}
    </div>
  )
}

/** What explains: the chosen park or firm, else the firms of the open cell, else all that was found. */
function Side(props: MatrixProps) {
  const { selection, matrix: seen } = view.value
  if (selection?.collection === 'parks' || selection?.collection === 'companies') {
    return <Inspector />
  }
  return (
    <aside class="matrix-side" aria-label={t('matrix.findings')}>
      {seen.cell ? <MatrixFirms {...props} /> : <MatrixFindings {...props} />}
    </aside>
  )
}

function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(NARROW.matches)
  useEffect(() => {
    const follow = () => setNarrow(NARROW.matches)
    NARROW.addEventListener('change', follow)
    return () => NARROW.removeEventListener('change', follow)
  }, [])
  return isNarrow
}
