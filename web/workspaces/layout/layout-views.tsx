// What can the layout workspace show? The map, or a board in its place: a board is a file and a line here.
import '#web/parts/controls/layout-views.css'
import { t } from '#web/messages/index.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { ViewTabs } from '#web/parts/controls/view-tabs.tsx'
import { changeView, view } from '#web/state/view/store.ts'
import { LAYOUT_VIEWS, type LayoutView } from '#web/state/view/view.ts'

const BOARDS: Record<string, Load> = {
  firms: async () => (await import('#web/workspaces/layout/firms/firms.tsx')).FirmsBoard,
  index: async () =>
    (await import('#web/workspaces/layout/park-index/park-index.tsx')).ParkIndexBoard,
  stages: async () => (await import('#web/workspaces/layout/stages/stages.tsx')).StagesBoard,
  'vehicle-park': async () =>
    (await import('#web/workspaces/layout/vehicle-park/vehicle-park.tsx')).VehicleParkBoard,
  changes: async () => (await import('#web/workspaces/layout/changes/changes.tsx')).ChangesBoard,
  import: async () => (await import('#web/workspaces/layout/import/import-board.tsx')).ImportBoard,
  matrix: () =>
    import('#web/workspaces/layout/matrix/matrix.tsx').then(({ MatrixBoard }) => MatrixBoard),
}

export function LayoutViews() {
  return (
    <ViewTabs
      label={t('layout.views')}
      name="of-layout"
      ids={LAYOUT_VIEWS}
      open={view.value.layoutView}
      words={(id) => t(`layout.view.${id}`)}
      onOpen={(layoutView) => changeView({ layoutView })}
    />
  )
}

/** The open board with the views above it. */
export function LayoutBoard({ id }: { id: LayoutView }) {
  const load = BOARDS[id]
  return (
    <main class="layout-board">
      <LayoutViews />
      {load && <Lazy key={id} load={load} until={(words) => words} />}
    </main>
  )
}
