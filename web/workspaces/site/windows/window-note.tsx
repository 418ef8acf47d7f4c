// What does the map show of a window? The route in minutes and kilometers, or from where the part makes it.
import '#web/workspaces/site/windows/windows.css'
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { latestFreeMinutes, type Span } from '#geodata/analysis/jit/on-time.ts'
import { minutesOf } from '#geodata/analysis/jit/parts.ts'
import type { JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import { boundsAround } from '#geodata/geometry/bounds.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { frame } from '#web/map/current.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { ringsWanted } from '#web/panels/frame/rings-request.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { rings } from '#web/state/answers/rings.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { windowRoute } from '#web/state/answers/window-route.ts'
import { edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { changeWindows } from '#web/workspaces/site/windows/change-windows.ts'
import {
  type Cell,
  cellAt,
  hourOf,
  shownMinutesTo,
  shownOf,
  siteInFocus,
  speedOf,
  trafficAt,
  windowsAsked,
} from '#web/workspaces/site/windows/windows-cells.ts'
import {
  minutesWords,
  partName,
  plantName,
  shareRange,
} from '#web/workspaces/site/windows/windows-words.ts'

/** The most minutes a ring is asked for. */
const RING_MOST_MINUTES = 600

export function WindowNote() {
  const { cell, onMap } = view.value.windows
  const site = siteInFocus(view.value, ranked.value)
  const asked = site && cell && { ...windowsAsked(view.value, site), productIds: [cell.productId] }
  const { answer } = useAnswer(
    async (signal) => (asked ? execute('jit-window', asked, signal) : null),
    JSON.stringify([asked, edits.value]),
  )
  const result = inSight(answer)
  const part = result?.parts[0]
  const plant = result?.plants.find(({ id }) => id === cell?.plantId)
  const shown = part && plant && cellAt(part, plant, trafficAt(view.value, hourOf(view.value)))
  return (
    <section class="pill window-note" role="status" aria-label={t('windows.onMap')}>
      {answer.kind === 'failed' && <p>{problemText(answer.problem)}</p>}
      {!shown && answer.kind === 'computing' && <p>{t('designation.computing')}</p>}
      {shown && result && onMap === 'route' && <RouteNote cell={shown} site={result.site} />}
      {shown && result && onMap === 'ring' && <RingNote cell={shown} speed={speedOf(result)} />}
      <p class="window-note-acts">
        <button type="button" onClick={() => changeView({ siteView: 'windows' })}>
          {t('windows.back')}
        </button>
        <button type="button" class="quiet" onClick={() => changeWindows({ onMap: null })}>
          {t('windows.off')}
        </button>
      </p>
    </section>
  )
}

function RouteNote({ cell, site }: { cell: Cell; site: JitWindowResult['site'] }) {
  const { plant, part, verdict } = cell
  const { slack, share } = shownOf(cell)
  const question = {
    origin: site.lngLat,
    destination: plant.lngLat,
    ...networkOf(view.value),
  }
  const { answer } = useAnswer(
    (signal) => execute('route', question, signal),
    JSON.stringify([question, edits.value]),
  )
  const route = inSight(answer)
  useEffect(() => {
    windowRoute.value = route?.geometry.coordinates ?? null
    if (route) frame(cornersAround(route.geometry.coordinates), 90)
    return () => {
      windowRoute.value = null
    }
  }, [route])
  return (
    <>
      <p>
        <span class={`window-mark ${verdict}`} aria-hidden="true" />{' '}
        <b>
          {t('windows.routeOf', {
            part: partName(part),
            site: nameOf(site),
            plant: plantName(plant),
          })}
        </b>
      </p>
      {answer.kind === 'failed' && <p>{problemText(answer.problem)}</p>}
      {route && (
        <p>
          {t('windows.routeTold', {
            minutes: minutesWords(shownMinutesTo(plant) ?? [0, 0, 0]),
            kilometers: Math.round(route.properties.lengthMeters / 1000),
            slack: slack ? minutesWords(slack) : t('common.unknown'),
            share: share ? shareRange(share) : t('common.unknown'),
          })}
        </p>
      )}
      {route?.basis.network.kind === 'skeleton' && (
        <p class="site-note">{t('windows.schematic')}</p>
      )}
    </>
  )
}

function RingNote({ cell: { part, plant }, speed }: { cell: Cell; speed: Span }) {
  const minutes = minutesOf(part, plant)
  const latest = minutes
    ? latestFreeMinutes(minutes, trafficAt(view.value, hourOf(view.value)), speed)
    : null
  const cutoffMinutes = [...new Set((latest ?? []).map(Math.floor))].filter(
    (one) => one > 0 && one <= RING_MOST_MINUTES,
  )
  const question = JSON.stringify([plant.lngLat, cutoffMinutes])
  useEffect(() => {
    ringsWanted.value =
      cutoffMinutes.length > 0
        ? { origin: plant.lngLat, direction: 'inward', cutoffMinutes, ...networkOf(view.peek()) }
        : null
    return () => {
      ringsWanted.value = null
    }
  }, [question])
  useEffect(() => {
    let framed = false
    return effect(() => {
      const [outermost] = rings.value?.features ?? []
      const isOurs = cutoffMinutes.includes(outermost?.properties.cutoffMinutes ?? 0)
      if (framed || !outermost || !isOurs) return
      framed = true
      frame(cornersAround((outermost.geometry.coordinates as LngLat[][][]).flat(2)), 60)
    })
  }, [question])
  return (
    <>
      <p>
        <b>{t('windows.ringOf', { part: partName(part), plant: plantName(plant) })}</b>
      </p>
      <p>
        {cutoffMinutes.length === 0
          ? t('windows.ringTooFar')
          : t('windows.ringTold', {
              surely: Math.floor(latest?.[0] ?? 0),
              perhaps: Math.floor(latest?.[2] ?? 0),
            })}
      </p>
    </>
  )
}

function cornersAround(lngLats: readonly LngLat[]): [LngLat, LngLat] {
  const [west, south, east, north] = boundsAround(lngLats)
  return [
    [west, south],
    [east, north],
  ]
}
