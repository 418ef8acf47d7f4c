// What does the page look at: the layout, the rings of a place, or a ranking?
import { computed } from '@preact/signals'
import type { LayerId } from '#geodata/contract/collections.ts'
import type { Focus } from '#web/map/drawn-thing.ts'
import { rings } from '#web/state/answers/rings.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { view } from '#web/state/view/store.ts'

/** The ranking whose places are on the map; null: there is none. */
export const shownRanking = computed(() => (view.value.workspace === 'site' ? ranked.value : null))

/** Layers of which ranked or compared places take the place. */
export const COVERED_BY_RANKING: readonly LayerId[] = ['parks', 'companies', 'links', 'precision']

export const focus = computed<Focus>(() => {
  const { workspace } = view.value
  if (workspace === 'compare' || shownRanking.value) return 'ranking'
  return workspace === 'site' && rings.value ? 'rings' : 'layout'
})

export const isSwitchedOff = (layer: LayerId) => view.value.hiddenLayers.includes(layer)
