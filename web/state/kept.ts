// What the filters of the view keep, for the map, the lists and the boards alike.
import { computed } from '@preact/signals'
import { companies, hubs, links, parks } from '#web/api/data.ts'
import { keep } from '#web/state/filters.ts'
import { view } from '#web/state/store.ts'

/** The choices alone: what else changes in the view filters nothing anew. */
const choices = computed(() => view.value.filters)

export const keptParks = computed(() => keep('parks', parks.value, choices.value))
export const keptCompanies = computed(() => keep('companies', companies.value, choices.value))
export const keptHubs = computed(() => keep('hubs', hubs.value, choices.value))
export const keptLinks = computed(() => keep('links', links.value, choices.value))
export const keptParkIds = computed(
  () => new Set(keptParks.value.kept.map(({ properties }) => properties.id)),
)
