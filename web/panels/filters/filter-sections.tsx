// What is shown of everything: choices with their counts, what is chosen, and the way back.
import { Words } from '#web/parts/words/words.tsx'
import '#web/panels/filters/filters.css'
import { chosen, FILTER_IDS, type FilterId } from '#geodata/analysis/shown/filters.ts'
import { t } from '#web/messages/index.ts'
import { FILTER_LOOKS } from '#web/panels/filters/filter-words.tsx'
import { firmSummary, keptHubs, keptLinks, keptParks } from '#web/state/region/kept.ts'
import { changeView, view } from '#web/state/view/store.ts'

const LISTED = { parks: keptParks, hubs: keptHubs, links: keptLinks }
const COLLECTIONS = ['parks', 'companies', 'hubs', 'links'] as const
type Counted = (typeof COLLECTIONS)[number]

function keptOf(collection: Counted) {
  if (collection === 'companies') return firmSummary.value
  const { kept, drop } = LISTED[collection].value
  return { kept: kept.length, drop }
}

function countsIn(collection: Counted, id: FilterId): ReadonlyMap<string, number> | undefined {
  if (collection !== 'companies') return LISTED[collection].value.counts.get(id)
  const counts = firmSummary.value.counts[id]
  return counts && new Map(Object.entries(counts))
}

/** The counts of each collection that a filter applies to; the first of them stands beside the choices. */
function countsOf(id: FilterId): ReadonlyMap<string, number>[] {
  return COLLECTIONS.flatMap((collection) => countsIn(collection, id) ?? [])
}

function choose(id: FilterId, value: string, on: boolean): void {
  changeView({ filters: chosen(view.peek().filters, id, value, on) })
}

/** What can be chosen of a filter, in the order it is listed. */
export function valuesOf(id: FilterId): string[] {
  const all = countsOf(id)
  const [first = new Map<string, number>()] = all
  const known =
    FILTER_LOOKS[id].order?.() ??
    [...first.keys()].sort((a, b) => (first.get(b) ?? 0) - (first.get(a) ?? 0))
  // A district without a park may have firms; what was chosen stays to be taken back.
  const others = all.flatMap((counts) => [...counts.keys()])
  return [...new Set([...known, ...others, ...(view.value.filters[id] ?? [])])]
}

/** The choices of one filter; one that would keep nothing stays where it is, with its zero. */
export function FilterChoices({ id }: { id: FilterId }) {
  const { label, mark } = FILTER_LOOKS[id]
  const all = countsOf(id)
  const picked = view.value.filters[id] ?? []
  return (
    <fieldset class="filter">
      <legend class="visually-hidden">{t(`filters.title.${id}`)}</legend>
      {valuesOf(id).map((value) => (
        <label key={value} class={all.some((one) => one.has(value)) ? 'toggle' : 'toggle nothing'}>
          <input
            type="checkbox"
            checked={picked.includes(value)}
            onChange={(event) => choose(id, value, event.currentTarget.checked)}
          />
          {mark?.(value)}
          <span>
            <Words of={label(value)} />
          </span>
          <span class="count">{all[0]?.get(value) ?? 0}</span>
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
        {t('filters.kept', {
          parks: keptParks.value.kept.length,
          companies: firmSummary.value.kept,
          links: keptLinks.value.kept.length,
        })}
      </p>
      {COLLECTIONS.map((collection) => (
        <NothingLeft key={collection} collection={collection} />
      ))}
    </section>
  )
}

/** Where the filters leave nothing: which one to drop. A kind that is known of nothing says nothing. */
function NothingLeft({ collection }: { collection: Counted }) {
  const { kept, drop } = keptOf(collection)
  if (kept > 0 || !drop) return null
  return (
    <p class="nothing-left">
      {t(`filters.nothing.${collection}`)}{' '}
      <button
        type="button"
        onClick={() => {
          const { [drop.id as FilterId]: _, ...rest } = view.peek().filters
          changeView({ filters: rest })
        }}
      >
        {t('filters.drop', { title: t(`filters.title.${drop.id as FilterId}`), count: drop.count })}
      </button>
    </p>
  )
}
