// What stands in one column of the comparison?
import type { ComparedCandidate, ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { shortened } from '#geodata/contract/repeated.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { letterOf, readCompared, takenOf } from '#web/state/answers/compare.ts'
import { placeOfCompared } from '#web/state/answers/compared-place.ts'
import type { OffRoads } from '#web/state/answers/comparison.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { remarks } from '#web/state/answers/remarks.ts'
import { candidateIdOf } from '#web/state/answers/siting.ts'
import { parks } from '#web/state/region/lists.ts'
import type { View } from '#web/state/view/view.ts'

/** One compared place as the page shows it. */
export type Column = {
  id: string
  /** Its id in the answer. */
  candidateId: string
  letter: string
  /** Its place among the compared: hidden ones count, so that letters stay. */
  index: number
  name: string
  lngLat: LngLat | null
  /** null: not answered yet, or left out of the question. */
  candidate: ComparedCandidate | null
}

/** A column for each compared place that is not hidden and not off the roads, in the order of the view. */
export function columnsOf(
  of: View,
  result: ComparisonResult | null,
  offRoads: readonly OffRoads[] = [],
): Column[] {
  return takenOf(of.compared).taken.flatMap((id, index) => {
    const candidateId = candidateIdOf(id, of)
    const isOff = offRoads.some((one) => one.id === candidateId)
    if (isOff || of.side.hiddenIds.includes(id)) return []
    const candidate = result?.candidates.find((one) => one.id === candidateId) ?? null
    const lngLat = candidate?.lngLat ?? placeOfCompared(id)
    const name = comparedName(id, candidate)
    return [{ id, candidateId, letter: letterOf(index), index, name, lngLat, candidate }]
  })
}

/** As the user calls it; else a park by its short name, an own site by its name, a pin by its place; else the id. */
export function comparedName(id: string, candidate: ComparedCandidate | null = null): string {
  const typed = remarks.value.names[id]
  if (typed) return typed
  const read = readCompared(id)
  if (read.kind === 'pin') {
    const [lng, lat] = read.lngLat
    return `${t('site.pinName')} ${lng.toFixed(3)}, ${lat.toFixed(3)}`
  }
  const park = parks.value.find(({ properties }) => properties.id === id)?.properties
  if (park) return say({ zh: park.labelZh, en: park.labelEn })
  const before = kept.value?.names[id]
  if (before && (!candidate || candidate.standing === 'gone')) return say(before)
  return candidate && candidate.standing !== 'gone' ? nameOf(candidate) : shortened(id)
}
