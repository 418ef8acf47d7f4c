// What is shown of everything: choices with their counts, what is chosen, and the way back.
import '#web/styles/filters.css'
import { t } from '#web/messages/index.ts'
import { FILTER_LOOKS } from '#web/panels/filter-words.tsx'
import { chosen, FILTER_IDS, type FilterId } from '#web/state/filters.ts'
import { keptCompanies, keptHubs, keptLinks, keptParks } from '#web/state/kept.ts'
import { changeView, view } from '#web/state/store.ts'

/** Whose counts stand beside the choices: the first collection that a filter speaks of. */
function countsOf(id: FilterId): ReadonlyMap<string, number> {
  const asked = [keptParks, keptCompanies, keptHubs, keptLinks]
  return asked.map(({ value }) => value.counts.get(id)).find(Boolean) ?? new Map()
}

function choose(id: FilterId, value: string, on: boolean): void {
  changeView({ filters: chosen(view.peek().filters, id, value, on) })
}

/** The choices of one filter; one that would keep nothing stays where it is, with its zero. */
export function FilterChoices({ id }: { id: FilterId }) {
  const { label, mark, order } = FILTER_LOOKS[id]
  const counts = countsOf(id)
  const picked = view.value.filters[id] ?? []
  const known =
    order?.() ?? [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const values = [...new Set([...known, ...counts.keys(), ...picked])]
  return (
    <fieldset class="filter">
      <legend class="visually-hidden">{t(`filters.title.${id}`)}</legend>
      {values.map((value) => (
        <label key={value} class={counts.has(value) ? 'toggle' : 'toggle nothing'}>
          <input
            type="checkbox"
            checked={picked.includes(value)}
            onChange={(event) => choose(id, value, event.currentTarget.checked)}
          />
          {mark?.(value)}
          <span>{label(value)}</span>
          <span class="count">{counts.get(value) ?? 0}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** A filter behind its name, open where something is chosen. */
export function FoldedFilter({ id }: { id: FilterId }) {
  const picked = view.value.filters[id]?.length ?? 0
  return (
    <details class="folded-filter" open={picked > 0}>
      <summary>
        {t(`filters.title.${id}`)}
        {picked > 0 && <span class="count">{picked}</span>}
      </summary>
      <FilterChoices id={id} />
    </details>
  )
}

/** What is chosen, each to take back; one click clears all; says what to drop when nothing is left. */
export function FiltersInUse() {
  const { filters } = view.value
  const inUse = FILTER_IDS.flatMap((id) => (filters[id] ?? []).map((value) => ({ id, value })))
  if (inUse.length === 0) return null
  const { kept, drop } = keptParks.value
  return (
    <section class="filters-in-use" aria-label={t('filters.active')}>
      <ul>
        {inUse.map(({ id, value }) => {
          const label = FILTER_LOOKS[id].label(value)
          return (
            <li key={`${id}/${value}`}>
              <button
                type="button"
                title={t(`filters.title.${id}`)}
                aria-label={t('filters.remove', { label })}
                onClick={() => choose(id, value, false)}
              >
                {label} <span aria-hidden="true">×</span>
              </button>
            </li>
          )
        })}
        <li>
          <button type="button" class="quiet" onClick={() => changeView({ filters: {} })}>
            {t('layout.clear')}
          </button>
        </li>
      </ul>
      <p role="status">
        {kept.length > 0
          ? t('filters.kept', {
              parks: kept.length,
              companies: keptCompanies.value.kept.length,
              links: keptLinks.value.kept.length,
            })
          : t('filters.nothing')}
      </p>
      {kept.length === 0 && drop && (
        <button
          type="button"
          onClick={() => {
            const { [drop.id]: _, ...rest } = view.peek().filters
            changeView({ filters: rest })
          }}
        >
          {t('filters.drop', { title: t(`filters.title.${drop.id}`), count: drop.count })}
        </button>
      )}
    </section>
  )
}
