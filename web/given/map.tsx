// The map in a file: what it shows and whose it is, without what needs a server.
import { mapDrawn } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import { CreditsLine } from '#web/panels/basemaps/credits-line.tsx'
import { MapProgress } from '#web/panels/frame/map-progress.tsx'
import { RingLegend } from '#web/panels/frame/ring-legend.tsx'
import { useMap } from '#web/panels/frame/use-map.ts'
import { ZoomButtons } from '#web/panels/frame/zoom-buttons.tsx'
import { rings, ringsProblem } from '#web/state/answers/rings.ts'

export function GivenMap() {
  const container = useMap()
  return (
    <main class="map-frame" aria-label={t('common.map')}>
      <div class="map" data-drawn={String(mapDrawn.value)} ref={container} />
      <div class="map-top">
        <div class="map-top-left">{(rings.value ?? ringsProblem.value) && <RingLegend />}</div>
      </div>
      <ZoomButtons />
      <MapProgress />
      <div class="map-bottom">
        <CreditsLine />
      </div>
    </main>
  )
}
