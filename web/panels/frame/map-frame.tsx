// The map in its frame: counts above, attribution below, zoom for the keyboard.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { mapDrawn } from '#web/map/current.ts'
import { t } from '#web/messages/index.ts'
import { BasemapNotice } from '#web/panels/basemaps/basemap-notice.tsx'
import { CreditsLine } from '#web/panels/basemaps/credits-line.tsx'
import { FillLegend } from '#web/panels/frame/fill-legend.tsx'
import { LayerSwitches } from '#web/panels/frame/layer-switches.tsx'
import { MapProgress } from '#web/panels/frame/map-progress.tsx'
import { openPanel } from '#web/panels/frame/panel-folding.ts'
import { Timeline } from '#web/panels/frame/timeline.tsx'
import { useMap } from '#web/panels/frame/use-map.ts'
import { ZoomButtons } from '#web/panels/frame/zoom-buttons.tsx'
import { NetworkChip, NetworkNotice } from '#web/panels/networks/network-chip.tsx'
import { dialog } from '#web/panels/search/commands.ts'
import { Icon } from '#web/parts/controls/icon.tsx'
import { Lazy, type Load } from '#web/parts/controls/lazy.tsx'
import { useOneStop } from '#web/parts/focus/one-stop.ts'
import { rings, ringsProblem } from '#web/state/answers/rings.ts'
import { firmSummary, keptLinks, keptParks } from '#web/state/region/kept.ts'
import { links, parks } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

const ringLegend: Load = async () => (await import('#web/panels/frame/ring-legend.tsx')).RingLegend

/** `note` takes the place of the counts and the legend of the rings. */
export function MapFrame({ note }: { note?: ComponentChildren }) {
  const container = useMap()
  // Beside a comparison the map is a part of what the page is about, not all of it.
  const isPart = view.value.workspace === 'compare'
  const Root = isPart ? 'div' : 'main'
  return (
    <Root class="map-frame" {...(isPart ? {} : { 'aria-label': t('common.map') })}>
      <div class="map" data-drawn={String(mapDrawn.value)} ref={container} />
      <div class="map-top">
        <div class="map-top-left">
          {view.value.workspace === 'layout' && <PanelOpener />}
          {note ??
            ((rings.value ?? ringsProblem.value) && view.value.workspace !== 'layout' ? (
              <Lazy load={ringLegend} />
            ) : (
              <Counts />
            ))}
        </div>
        <Tools />
      </div>
      <NetworkNotice />
      <BasemapNotice />
      <ZoomButtons />
      <MapProgress />
      <div class="map-bottom">
        <div class="map-bottom-row">
          <div class="map-bottom-left">
            <FillLegend />
            <NetworkChip />
          </div>
          {view.value.workspace === 'layout' && <Timeline place="map" />}
        </div>
        <CreditsLine />
      </div>
    </Root>
  )
}

/** What stands in for the panel where it is not in sight: the way to it, and the search. */
function PanelOpener() {
  return (
    <>
      <button
        type="button"
        class="pill panel-open"
        data-over-map
        aria-expanded={false}
        onClick={openPanel}
      >
        {t('layout.title')}
      </button>
      <button
        type="button"
        class="pill map-search"
        data-over-map
        onClick={() => (dialog.value = 'palette')}
      >
        <Icon path="M10.500 4a6.500 6.500 0 100 13 6.500 6.500 0 000-13zM15.500 15.500L21 21" />
        <span>{t('layout.search')}</span>
      </button>
    </>
  )
}

function Counts() {
  return (
    <p class="pill counts" data-over-map>
      <Count
        kept={keptParks.value.kept.length}
        of={parks.value.length}
        label={t('layout.countParks')}
      />
      <Count
        kept={firmSummary.value.kept}
        of={firmSummary.value.total}
        label={t('layout.countCompanies')}
      />
      <Count
        kept={keptLinks.value.kept.length}
        of={links.value.length}
        label={t('layout.countLinks')}
      />
    </p>
  )
}

function Tools() {
  const row = useOneStop<HTMLDivElement>()
  return (
    <div class="pill tools" role="toolbar" aria-label={t('common.mapTools')} data-over-map {...row}>
      <LayerSwitches />
      <button
        type="button"
        aria-expanded={view.value.tableOpen}
        onClick={() => changeView({ tableOpen: !view.value.tableOpen })}
      >
        <Icon path="M4 5h16v14H4zM4 10h16M10 10v9" />
        <span>{t('common.table')}</span>
      </button>
      <CopyLink />
    </div>
  )
}

/** How many the filters keep, of how many there are. */
function Count({ kept, of, label }: { kept: number; of: number; label: string }) {
  return (
    <span>
      <b>{kept}</b>
      {kept < of && <small>/{of}</small>} {label}
    </span>
  )
}

/** Copies the address, which holds everything that is seen. */
function CopyLink() {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setCopied(true)
    } catch {
      // Without the clipboard the address bar still holds the same link.
    }
  }
  return (
    <button
      type="button"
      data-copied={copied ? '' : undefined}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    >
      <Icon path="M10 14a4 4 0 005.700 0l3-3a4 4 0 00-5.700-5.700l-1 1M14 10a4 4 0 00-5.700 0l-3 3a4 4 0 005.700 5.700l1-1" />
      <span aria-live="polite">{copied ? t('common.copied') : t('common.copyLink')}</span>
    </button>
  )
}
