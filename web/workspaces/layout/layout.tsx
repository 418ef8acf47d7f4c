// The plan at a glance: what the 1+N is, its segments, symbols, links and layers.

import type { FilterId } from '#geodata/analysis/shown/filters.ts'
import { t } from '#web/messages/index.ts'
import { AddMenu, ImportButton } from '#web/panels/editor/edit-buttons.tsx'
import { FilterChoices, FiltersInUse, FoldedFilter } from '#web/panels/filters/filter-sections.tsx'
import { LinkChoices } from '#web/panels/filters/link-choices.tsx'
import { FillChoice } from '#web/panels/frame/fill-legend.tsx'
import { panelFolding } from '#web/panels/frame/panel-folding.ts'
import { Timeline } from '#web/panels/frame/timeline.tsx'
import { SearchBox } from '#web/panels/search/search-box.tsx'
import { DesignationNote } from '#web/parts/controls/designation-note.tsx'
import { PARK_SYMBOLS, ParkSymbol, symbolOf } from '#web/parts/controls/symbols.tsx'
import { nearText } from '#web/parts/words/near-text.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { minutesAgain, minutesProblem } from '#web/state/answers/minutes.ts'
import { parks } from '#web/state/region/lists.ts'
import { parksThen } from '#web/state/region/year.ts'
import { Introduction } from '#web/workspaces/layout/introduction.tsx'
import { LayoutViews } from '#web/workspaces/layout/layout-views.tsx'
import { partsParksWithin } from '#web/workspaces/layout/near-parks.ts'
import { ParkSizeLegend } from '#web/workspaces/layout/park-size-legend.tsx'

/** Asked for now and then: behind their names. */
const FOLDED: FilterId[] = [
  'segments',
  'districts',
  'roles',
  'stages',
  'official',
  'firms',
  'hubs',
  'years',
  'confidence',
]
/** Named only where one is on the map. */
const RARE: readonly string[] = ['operating', 'unknown']

/** Sentences with minutes are missing for a reason, and can be asked for again. */
function MinutesFailed() {
  const problem = minutesProblem.value
  if (!problem) return null
  return (
    <div class="site-failed" role="alert">
      <p>
        {t('layout.minutesFailed')} {problemText(problem)}
      </p>
      <button type="button" onClick={minutesAgain}>
        {t('common.retry')}
      </button>
    </div>
  )
}

export function LayoutPanel() {
  const all = parks.value.map((park) => park.properties)
  const count = (test: (park: (typeof all)[number]) => boolean) => all.filter(test).length
  const drawn = parksThen.value.map(({ properties }) => symbolOf(properties))
  const many = (symbol: string) => drawn.filter((one) => one === symbol).length
  const near = partsParksWithin(60)
  return (
    <aside class="panel layout-panel" aria-label={t('layout.title')}>
      <LayoutViews />
      <button
        type="button"
        class="panel-fold"
        aria-label={t('common.foldPanel')}
        onClick={() => (panelFolding.value = 'folded')}
      >
        ×
      </button>
      <h1>{t('layout.title')}</h1>
      <p class="lead">
        {t('layout.summary', {
          candidates: count((park) => park.role === 'vehicle'),
          parts: count((park) => park.role === 'parts' && park.stage !== 'partner'),
          joint: count((park) => park.role === 'joint'),
          partners: count((park) => park.stage === 'partner'),
        })}
        {near !== null && ` ${nearText(near, 'layout.near')}`}
      </p>
      <MinutesFailed />
      <DesignationNote />
      <SearchBox />
      <Introduction />
      <FiltersInUse />
      <Timeline place="panel" />
      <section>
        <h2>
          {t('layout.systems')} <small>{t('layout.parksCount')}</small>
        </h2>
        <FilterChoices id="systems" />
      </section>
      <section>
        <h2>{t('layout.symbols')}</h2>
        <ul class="symbols">
          {PARK_SYMBOLS.filter((symbol) => !RARE.includes(symbol) || many(symbol) > 0).map(
            (symbol) => (
              <li key={symbol}>
                <ParkSymbol symbol={symbol} />
                {t(`layout.symbol.${symbol}`)}
                <span class="count">{many(symbol)}</span>
              </li>
            ),
          )}
          <li>
            <span class="soft" />
            {t('layout.symbol.soft')}
            <span class="count">
              {count(({ coordPrecision }) => ['town', 'district'].includes(coordPrecision))}
            </span>
          </li>
          <li>
            <span class="cluster-symbol" />
            {t('layout.symbol.company')}
          </li>
          <li>
            <span class="hub-symbol" />
            {t('layout.symbol.hub')}
          </li>
        </ul>
        <ParkSizeLegend />
      </section>
      <FillChoice />
      <LinkChoices />
      <section>
        <h2>
          {t('layout.level')} <small>{t('layout.parksCount')}</small>
        </h2>
        <FilterChoices id="levels" />
      </section>
      <section>
        <h2>{t('filters.more')}</h2>
        {FOLDED.map((id) => (
          <FoldedFilter key={id} id={id} />
        ))}
      </section>
      <section class="add-rows">
        <AddMenu />
        <ImportButton />
      </section>
    </aside>
  )
}
