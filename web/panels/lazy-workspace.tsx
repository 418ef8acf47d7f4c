// A workspace that is fetched when it is first opened; says when it is on its way or did not come.
import { type FunctionComponent, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'

type Fetched = FunctionComponent | 'loading' | 'failed'

export function lazyWorkspace(fetchPanel: () => Promise<FunctionComponent>): FunctionComponent {
  return function LazyWorkspace() {
    const [fetched, setFetched] = useState<Fetched>('loading')
    const load = () => {
      setFetched('loading')
      fetchPanel().then(
        (Panel) => setFetched(() => Panel),
        () => setFetched('failed'),
      )
    }
    useEffect(load, [])
    if (typeof fetched === 'function') return h(fetched, {})
    return (
      <main class="board">
        {fetched === 'loading' ? (
          <p role="status">{t('layout.view.loading')}</p>
        ) : (
          <div role="alert">
            <p>{t('layout.view.failed')}</p>
            <button type="button" onClick={load}>
              {t('common.retry')}
            </button>
          </div>
        )}
      </main>
    )
  }
}
