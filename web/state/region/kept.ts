// What the filters of the view keep, for the map, the lists and the boards alike.
import { computed, effect } from '@preact/signals'
import { keep } from '#geodata/analysis/shown/filters.ts'
import { summaryOfFirms } from '#geodata/analysis/shown/firm-summary.ts'
import type { FirmSummary } from '#geodata/contract/firm-summary.ts'
import { inSight } from '#web/api/asked.ts'
import { summariseFirms } from '#web/api/firms.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { choiceSearch } from '#web/state/region/firm-search.ts'
import { companies, manyFirms } from '#web/state/region/firms.ts'
import { dataset, hubs } from '#web/state/region/lists.ts'
import { linksThen, parksThen } from '#web/state/region/year.ts'
import { view } from '#web/state/view/store.ts'

/** The choices alone: what else changes in the view filters nothing anew. */
export const choices = computed(() => view.value.filters)

export const keptParks = computed(() => keep('parks', parksThen.value, choices.value))
/** Of the firms that the page holds; how many there are in all stands in `firmSummary`. */
export const keptCompanies = computed(() => keep('companies', companies.value, choices.value))
export const keptHubs = computed(() => keep('hubs', hubs.value, choices.value))
export const keptLinks = computed(() => keep('links', linksThen.value, choices.value))
export const keptParkIds = computed(
  () => new Set(keptParks.value.kept.map(({ properties }) => properties.id)),
)

const keptQuestion = newestOnly(summariseFirms)
const wholeQuestion = newestOnly(summariseFirms)

// Counted by the server where the page does not hold every firm; anew after an edit.
effect(() => {
  if (manyFirms.value === null || dataset.value === null) return
  keptQuestion.ask(choiceSearch(choices.value))
})
effect(() => {
  if (manyFirms.value === null || dataset.value === null) return
  wholeQuestion.ask(choiceSearch({}))
})

/** The firms that the filters keep, counted. */
export const firmSummary = computed<FirmSummary>(() =>
  manyFirms.value === null
    ? summaryOfFirms(companies.value, choices.value)
    : (inSight(keptQuestion.asked.value) ?? NOTHING_YET),
)

/** All firms, whatever is filtered. */
export const allFirmsSummary = computed<FirmSummary>(() =>
  manyFirms.value === null
    ? summaryOfFirms(companies.value, {})
    : (inSight(wholeQuestion.asked.value) ?? NOTHING_YET),
)

const NOTHING_YET: FirmSummary = {
  total: 0,
  kept: 0,
  unplaced: 0,
  placed: 0,
  coded: 0,
  counts: {},
  drop: null,
  bySystem: {},
  byDistrict: {},
}
