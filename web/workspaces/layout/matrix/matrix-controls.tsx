// What the matrix is asked: the columns, the limit, whose needs, how deep, which parts of it.
import { GRAINS } from '#geodata/contract/processes/coverage.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { FoldedFilter } from '#web/panels/filters/filter-sections.tsx'
import { Icon } from '#web/parts/controls/icon.tsx'
import { view } from '#web/state/view/store.ts'
import { changeMatrix, keptKnown, matrix } from '#web/workspaces/layout/matrix/coverage.ts'
import { saveMatrix } from '#web/workspaces/layout/matrix/matrix-csv.ts'

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

export function MatrixControls() {
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
  const option = (one: (typeof destinations)[number]) => (
    <option key={one.id} value={one.id}>
      {nameOf(one)}
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
