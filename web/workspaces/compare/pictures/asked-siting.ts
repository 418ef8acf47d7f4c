// Which siting do the pictures ask about? The one of the table, without the pins that no road comes near.
import {
  type ComparisonAsked,
  comparisonInputs,
  shownComparison,
} from '#web/state/answers/comparison.ts'
import { view } from '#web/state/view/store.ts'

/** null: the view asks nothing. */
export function askedSiting(): ComparisonAsked['siting'] | null {
  const siting = comparisonInputs(view.value)?.siting
  if (!siting) return null
  const offRoads = shownComparison.value?.offRoads ?? []
  const pins = siting.pins?.filter(({ id }) => offRoads.every((one) => one.id !== id))
  return { ...siting, ...(pins && { pins }) }
}
