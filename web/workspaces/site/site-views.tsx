// What answers a siting question? The map with its ranking, or a board in their place: a file and a line here.
import '#web/parts/controls/layout-views.css'
import '#web/workspaces/site/site-views.css'
import { t } from '#web/messages/index.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { ViewTabs } from '#web/parts/controls/view-tabs.tsx'
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
  return (
    <ViewTabs
      label={t('site.views')}
      name="site-views"
      ids={SITE_VIEWS.filter((id) => id === 'map' || BOARDS[id])}
      open={view.value.siteView}
      words={(id) => t(`site.view.${id}`)}
      onOpen={(siteView) => changeView({ siteView })}
    />
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
