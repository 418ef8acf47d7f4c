// What a wall says from ten metres: the title, four figures, what there is of each, the core enlarged.
import '#web/workspaces/layout/wall/wall.css'
import { LINK_KINDS } from '#geodata/contract/collections.ts'
import { SYSTEM_CHARACTER, SYSTEMS } from '#geodata/model/system.ts'
import { say, t } from '#web/messages/index.ts'
import { LinkPattern } from '#web/parts/controls/symbols.tsx'
import { planName } from '#web/parts/words/home-words.ts'
import { nearText } from '#web/parts/words/near-text.ts'
import { home } from '#web/state/region/home.ts'
import { firmSummary, keptLinks, keptParks } from '#web/state/region/kept.ts'
import { partsParksWithin } from '#web/workspaces/layout/near-parks.ts'
import { CoreInset } from '#web/workspaces/layout/wall/core-inset.tsx'

export function Wall() {
  const region = home.value
  if (!region) return null
  return (
    <>
      <header class="wall-title" data-over-map>
        <h1>{t('layout.wall.title', { region: say(region.name) })}</h1>
        <p>{t('layout.wall.basis', { plan: planName() })}</p>
      </header>
      <CoreInset />
      <aside class="wall-figures" aria-label={t('layout.wall.figures')}>
        <Figures />
        <SystemBars />
        <LinkKinds />
      </aside>
    </>
  )
}

function Figures() {
  const kept = keptParks.value.kept.map(({ properties }) => properties)
  const near = partsParksWithin(60)
  const candidates = kept.filter(({ role }) => role === 'vehicle').length
  const parts = kept.filter(({ role, stage }) => role === 'parts' && stage !== 'partner').length
  const years = keptLinks.value.kept.map(({ properties }) => properties.year)
  return (
    <div class="wall-four">
      <Figure value={candidates} label={t('layout.symbol.vehicle')} />
      <Figure
        value={parts}
        label={t('layout.role.parts')}
        note={near === null ? '' : nearText(near, 'layout.near')}
      />
      <Figure value={firmSummary.value.kept} label={t('layout.wall.firms')} />
      <Figure
        value={keptLinks.value.kept.length}
        label={t('layout.links')}
        note={years.length > 0 ? `${Math.min(...years)}–${Math.max(...years)}` : ''}
      />
    </div>
  )
}

function Figure({ value, label, note = '' }: { value: number; label: string; note?: string }) {
  return (
    <p>
      <b>{value}</b>
      {label}
      {note !== '' && <small>{note}</small>}
    </p>
  )
}

/** Known firms of each segment system, on one axis from zero. */
function SystemBars() {
  const { bySystem } = firmSummary.value
  const rows = SYSTEMS.map((system) => ({ system, count: bySystem[system] ?? 0 }))
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section>
      <h2>
        {t('layout.systems')} <small>{t('layout.knownFirms')}</small>
      </h2>
      <ul>
        {rows.map(({ system, count }) => (
          <li key={system} class="wall-bar">
            <b class={`chip seg-${system}`}>{SYSTEM_CHARACTER[system]}</b>
            <span>{t(`common.system.${system}`)}</span>
            <i class={`chip seg-${system}`} style={{ '--share': count / most }} />
            <span class="count">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LinkKinds() {
  const links = keptLinks.value.kept
  return (
    <section>
      <h2>{t('layout.links')}</h2>
      <ul>
        {LINK_KINDS.map((kind) => (
          <li key={kind}>
            <LinkPattern kind={kind} />
            <span>{t(`layout.kind.${kind}`)}</span>
            <span class="count">
              {links.filter(({ properties }) => properties.kind === kind).length}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
