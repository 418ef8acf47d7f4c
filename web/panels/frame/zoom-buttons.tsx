// Zoom for the keyboard and for one finger.
import { zoomBy } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import { useOneStop } from '#web/parts/focus/one-stop.ts'

export function ZoomButtons() {
  const row = useOneStop<HTMLDivElement>()
  return (
    <div class="map-zoom" role="toolbar" aria-label={t('common.zoom')} data-over-map {...row}>
      <button type="button" aria-label={t('common.zoomIn')} onClick={() => zoomBy(1)}>
        +
      </button>
      <button type="button" aria-label={t('common.zoomOut')} onClick={() => zoomBy(-1)}>
        −
      </button>
    </div>
  )
}
