// A workspace, or a panel of one, that is fetched when it is first opened; says when it is on its way or did not come.
import { type FunctionComponent, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '#web/messages/index.ts'

type Fetched = FunctionComponent | 'loading' | 'failed'

/** What stands in its place until then. */
type Shell = { tag: 'main' | 'aside'; class: string }

export function lazyWorkspace(
  fetchPanel: () => Promise<FunctionComponent>,
  shell: Shell = { tag: 'main', class: 'board' },
): FunctionComponent {
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
    return h(
      shell.tag,
      { class: shell.class },
      fetched === 'loading' ? (
        <p role="status">{t('layout.view.loading')}</p>
      ) : (
        <div role="alert">
          <p>{t('layout.view.failed')}</p>
          <button type="button" onClick={load}>
            {t('common.retry')}
          </button>
        </div>
      ),
    )
  }
}
