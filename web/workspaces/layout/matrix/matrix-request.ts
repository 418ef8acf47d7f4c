// Asks what the matrix stands on: when the board opens, and again when data or network change.
import { effect } from '@preact/signals'
import { theOne } from '#web/state/region/designation.ts'
import { companies, manyFirms } from '#web/state/region/firms.ts'
import { loading, parks, taxonomy } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { coverageQuestion } from '#web/workspaces/layout/matrix/coverage.ts'

function askCoverage(): void {
  const one = theOne.peek()
  coverageQuestion.ask({
    ...networkOf(view.peek()),
    ...(one.kind === 'designated' ? { vehicleParkIds: [one.park.properties.id] } : {}),
  })
}

/** While the board is open. */
export function keepCoverage(): () => void {
  let asked: unknown[] = []
  const stop = effect(() => {
    if (loading.value.kind !== 'ready' || manyFirms.value !== null) return
    const stands = [
      view.value.networkId,
      view.value.designatedParkId,
      parks.value,
      companies.value,
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
