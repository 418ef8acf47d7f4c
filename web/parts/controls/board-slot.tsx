// A board in the place of the map: fetched when it is first opened, and said so while it is on its way.
import { type ComponentChildren, type FunctionComponent, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'

/** Fetches a board when it is first opened. */
export type LoadBoard = () => Promise<FunctionComponent>

type Fetched =
  | { kind: 'loading' }
  | { kind: 'ready'; Board: FunctionComponent }
  | { kind: 'failed' }

type BoardSlotProps = {
  /** Which of the boards; another one is fetched when it changes. */
  id: string
  boards: Readonly<Record<string, LoadBoard>>
  class: string
  /** What stands above the board: the views it is one of. */
  children: ComponentChildren
}

export function BoardSlot({ id, boards, class: className, children }: BoardSlotProps) {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'loading' })
  const load = () => {
    let gone = false
    setFetched({ kind: 'loading' })
    void boards[id]?.().then(
      (Board) => gone || setFetched({ kind: 'ready', Board }),
      () => gone || setFetched({ kind: 'failed' }),
    )
    return () => {
      gone = true
    }
  }
  useEffect(load, [id])
  return (
    <main class={className}>
      {children}
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
