// The region as it was in the year that is looked at.
import { computed } from '@preact/signals'
import { linksIn, parksIn } from '#geodata/analysis/shown/in-year.ts'
import { links, parks } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

/** The layout looks back, and scenes that were taken of it: what is asked elsewhere is asked of today. */
const LOOKS_BACK = ['layout', 'present']
const year = computed(() => (LOOKS_BACK.includes(view.value.workspace) ? view.value.year : null))

export const parksThen = computed(() => parksIn(parks.value, year.value))
export const linksThen = computed(() => linksIn(links.value, year.value))
