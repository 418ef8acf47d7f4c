// Asks the question that Site asks, and the rings of the compared; the shown one's rings go to the map.
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Park } from '#geodata/contract/collections.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { execute } from '#web/api/client.ts'
import { comparedRings, readCompared, shownIndex } from '#web/state/answers/compare.ts'
import { rings } from '#web/state/answers/rings.ts'
import { ranked, sitingInputs, sitingQuestion } from '#web/state/answers/siting.ts'
import { edits, parks } from '#web/state/region/lists.ts'
import { answering } from '#web/state/region/networks.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

const asked = new Set<string>()

/** Where a park lies; null when there is none. */
export function lngLatOf(park: Park | null | undefined): LngLat | null {
  const [lng, lat] = park?.geometry.coordinates ?? []
  return lng === undefined || lat === undefined ? null : [lng, lat]
}

function placeOf(id: string): LngLat | null {
  const read = readCompared(id)
  if (read.kind === 'pin') return read.lngLat
  const park = lngLatOf(parks.value.find(({ properties }) => properties.id === id))
  return park ?? ranked.value?.ranking.find((one) => one.id === id)?.lngLat ?? null
}

/** Keeps the comparison in step with the view, once the parks are loaded (`ready`). */
export function useComparison(ready: boolean): void {
  useEffect(() => {
    if (!ready) return
    let before: string | undefined
    return effect(() => {
      const inputs = view.value.compared.length > 0 ? sitingInputs(view.value) : null
      // A correction changes the answer to the same question.
      const now = JSON.stringify([inputs, edits.value])
      if (now === before) return
      before = now
      if (inputs) sitingQuestion.ask(inputs)
      else sitingQuestion.reset()
    })
  }, [ready])
  useEffect(() => {
    if (!ready) return
    return effect(() => {
      for (const id of view.value.compared) void fetchRings(id, view.value)
    })
  }, [ready])
  useEffect(
    () =>
      effect(() => {
        const id = view.value.compared[shownIndex(view.value)]
        const found = id && comparedRings.value.get(ringsKey(id, view.value))
        rings.value = found || null
      }),
    [],
  )
}

export function ringsKey(id: string, { direction, networkId }: View): string {
  return JSON.stringify([direction, answering.value?.hash ?? networkId, id])
}

async function fetchRings(id: string, of: View): Promise<void> {
  const key = ringsKey(id, of)
  if (asked.has(key)) return
  const origin = placeOf(id)
  if (!origin) return
  asked.add(key)
  try {
    const result = await execute('isochrone', {
      origin,
      direction: of.direction,
      ...networkOf(of),
    })
    comparedRings.value = new Map([...comparedRings.peek(), [key, result]])
  } catch {
    // Asked again when the comparison is opened the next time; the drawing says that rings miss.
    asked.delete(key)
  }
}
