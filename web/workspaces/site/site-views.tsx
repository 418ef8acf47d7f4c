// What answers a siting question? The map with its ranking, or a board in their place: a file and a line here.
import '#web/parts/controls/layout-views.css'
import '#web/workspaces/site/site-views.css'
import { t } from '#web/messages/index.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { useOneStop } from '#web/parts/focus/one-stop.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { SITE_VIEWS, type SiteView } from '#web/state/view/view.ts'

const BOARDS: Record<string, Load> = {
  disruption: async () =>
    (await import('#web/workspaces/site/disruption/disruption.tsx')).DisruptionBoard,
  sourcing: async () => (await import('#web/workspaces/site/sourcing/sourcing.tsx')).SourcingBoard,
  gaps: async () => (await import('#web/workspaces/site/gaps/gaps.tsx')).GapsBoard,
  sensitivity: async () =>
    (await import('#web/workspaces/site/sensitivity/sensitivity.tsx')).SensitivityBoard,
  nearest: async () => (await import('#web/workspaces/site/nearest/nearest.tsx')).NearestBoard,
  windows: async () => (await import('#web/workspaces/site/windows/windows.tsx')).WindowsBoard,
}

/** The answers side by side; the one that is open is marked. */
export function SiteViews() {
  const row = useOneStop<HTMLElement>()
  return (
    <nav class="layout-views site-views" aria-label={t('site.views')} {...row}>
      {SITE_VIEWS.filter((id) => id === 'map' || BOARDS[id]).map((id: SiteView) => (
        <button
          key={id}
          type="button"
          aria-current={view.value.siteView === id ? 'page' : undefined}
          onClick={() => changeView({ siteView: id })}
        >
          {t(`site.view.${id}`)}
        </button>
      ))}
    </nav>
  )
}

/** The open board; where the question is folded away the answers stand above it. */
export function SiteBoard({ id }: { id: SiteView }) {
  const load = BOARDS[id]
  return (
    <main class="site-board">
      <SiteViews />
      {load && <Lazy key={id} load={load} until={(words) => words} />}
    </main>
  )
}
