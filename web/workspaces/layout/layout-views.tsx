// What can the layout workspace show? The map, or a board in its place: a board is a file and a line here.
import '#web/parts/controls/layout-views.css'
import { language, t } from '#web/messages/index.ts'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { More } from '#web/parts/controls/more.tsx'
import { useFitting } from '#web/parts/controls/use-fitting.ts'
import { useOneStop } from '#web/parts/focus/one-stop.ts'
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
  matrix: () =>
    import('#web/workspaces/layout/matrix/matrix.tsx').then(({ MatrixBoard }) => MatrixBoard),
}

/** The views on one line, those without room behind "more"; the one that is open is among the first. */
export function LayoutViews() {
  const row = useOneStop<HTMLElement>()
  const fitting = useFitting(row.ref, language.value)
  const open = view.value.layoutView
  const count = fitting ?? LAYOUT_VIEWS.length
  const isFirst = LAYOUT_VIEWS.indexOf(open) < count
  const first = isFirst
    ? LAYOUT_VIEWS.slice(0, count)
    : [...LAYOUT_VIEWS.slice(0, Math.max(0, count - 1)), open]
  const others = LAYOUT_VIEWS.filter((id) => !first.includes(id))
  return (
    <nav class="layout-views" aria-label={t('layout.views')} {...row} data-whole={fitting === null}>
      {first.map((id) => (
        <ViewButton key={id} id={id} />
      ))}
      {(fitting === null || others.length > 0) && (
        <More id="more-layout-views">
          {others.map((id) => (
            <ViewButton key={id} id={id} />
          ))}
        </More>
      )}
    </nav>
  )
}

function ViewButton({ id }: { id: LayoutView }) {
  return (
    <button
      type="button"
      aria-current={view.value.layoutView === id ? 'page' : undefined}
      onClick={() => changeView({ layoutView: id })}
    >
      {t(`layout.view.${id}`)}
    </button>
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
