// The plan at a glance: what the 1+N is, its segments, symbols, links and layers.
import { LINK_KINDS, type Park } from '#geodata/contract/collections.ts'
import { SYSTEM_CHARACTER, SYSTEMS } from '#geodata/model/system.ts'
import { links, parks } from '#web/api/data.ts'
import { timeFromNearest } from '#web/api/minutes.ts'
import { passes } from '#web/map/features.ts'
import { t } from '#web/messages/index.ts'
import { LayoutViews } from '#web/panels/layout-views.tsx'
import { LEVELS, levelName } from '#web/panels/level-name.ts'
import { Search } from '#web/panels/search.tsx'
import { LinkPattern, ParkSymbol } from '#web/panels/symbols.tsx'
import { changeView, view } from '#web/state/store.ts'

const SYMBOLS = ['vehicle', 'candidate', 'creating', 'recognised', 'joint', 'partner'] as const

/** Which symbol of the legend a park wears. */
function symbolOf({ role, stage }: Park['properties']): (typeof SYMBOLS)[number] {
  if (role === 'vehicle' || role === 'joint') return role
  return stage === 'operating' ? 'recognised' : stage
}

/** How many parts parks a truck reaches from the nearest candidate in time; null: not answered. */
function nearCount(withinMinutes: number): number | null {
  const times = timeFromNearest.value
  if (times.size === 0) return null
  return parks.value.filter(({ properties: { id, role } }) => {
    const time = times.get(id)
    return role === 'parts' && time !== undefined && time.centralSeconds <= withinMinutes * 60
  }).length
}

export function LayoutPanel() {
  const all = parks.value.map((park) => park.properties)
  const count = (test: (park: (typeof all)[number]) => boolean) => all.filter(test).length
  const filtered =
    view.value.systems.length + view.value.levels.length + view.value.stages.length > 0
  const kept = parks.value.filter((park) => passes(park, view.value)).length
  const near = nearCount(60)
  return (
    <aside class="panel layout-panel" aria-label={t('layout.title')}>
      <LayoutViews />
      <h1>{t('layout.title')}</h1>
      <p class="lead">
        {t('layout.summary', {
          candidates: count((park) => park.role === 'vehicle'),
          parts: count((park) => park.role === 'parts' && park.stage !== 'partner'),
          joint: count((park) => park.role === 'joint'),
          partners: count((park) => park.stage === 'partner'),
        })}
        {near !== null && ` ${t('layout.near', { near })}`}
      </p>
      <Search />
      {filtered && kept === 0 && (
        <p role="status" class="none">
          {t('layout.noMatch')}
        </p>
      )}
      {filtered && (
        <button
          type="button"
          class="quiet"
          onClick={() => changeView({ systems: [], levels: [], stages: [] })}
        >
          {t('layout.clear')}
        </button>
      )}
      <section>
        <h2>
          {t('layout.systems')} <small>{t('layout.parksCount')}</small>
        </h2>
        {SYSTEMS.filter((system) => system !== 'vehicle').map((system) => (
          <Toggle
            key={system}
            on={view.value.systems.includes(system)}
            label={t(`common.system.${system}`)}
            mark={<b class={`chip seg-${system}`}>{SYSTEM_CHARACTER[system]}</b>}
            count={count((park) => park.systems.includes(system))}
            change={(on) => changeView({ systems: toggled(view.value.systems, system, on) })}
          />
        ))}
      </section>
      <section>
        <h2>
          {t('layout.symbols')} <small>{t('layout.sizeMeaning')}</small>
        </h2>
        <ul class="symbols">
          {SYMBOLS.map((symbol) => (
            <li key={symbol}>
              <ParkSymbol symbol={symbol} />
              {t(`layout.symbol.${symbol}`)}
              <span class="count">{count((park) => symbolOf(park) === symbol)}</span>
            </li>
          ))}
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
      </section>
      <section>
        <h2>
          {t('layout.links')} <small>{links.value.length}</small>
        </h2>
        {LINK_KINDS.map((kind) => (
          <Toggle
            key={kind}
            on={view.value.linkKinds.includes(kind)}
            label={t(`layout.kind.${kind}`)}
            mark={<LinkPattern kind={kind} />}
            count={links.value.filter((link) => link.properties.kind === kind).length}
            change={(on) => changeView({ linkKinds: toggled(view.value.linkKinds, kind, on) })}
          />
        ))}
      </section>
      <section>
        <h2>
          {t('layout.level')} <small>{t('layout.parksCount')}</small>
        </h2>
        {LEVELS.map((level) => (
          <Toggle
            key={level}
            on={view.value.levels.includes(level)}
            label={levelName(level)}
            count={count((park) => park.level === level)}
            change={(on) => changeView({ levels: toggled(view.value.levels, level, on) })}
          />
        ))}
      </section>
    </aside>
  )
}

type ToggleProps = {
  on: boolean
  label: string
  mark?: preact.ComponentChildren
  count?: number
  change: (on: boolean) => void
}

function Toggle({ on, label, mark, count, change }: ToggleProps) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      {mark}
      <span>{label}</span>
      {count !== undefined && <span class="count">{count}</span>}
    </label>
  )
}

function toggled<T>(list: T[], item: T, on: boolean): T[] {
  return on
    ? [...list.filter((other) => other !== item), item]
    : list.filter((other) => other !== item)
}
