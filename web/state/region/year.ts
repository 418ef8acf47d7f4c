// The region as it was in the year that is looked at.
import { computed } from '@preact/signals'
import { linksIn, parksIn } from '#geodata/analysis/shown/in-year.ts'
import { links, parks } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'

/** Only the layout looks back: what is asked elsewhere is asked of today. */
const year = computed(() => (view.value.workspace === 'layout' ? view.value.year : null))

export const parksThen = computed(() => parksIn(parks.value, year.value))
export const linksThen = computed(() => linksIn(links.value, year.value))
