// Which park counts as the "1"? None officially: the planner may set one, and it stays a scenario.
import { computed, signal } from '@preact/signals'
import type { Park } from '#geodata/contract/collections.ts'
import { parks } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** Designated: set by the planner in this view. Undecided: every candidate is as good as the others. */
export type TheOne =
  | { kind: 'designated'; park: Park }
  | { kind: 'undecided'; candidates: readonly Park[] }

/** The candidates for the "1": the parks of the role vehicle. */
export const candidates = computed(() =>
  parks.value.filter(({ properties }) => properties.role === 'vehicle'),
)

export const theOne = computed<TheOne>(() => {
  const { designatedParkId } = view.value
  const park = candidates.value.find(({ properties }) => properties.id === designatedParkId)
  return park ? { kind: 'designated', park } : { kind: 'undecided', candidates: candidates.value }
})

/** What was set before each designation of this visit, oldest first. */
const earlier = signal<readonly (string | null)[]>([])

export const canUndoDesignation = computed(() => earlier.value.length > 0)

/** Sets the "1" of the view; null: undecided again. */
export function designate(parkId: string | null): void {
  const now = view.peek().designatedParkId
  if (now === parkId) return
  earlier.value = [...earlier.peek(), now]
  changeView({ designatedParkId: parkId })
}

/** Goes back to what was set before. */
export function undoDesignation(): void {
  const last = earlier.peek().at(-1)
  if (last === undefined) return
  earlier.value = earlier.peek().slice(0, -1)
  changeView({ designatedParkId: last })
}
