// A component that is fetched when its place on the page is first drawn.
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** null: on its way, or it did not come; what stands around it works without. */
export function useLazy<P = object>(
  load: () => Promise<FunctionComponent<P>>,
): FunctionComponent<P> | null {
  const [got, setGot] = useState<{ Component: FunctionComponent<P> } | null>(null)
  useEffect(() => {
    let gone = false
    load().then(
      (Component) => gone || setGot({ Component }),
      (error) => console.error(error),
    )
    return () => {
      gone = true
    }
  }, [])
  return got?.Component ?? null
}
