// How far is the map, until it has drawn what the page knows?
import { useEffect, useState } from 'preact/hooks'
import { mapDrawn } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import { loading } from '#web/state/region/lists.ts'

/** After this it is said that drawing takes longer, and what can be used meanwhile. */
const LONG_SECONDS = 15

export function MapProgress() {
  const { value: state } = loading
  const isDrawn = mapDrawn.value
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (isDrawn) return
    const timer = setTimeout(() => setLong(true), LONG_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [isDrawn])
  const said =
    state.kind === 'loading'
      ? t('common.loading', { done: state.done, total: state.total })
      : isDrawn
        ? ''
        : t(isLong ? 'map.drawingLong' : 'map.drawing')
  // Always there, so that what changes in it is announced.
  return (
    <p class="map-loading" role="status">
      {said}
    </p>
  )
}
