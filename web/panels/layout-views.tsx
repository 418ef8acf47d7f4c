// What can the layout workspace show? The map, or a board in its place: a board is a file and a line here.
import '#web/styles/layout-views.css'
import { type FunctionComponent, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'
import { changeView, view } from '#web/state/store.ts'
import { LAYOUT_VIEWS, type LayoutView } from '#web/state/view.ts'

/** Fetches a board when it is first opened. */
type LoadBoard = () => Promise<FunctionComponent>

const BOARDS: Record<string, LoadBoard> = {
  firms: async () => (await import('#web/panels/firms.tsx')).FirmsBoard,
  index: async () => (await import('#web/panels/park-index.tsx')).ParkIndexBoard,
  stages: async () => (await import('#web/panels/stages.tsx')).StagesBoard,
  'vehicle-park': async () => (await import('#web/panels/vehicle-park.tsx')).VehicleParkBoard,
  changes: async () => (await import('#web/panels/changes.tsx')).ChangesBoard,
  matrix: () => import('#web/panels/matrix.tsx').then(({ MatrixBoard }) => MatrixBoard),
}

/** The views side by side; the one that is open is marked. */
export function LayoutViews() {
  return (
    <nav class="layout-views" aria-label={t('layout.views')}>
      {LAYOUT_VIEWS.map((id: LayoutView) => (
        <button
          key={id}
          type="button"
          aria-current={view.value.layoutView === id ? 'page' : undefined}
          onClick={() => changeView({ layoutView: id })}
        >
          {t(`layout.view.${id}`)}
        </button>
      ))}
    </nav>
  )
}

type Fetched =
  | { kind: 'loading' }
  | { kind: 'ready'; Board: FunctionComponent }
  | { kind: 'failed' }

/** The open board with the views above it; says when it is on its way or did not come. */
export function LayoutBoard({ id }: { id: LayoutView }) {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'loading' })
  const load = () => {
    let gone = false
    setFetched({ kind: 'loading' })
    void BOARDS[id]?.().then(
      (Board) => gone || setFetched({ kind: 'ready', Board }),
      () => gone || setFetched({ kind: 'failed' }),
    )
    return () => {
      gone = true
    }
  }
  useEffect(load, [id])
  return (
    <main class="layout-board">
      <LayoutViews />
      {fetched.kind === 'loading' && <p role="status">{t('layout.view.loading')}</p>}
      {fetched.kind === 'failed' && (
        <div role="alert">
          <p>{t('layout.view.failed')}</p>
          <button type="button" onClick={load}>
            {t('common.retry')}
          </button>
        </div>
      )}
      {fetched.kind === 'ready' && h(fetched.Board, {})}
    </main>
  )
}
