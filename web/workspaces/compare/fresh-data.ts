// Has somebody else changed the data since this page read them? Looked at when the page is come back to, and
// told by every answer: a park that was deleted meanwhile is not shown as if it were there.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { getDataset } from '#web/api/client.ts'
import { comparison } from '#web/state/answers/comparison.ts'
import { dataset, reloadEdited } from '#web/state/region/lists.ts'

/** Keeps the parks as the server has them, once they are loaded (`ready`). */
export function useFreshData(ready: boolean): void {
  useEffect(() => {
    if (!ready) return
    let seen: string | undefined
    const take = (hash: string) => {
      // One answer with another hash asks once: what comes then is what there is.
      if (hash === dataset.peek()?.hash || hash === seen) return
      seen = hash
      // Where that fails, the page says that the server does not answer.
      void reloadEdited('parks').catch(() => null)
    }
    const look = () => {
      if (document.visibilityState !== 'visible') return
      void getDataset().then(
        ({ hash }) => take(hash),
        () => null,
      )
    }
    const stop = effect(() => {
      const asked = comparison.value
      if (asked.kind === 'answered' && asked.result.result) {
        take(asked.result.result.basis.dataset.hash)
      }
    })
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      stop()
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ready])
}
