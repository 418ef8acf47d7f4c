// What has been asked of siting, and how far is the answer?
import { computed } from '@preact/signals'
import type { SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { inSight } from '#web/api/asked.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { pinCandidateId, readCompared } from '#web/state/answers/compare.ts'
import { type RankedAnswer, rerank } from '#web/state/answers/siting-rank.ts'
import { workOut } from '#web/state/answers/worked-out.ts'
import { parks } from '#web/state/region/lists.ts'
import { askedInputs } from '#web/state/view/ask.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'

/** The id under which the user's own pin is ranked among the parks. */
export const PIN_ID = 'pin'

export type SitingAsked = Partial<SitingInputs>

export const sitingQuestion = newestOnly((inputs: SitingAsked, signal) =>
  workOut('siting', inputs, signal),
)
export const siting = sitingQuestion.asked

/** The answer under the weights of the view: a moved slider re-ranks at once, the server’s draws follow. */
export const ranked = computed<RankedAnswer | null>(() => {
  const result = inSight(siting.value)
  return result && rerank(result, view.value.weights)
})

/** The question the view asks; null while nothing is to be made. */
export function sitingInputs(of: View): SitingAsked | null {
  const made = of.productId
    ? { productId: of.productId }
    : of.segmentId
      ? { segmentId: of.segmentId }
      : null
  if (!made) return null
  return {
    ...made,
    ...networkOf(of),
    weightPlantsByCapacity: of.plantsByCapacity,
    pins: pinsOf(of),
    ...askedInputs(of.ask),
    ...(of.ask.withPartners && parks.value.length > 0
      ? { parkIds: parks.value.map(({ properties }) => properties.id) }
      : {}),
    ...(Object.keys(of.weights).length > 0 ? { weights: of.weights } : {}),
  }
}

/** The user's own pin, and those put aside to be compared: all are candidates of the one question. */
function pinsOf({ pin, compared }: View): SitingInputs['pins'] {
  const others = compared.flatMap((id) => {
    const read = readCompared(id)
    const isOwn = pin !== null && id === pinCandidateId(pin)
    return read.kind === 'pin' && !isOwn ? [{ id, lngLat: read.lngLat }] : []
  })
  return [...(pin ? [{ id: PIN_ID, lngLat: pin }] : []), ...others]
}

/** The id in the answer of what is compared under an id: the own pin is ranked under a name of its own. */
export function candidateIdOf(id: string, { pin }: View): string {
  return pin && id === pinCandidateId(pin) ? PIN_ID : id
}

/** Where rings start: the chosen candidate of the ranking, else the pin. */
export function ringsOrigin(of: View, result: SitingResult | null): LngLat | null {
  const { collection, id: chosen } = of.selection ?? {}
  const isPlace = collection === 'parks' || collection === 'sites'
  const candidate = isPlace ? result?.ranking.find(({ id }) => id === chosen) : undefined
  return candidate?.lngLat ?? of.pin
}
