// Where does a compared place lie? The map asks this too, so it stands apart from the comparison itself.
import { signal } from '@preact/signals'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { readCompared } from '#web/state/answers/compare.ts'
import { candidateIdOf } from '#web/state/answers/siting.ts'
import { parks } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

/** By the ids of the answer, of own sites too; empty before there is one. */
export const answeredPlaces = signal<ReadonlyMap<string, LngLat | null>>(new Map())

/** null: that is not known, or not yet. */
export function placeOfCompared(id: string): LngLat | null {
  const read = readCompared(id)
  if (read.kind === 'pin') return read.lngLat
  const park = parks.value.find(({ properties }) => properties.id === id)
  const [lng, lat] = park?.geometry.coordinates ?? []
  if (lng !== undefined && lat !== undefined) return [lng, lat]
  return answeredPlaces.value.get(candidateIdOf(id, view.value)) ?? null
}
