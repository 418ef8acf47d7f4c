// What the filters of the view keep, for the map, the lists and the boards alike.
import { computed } from '@preact/signals'
import { keep } from '#geodata/analysis/shown/filters.ts'
import { companies, hubs } from '#web/state/region/lists.ts'
import { linksThen, parksThen } from '#web/state/region/year.ts'
import { view } from '#web/state/view/store.ts'

/** The choices alone: what else changes in the view filters nothing anew. */
const choices = computed(() => view.value.filters)

export const keptParks = computed(() => keep('parks', parksThen.value, choices.value))
export const keptCompanies = computed(() => keep('companies', companies.value, choices.value))
export const keptHubs = computed(() => keep('hubs', hubs.value, choices.value))
export const keptLinks = computed(() => keep('links', linksThen.value, choices.value))
export const keptParkIds = computed(
  () => new Set(keptParks.value.kept.map(({ properties }) => properties.id)),
)
