// Who makes what where, and what is missing? Segments down to products by parks, districts, cities.
import '#web/styles/matrix.css'
import { useEffect, useState } from 'preact/hooks'
import { GRAINS } from '#geodata/contract/processes/coverage.ts'
import { say, t } from '#web/messages/index.ts'
import { DesignationNote } from '#web/panels/designation-note.tsx'
import { FiltersInUse, FoldedFilter } from '#web/panels/filter-sections.tsx'
import { Icon } from '#web/panels/icon.tsx'
import { Inspector } from '#web/panels/inspector.tsx'
import { saveMatrix } from '#web/panels/matrix-csv.ts'
import { MatrixFindings } from '#web/panels/matrix-findings.tsx'
import { MatrixFirms } from '#web/panels/matrix-firms.tsx'
import { MatrixGrid, type MatrixProps } from '#web/panels/matrix-grid.tsx'
import { MatrixLegend } from '#web/panels/matrix-legend.tsx'
import { MatrixList } from '#web/panels/matrix-list.tsx'
import { askCoverage, keepCoverage } from '#web/panels/matrix-request.ts'
import { networkName } from '#web/panels/network-words.ts'
import { problemText } from '#web/panels/problem-text.ts'
import { changeMatrix, coverage, keptKnown, matrix } from '#web/state/coverage.ts'
import { view } from '#web/state/store.ts'

const NARROW = matchMedia('(max-width: 760px)')
const FILTERS_HERE = [
  'systems',
  'segments',
  'districts',
  'roles',
  'stages',
  'levels',
  'confidence',
] as const
const MINUTES = { min: 10, max: 180, step: 5 }

export function MatrixBoard() {
  useEffect(keepCoverage, [])
  const isNarrow = useNarrow()
  const state = coverage.value
  const shown = matrix.value
  const known = keptKnown.value
  return (
    <div class="matrix">
      <section class="matrix-main" aria-label={t('matrix.title')}>
        <header>
          <h1>{t('matrix.title')}</h1>
          <p class="lead">{t('matrix.lead')}</p>
          <DesignationNote />
          <Controls />
          <FiltersInUse />
        </header>
        {state.kind === 'asking' && <p role="status">{t('matrix.asking')}</p>}
        {state.kind === 'failed' && (
          <div role="alert">
            <p>{t('matrix.failed')}</p>
            <p>{problemText(state.problem)}</p>
            <button type="button" onClick={askCoverage}>
              {t('common.retry')}
            </button>
          </div>
        )}
        {shown && known && (shown.rows.length === 0 || shown.columns.length === 1) && (
          <p role="status" class="matrix-none">
            {t('matrix.none')}
          </p>
        )}
        {shown && known && shown.rows.length > 0 && shown.columns.length > 1 && (
          <>
            {isNarrow ? (
              <MatrixList matrix={shown} known={known} />
            ) : (
              <MatrixGrid matrix={shown} known={known} />
            )}
            <MatrixLegend isRouted={shown.settings.withinMinutes !== null} />
          </>
        )}
        {state.kind === 'known' && (
          <p class="site-note">
            {t('matrix.basis', {
              network: networkName(state.basis.network),
              hash: state.basis.dataset.hash,
            })}
          </p>
        )}
      </section>
      {shown && known && <Side matrix={shown} known={known} />}
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

function Controls() {
  const { grain, withinMinutes, opened } = view.value.matrix
  const shown = matrix.value
  const known = keptKnown.value
  const segmentIds = known?.segments.map(({ segmentId }) => segmentId) ?? []
  const allOpen = segmentIds.length > 0 && segmentIds.every((id) => opened.includes(id))
  return (
    <div class="matrix-controls">
      <fieldset class="choice">
        <legend class="visually-hidden">{t('matrix.grain')}</legend>
        {GRAINS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={grain === one}
            onClick={() => changeMatrix({ grain: one, cell: null })}
          >
            {t(`matrix.grain.${one}`)}
          </button>
        ))}
      </fieldset>
      <fieldset class="choice">
        <legend class="visually-hidden">{t('matrix.counted')}</legend>
        <button
          type="button"
          aria-pressed={withinMinutes === null}
          onClick={() => changeMatrix({ withinMinutes: null })}
        >
          {t('matrix.all')}
        </button>
        <button
          type="button"
          aria-pressed={withinMinutes !== null}
          onClick={() => changeMatrix({ withinMinutes: withinMinutes ?? 60 })}
        >
          {t('matrix.within', { minutes: withinMinutes ?? 60 })}
        </button>
      </fieldset>
      {withinMinutes !== null && (
        <label class="matrix-minutes">
          <span class="visually-hidden">{t('matrix.limit')}</span>
          <input
            type="range"
            {...MINUTES}
            value={withinMinutes}
            aria-valuetext={t('matrix.minutes', { minutes: withinMinutes })}
            onInput={(event) => changeMatrix({ withinMinutes: Number(event.currentTarget.value) })}
          />
        </label>
      )}
      {withinMinutes !== null && known && <Destination />}
      <button
        type="button"
        onClick={() => changeMatrix({ opened: allOpen ? [] : segmentIds })}
        disabled={segmentIds.length === 0}
      >
        {allOpen ? t('matrix.closeAll') : t('matrix.openAll')}
      </button>
      <details class="matrix-filters">
        <summary>{t('filters.more')}</summary>
        <div>
          {FILTERS_HERE.map((id) => (
            <FoldedFilter key={id} id={id} />
          ))}
        </div>
      </details>
      <button
        type="button"
        disabled={!shown || !known}
        onClick={() => shown && known && saveMatrix(shown, known)}
      >
        <Icon path="M12 4v11m0 0l-4-4m4 4l4-4M5 19h14" />
        <span>{t('matrix.save')}</span>
      </button>
    </div>
  )
}

/** Whose needs: every plant, or one of them, or one of the vehicle parks. */
function Destination() {
  const destinations = keptKnown.value?.destinations ?? []
  const plants = destinations.filter(({ kind }) => kind === 'plant')
  const parks = destinations.filter(({ kind }) => kind === 'vehicle-park')
  const option = ({ id, nameZh, nameEn }: (typeof destinations)[number]) => (
    <option key={id} value={id}>
      {say({ zh: nameZh, en: nameEn })}
    </option>
  )
  return (
    <label class="matrix-to">
      <span>{t('matrix.to')}</span>
      <select
        value={view.value.matrix.destinationId ?? ''}
        onChange={(event) => changeMatrix({ destinationId: event.currentTarget.value || null })}
      >
        <option value="">{t('matrix.toPlants', { count: plants.length })}</option>
        <optgroup label={t('matrix.plants')}>{plants.map(option)}</optgroup>
        <optgroup label={t('matrix.vehicleParks')}>{parks.map(option)}</optgroup>
      </select>
    </label>
  )
}
