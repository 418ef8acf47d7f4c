// How much is there to mend, and what of it is shown?

import { TASK_KINDS } from '#geodata/contract/editable/tasks.ts'
import {
  type ProvenanceResult,
  WORK_STANDINGS,
  type WorkStanding,
} from '#geodata/contract/processes/provenance.ts'
import { t } from '#web/messages/index.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { DEFAULT_WORK } from '#web/state/view/work-shown.ts'

type Counts = ProvenanceResult['counts']

/** The filters of the view that the board knows. */
export function filtersShown() {
  const { kind, standing, side, page } = view.value.work
  return {
    kind: TASK_KINDS.find((one) => one === kind) ?? null,
    standing: WORK_STANDINGS.find((one) => one === standing) ?? null,
    side,
    page,
  }
}

/** Another filter begins at the first page. */
export function showWork(change: Partial<typeof DEFAULT_WORK>): void {
  changeView({ work: { ...view.peek().work, page: 1, ...change } })
}

const FIGURES: readonly { id: keyof Counts & string; standing: WorkStanding | null }[] = [
  { id: 'total', standing: null },
  { id: 'assigned', standing: 'assigned' },
  { id: 'overdue', standing: 'overdue' },
  { id: 'done', standing: 'done' },
]

/** The four counts; each shows its own lines alone. */
export function WorkCounts({ counts }: { counts: Counts }) {
  const { standing } = filtersShown()
  return (
    <ul class="work-counts">
      {FIGURES.map((one) => {
        const count = Number(counts[one.id])
        const what = t(`provenance.count.${one.id}` as 'provenance.count.total')
        return (
          <li key={one.id}>
            <button
              type="button"
              class={one.id === 'overdue' && count > 0 ? 'bad' : undefined}
              aria-pressed={standing === one.standing}
              aria-label={t('provenance.count.show', { count, what })}
              onClick={() => showWork({ standing: one.standing })}
            >
              <b>{count}</b> <span>{what}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

export function WorkFilters({ counts }: { counts: Counts }) {
  const { kind, side, standing } = filtersShown()
  const isFiltered = kind !== null || side !== null || standing !== null
  return (
    <div class="work-filters no-print">
      <fieldset class="segmented work-kinds">
        <legend class="visually-hidden">{t('provenance.kind')}</legend>
        {[null, ...TASK_KINDS].map((one) => (
          <label key={one ?? 'all'}>
            <input
              type="radio"
              name="work-kind"
              checked={kind === one}
              onChange={() => showWork({ kind: one })}
            />
            <span>
              {one === null
                ? t('provenance.kind.all')
                : t('provenance.kind.count', {
                    kind: t(`provenance.kind.${one}`),
                    count: counts.byKind[one],
                  })}
            </span>
          </label>
        ))}
      </fieldset>
      <label class="tasks-district">
        <span>{t('provenance.side')}</span>
        <select
          value={side ?? ''}
          onChange={(event) => showWork({ side: event.currentTarget.value || null })}
        >
          <option value="">{t('provenance.side.all')}</option>
          {side !== null && !counts.sides.some((one) => one.side === side) && (
            <option value={side}>{side}</option>
          )}
          {counts.sides.map((one) => (
            <option key={one.side} value={one.side}>
              {t('provenance.side.one', { side: one.side, count: one.total })}
            </option>
          ))}
        </select>
      </label>
      {isFiltered && (
        <button type="button" class="quiet" onClick={() => showWork(DEFAULT_WORK)}>
          {t('provenance.clear')}
        </button>
      )}
    </div>
  )
}
