// The map in its frame: counts above, attribution below, zoom for the keyboard.
import { useEffect, useRef } from 'preact/hooks'
import { companies, dataset, links, loading, parks } from '#web/api/data.ts'
import { createAtlasMap, zoomBy } from '#web/map/atlas-map.ts'
import { say, t } from '#web/messages/index.ts'
import { changeView, view } from '#web/state/store.ts'

export function MapFrame({ dark }: { dark: boolean }) {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => (container.current ? createAtlasMap(container.current, dark) : undefined), [])
  const state = loading.value
  return (
    <main class="map-frame" aria-label={t('common.map')}>
      <div class="map" ref={container} />
      <div class="map-top">
        <p class="pill">
          {t('layout.counts', {
            parks: parks.value.length,
            companies: companies.value.length,
            links: links.value.length,
          })}
        </p>
        <button
          type="button"
          class="pill"
          aria-expanded={view.value.tableOpen}
          onClick={() => changeView({ tableOpen: !view.value.tableOpen })}
        >
          {t('common.table')}
        </button>
      </div>
      <div class="map-zoom">
        <button type="button" aria-label={t('common.zoomIn')} onClick={() => zoomBy(1)}>
          +
        </button>
        <button type="button" aria-label={t('common.zoomOut')} onClick={() => zoomBy(-1)}>
          −
        </button>
      </div>
      {state.kind === 'loading' && (
        <p class="map-loading" role="status">
          {t('common.loading', { done: state.done, total: state.total })}
        </p>
      )}
      <Attribution />
    </main>
  )
}

export function Attribution() {
  const data = dataset.value
  if (!data) return null
  const lines = data.attribution.map(({ title }) => say(title))
  const number = data.mapApprovalNumber ?? t('common.approvalUnset')
  return (
    <p class="attribution" title={say(data.boundaryNote)}>
      {[...lines, t('common.approval', { number })].join(' · ')}
    </p>
  )
}
