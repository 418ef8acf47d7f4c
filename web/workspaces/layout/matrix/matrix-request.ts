// Asks what the matrix stands on: when the board opens, and again when data or network change.
import { effect } from '@preact/signals'
import type { CoverageInputs } from '#geodata/contract/processes/coverage.ts'
import { execute, problemOf } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { theOne } from '#web/state/region/designation.ts'
import { companies, loading, parks, taxonomy } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'
import { coverage } from '#web/workspaces/layout/matrix/coverage.ts'

const asking = newestOnly(
  (inputs: Partial<CoverageInputs>, signal) => execute('coverage', inputs, signal),
  {
    answered: ({ known, basis }) => {
      coverage.value = { kind: 'known', known, basis }
    },
    failed: (error) => {
      coverage.value = { kind: 'failed', problem: problemOf(error) }
    },
  },
)

export function askCoverage(): void {
  if (coverage.peek().kind === 'failed') coverage.value = { kind: 'asking' }
  const one = theOne.peek()
  asking.instead({
    ...networkOf(view.peek()),
    ...(one.kind === 'designated' ? { vehicleParkIds: [one.park.properties.id] } : {}),
  })
}

/** While the board is open; an older answer stays on it until the new one is there. */
export function keepCoverage(): () => void {
  let asked: unknown[] = []
  const stop = effect(() => {
    if (loading.value.kind !== 'ready') return
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
    asking.stop()
  }
}
