// Which region is the page of? The dataset says so; until it is there nothing is known of it.
import { computed } from '@preact/signals'
import { dataset } from '#web/state/region/lists.ts'

export const home = computed(() => dataset.value?.region ?? null)

/** The province whose districts are in focus. */
export const homeProvince = computed(() => home.value?.provinceAdcode ?? null)
