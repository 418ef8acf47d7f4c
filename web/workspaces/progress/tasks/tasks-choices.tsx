// Whose tasks are shown, and of which district are the figures?
import { nameOf, t } from '#web/messages/index.ts'
import { homeProvince } from '#web/state/region/home.ts'
import { districts } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import type { TaskLine } from '#web/workspaces/progress/tasks/task-lines.ts'
import { isOfSide, NAMED, UNNAMED } from '#web/workspaces/progress/tasks/task-sides.ts'

const SIDES = [
  { id: 'all', side: null },
  { id: 'named', side: NAMED },
  { id: 'unnamed', side: UNNAMED },
] as const

export function TasksChoices({ lines }: { lines: readonly TaskLine[] }) {
  return (
    <div class="tasks-choices">
      <fieldset class="segmented progress-switch">
        <legend class="visually-hidden">{t('tasks.side')}</legend>
        {SIDES.map(({ id, side }) => (
          <label key={id}>
            <input
              type="radio"
              name="task-side"
              checked={view.value.taskSide === side}
              onChange={() => changeView({ taskSide: side })}
            />
            <span>
              {id === 'unnamed' && <i class="hatch-swatch" aria-hidden="true" />}
              {t(`tasks.side.${id}`, {
                count: lines.filter(({ task }) => isOfSide(task, side)).length,
              })}
            </span>
          </label>
        ))}
      </fieldset>
      <DistrictChoice />
      <small class="no-print tasks-hint">{t('tasks.sideHint')}</small>
      <ul class="progress-legend">
        <li>
          <i class="mark-same" aria-hidden="true" />
          {t('tasks.legendNamed')}
        </li>
        <li>
          <i class="hatch-swatch" aria-hidden="true" />
          {t('progress.unknown')}
        </li>
      </ul>
    </div>
  )
}

/** The same choice that narrows map and lists, so that the links lead to the same rows. */
function DistrictChoice() {
  const chosen = view.value.filters.districts ?? []
  const change = (id: string) => {
    const { districts: _, ...others } = view.value.filters
    changeView({ filters: id ? { ...others, districts: [id] } : others })
  }
  const own = districts.value.filter(
    ({ properties }) =>
      properties.level === 'district' && properties.provinceAdcode === homeProvince.value,
  )
  return (
    <label class="tasks-district">
      <span>{t('tasks.district')}</span>
      <select
        value={chosen.length === 1 ? chosen[0] : chosen.join()}
        onChange={(event) => change(event.currentTarget.value)}
      >
        <option value="">{t('tasks.wholeRegion')}</option>
        {chosen.length > 1 && (
          <option value={chosen.join()}>{t('tasks.several', { count: chosen.length })}</option>
        )}
        {own.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one.properties)}
          </option>
        ))}
      </select>
    </label>
  )
}
