// Keeps the chosen basemap under the data, and goes back to the built-in one when it does not come.
import { effect, signal, untracked } from '@preact/signals'
import type { ErrorEvent, Map as MapLibre, MapSourceDataEvent } from 'maplibre-gl'
import type { BasemapEntry } from '#geodata/contract/basemaps.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { type Base, type BaseAsked, BaseFailed, type DrawnBase } from '#web/map/bases/base.ts'
import { strengthenLabels } from '#web/map/bases/imagery.ts'
import { BASES } from '#web/map/bases/index.ts'
import { layersGivingWay } from '#web/map/drawn/drawn.ts'
import type { Paint } from '#web/map/symbols.ts'
import { type BasemapFailure, basemapFailed, drawnBasemap } from '#web/state/region/basemaps.ts'
import { loading } from '#web/state/region/lists.ts'

/** Layers of the built-in map that another one has taken the place of. */
export const givenWay = signal<string[]>([])

/** As many tiles in a row that do not come, and the basemap is given up. */
const FAILURES_IN_A_ROW = 3

/** `settled` when the first choice is on the map, or was given up. */
export function keepBase(
  map: MapLibre,
  paint: Paint,
): { settled: Promise<void>; stop: () => void } {
  let drawn: DrawnBase | null = null
  let turn = 0
  let settle = () => {}
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  const stopWatching = watch(map, (sourceId) =>
    drawn?.sourceIds.includes(sourceId) ? drawnBasemap.peek() : null,
  )
  const stopEffect = effect(() => {
    const entry = drawnBasemap.value
    if (!entry) {
      // Without the list of basemaps the map lies on its built-in ground.
      if (loading.value.kind === 'ready') settle()
      return
    }
    turn += 1
    const own = turn
    untracked(async () => {
      take(map, drawn)
      drawn = null
      document.documentElement.dataset.mapIdle = 'false'
      // At once, so that nothing is drawn to be taken away again.
      givenWay.value = entry.replaces.flatMap(layersGivingWay)
      strengthenLabels(map, paint, entry.imagery)
      const isGone = () => own !== turn
      try {
        const next = await put({ map, paint, entry, isGone })
        if (isGone()) return take(map, next)
        drawn = next
        givenWay.value = [...givenWay.peek(), ...next.replaces]
        settle()
      } catch (error) {
        if (isGone()) return
        basemapFailed(entry.id, failureOf(error))
        // The built-in one comes next, in a turn of its own.
      } finally {
        map.triggerRepaint()
      }
    })
  })
  return {
    settled,
    stop: () => {
      turn += 1
      stopEffect()
      stopWatching()
      settle()
    },
  }
}

function put(asked: BaseAsked<BasemapEntry['kind']>): Promise<DrawnBase> {
  return (BASES[asked.entry.kind] as Base<BasemapEntry['kind']>)(asked)
}

function take(map: MapLibre, drawn: DrawnBase | null): void {
  if (!drawn) return
  drawn.stop?.()
  for (const id of drawn.layerIds) if (map.getLayer(id)) map.removeLayer(id)
  for (const id of drawn.sourceIds) if (map.getSource(id)) map.removeSource(id)
}

function failureOf(error: unknown): BasemapFailure {
  if (error instanceof BaseFailed) return error.failure
  return { kind: 'unexpected', said: error instanceof Error ? error.message : String(error) }
}

/** Gives an online basemap up after some tiles in a row that did not come. */
function watch(map: MapLibre, entryOf: (sourceId: string) => BasemapEntry | null): () => void {
  let inARow = 0
  const onError = (event: ErrorEvent & { sourceId?: string }) => {
    const entry = entryOf(event.sourceId ?? '')
    if (!entry?.online) return console.error(event.error)
    inARow += 1
    if (inARow < FAILURES_IN_A_ROW) return
    inARow = 0
    void tileFailure(event.error, entry.title).then((failure) => basemapFailed(entry.id, failure))
  }
  const onData = (event: MapSourceDataEvent) => {
    if (event.tile && entryOf(event.sourceId)) inARow = 0
  }
  map.on('error', onError)
  map.on('sourcedata', onData)
  return () => {
    map.off('error', onError)
    map.off('sourcedata', onData)
  }
}

/** What the server said of a tile that did not come, where it said something. */
async function tileFailure(thrown: object, name: Bilingual): Promise<BasemapFailure> {
  const error: { status?: number; url?: string; body?: Blob } = thrown
  const said = await error.body?.text().catch(() => '')
  try {
    const { detail, detailZh } = JSON.parse(said || 'null') as Problem
    if (detail && detailZh) return { kind: 'failed', reason: { en: detail, zh: detailZh } }
  } catch {
    // Not in our words: the number has to do.
  }
  const address = URL.parse(error.url ?? '')?.host ?? name.en
  return error.status
    ? { kind: 'answered', address, status: error.status }
    : { kind: 'closed', address }
}
