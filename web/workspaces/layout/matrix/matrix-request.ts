// Asks what the matrix stands on: when the board opens, and again when data or network change.
import { computed, effect } from '@preact/signals'
import type { Choices } from '#geodata/analysis/shown/filters.ts'
import type { CoverageInputs } from '#geodata/contract/processes/coverage.ts'
import { theOne } from '#web/state/region/designation.ts'
import { companies, MOST_WHOLE, manyFirms } from '#web/state/region/firms.ts'
import { choices, firmSummary } from '#web/state/region/kept.ts'
import { loading, parks, taxonomy } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { coverageQuestion } from '#web/workspaces/layout/matrix/coverage.ts'

const OF_FIRMS = ['systems', 'segments', 'districts', 'firms', 'confidence'] as const

/** Of a region of very many firms those are measured that the filters keep; null: all are. */
const firmFilters = computed(() => (manyFirms.value === null ? null : ofFirms(choices.value)))

function ofFirms(chosen: Choices): NonNullable<CoverageInputs['firmFilters']> {
  return Object.fromEntries(OF_FIRMS.flatMap((id) => (chosen[id] ? [[id, [...chosen[id]]]] : [])))
}

/** How many firms the filters keep, where they are more than are measured at a time; null: they are not. */
export const tooManyFirms = computed(() => {
  const { kept } = firmSummary.value
  return manyFirms.value !== null && kept > MOST_WHOLE ? kept : null
})

function askCoverage(): void {
  const one = theOne.peek()
  const filters = firmFilters.peek()
  coverageQuestion.ask({
    ...networkOf(view.peek()),
    ...(one.kind === 'designated' ? { vehicleParkIds: [one.park.properties.id] } : {}),
    ...(filters ? { firmFilters: filters } : {}),
  })
}

/** While the board is open. */
export function keepCoverage(): () => void {
  let asked: unknown[] = []
  const stop = effect(() => {
    if (loading.value.kind !== 'ready') return
    const isMany = manyFirms.value !== null
    if (isMany && (tooManyFirms.value !== null || firmSummary.value.total === 0)) {
      asked = []
      coverageQuestion.reset()
      return
    }
    const stands = [
      view.value.networkId,
      view.value.designatedParkId,
      parks.value,
      // What of many firms the page holds changes as it is read; how they are counted does with the data.
      isMany ? firmSummary.value : companies.value,
      taxonomy.value,
    ]
    if (stands.every((one, index) => one === asked[index])) return
    asked = stands
    askCoverage()
  })
  return () => {
    stop()
    coverageQuestion.cancel()
  }
}
