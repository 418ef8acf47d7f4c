// How far is the map, until it has drawn what the page knows; why is there none, or none of the region?
import { useEffect, useState } from 'preact/hooks'
import { mapDrawn, mapTrouble, regionInSight } from '#web/map/current.ts'
import { lookHome } from '#web/map/opening-frame.ts'
import { t } from '#web/messages/index.ts'
import { loading } from '#web/state/region/lists.ts'

/** After this it is said that drawing takes longer, and what can be used meanwhile. */
const LONG_SECONDS = 15

export function MapProgress() {
  const { value: state } = loading
  const isDrawn = mapDrawn.value
  const trouble = mapTrouble.value
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (isDrawn) return
    const timer = setTimeout(() => setLong(true), LONG_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [isDrawn])
  const isElsewhere = isDrawn && regionInSight.value === false
  // Always there, so that what changes in it is announced.
  return (
    <div class="map-loading" role="status">
      {trouble !== null ? (
        <>
          <p>
            {t(`map.trouble.${trouble}`)} {t('map.trouble.goOn')}
          </p>
          <button type="button" onClick={() => location.reload()}>
            {t('map.trouble.reload')}
          </button>
        </>
      ) : isElsewhere ? (
        <>
          <p>{t('map.elsewhere')}</p>
          <button type="button" onClick={lookHome}>
            {t('map.home')}
          </button>
        </>
      ) : state.kind === 'loading' ? (
        t('common.loading', { done: state.done, total: state.total })
      ) : (
        !isDrawn && t(isLong ? 'map.drawingLong' : 'map.drawing')
      )}
    </div>
  )
}
