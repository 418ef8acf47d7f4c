// Which links are shown: their kinds, the years they were agreed in, and those that are no line.
import { Words } from '#web/parts/words/words.tsx'
import '#web/panels/filters/link-choices.css'
import { t } from '#web/messages/index.ts'
import { FilterChoices } from '#web/panels/filters/filter-sections.tsx'
import { LinkPattern } from '#web/parts/controls/symbols.tsx'
import { hovering } from '#web/state/answers/hover.ts'
import { keptLinks } from '#web/state/region/kept.ts'
import { links } from '#web/state/region/lists.ts'
import { linksThen } from '#web/state/region/year.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function LinkChoices() {
  return (
    <section>
      <h2>
        {t('layout.links')} <small>{linksThen.value.length}</small>
      </h2>
      <FilterChoices id="links" />
      <p class="site-note">{sumText()}</p>
      <YearRange />
      <Unlined />
    </section>
  )
}

/** Why the cables on the map hold fewer links than there are. */
function sumText(): string {
  const all = linksThen.value
  const unlined = all.filter(({ properties }) => properties.cityPairs.length === 0).length
  return t('map.links.sum', { all: all.length, lined: all.length - unlined, unlined })
}

/** From one year to another; in the view it is the choice of the years between. */
function YearRange() {
  const years = [...new Set(links.value.map(({ properties }) => properties.year))].sort()
  const picked = (view.value.filters.years ?? []).map(Number)
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const from = picked.length > 0 ? Math.min(...picked) : first
  const to = picked.length > 0 ? Math.max(...picked) : last
  const choose = (low: number, high: number) => {
    const { years: _, ...others } = view.peek().filters
    const all = low <= first && high >= last
    const between = years.filter((year) => year >= low && year <= high).map(String)
    changeView({ filters: all ? others : { ...others, years: between } })
  }
  const options = (fits: (year: number) => boolean) =>
    years.filter(fits).map((year) => (
      <option key={year} value={year}>
        {year}
      </option>
    ))
  return (
    <p class="year-range">
      <select
        aria-label={t('map.links.from')}
        value={from}
        onChange={(event) => choose(Number(event.currentTarget.value), to)}
      >
        {options((year) => year <= to)}
      </select>
      –
      <select
        aria-label={t('map.links.to')}
        value={to}
        onChange={(event) => choose(from, Number(event.currentTarget.value))}
      >
        {options((year) => year >= from)}
      </select>
    </p>
  )
}

/** Links within one city or of a whole province: they are no pair of cities, so they are listed. */
function Unlined() {
  const unlined = keptLinks.value.kept.filter(({ properties }) => properties.cityPairs.length === 0)
  if (unlined.length === 0) return null
  return (
    <details class="folded-filter unlined">
      <summary>
        {t('map.links.unlined')} <span class="count">{unlined.length}</span>
      </summary>
      <ul>
        {unlined.map(({ properties: { id, kind, year, fromNameZh, toNameZh } }) => (
          <li key={id}>
            <button
              type="button"
              class="quiet"
              {...hovering({ collection: 'links', id })}
              onClick={() => changeView({ selection: { collection: 'links', id } })}
            >
              <LinkPattern kind={kind} /> <Words of={`${fromNameZh} → ${toNameZh}`} />{' '}
              <small>{year}</small>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
