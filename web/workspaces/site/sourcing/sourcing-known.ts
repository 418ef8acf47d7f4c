// The times that both boards count over: what is central and the bounds follow from them at once for any minutes;
// what is likely of it stands on joint draws, which the server makes for the minutes asked.
import type { LocalSourcingResult } from '#geodata/contract/processes/local-sourcing.ts'
import { execute } from '#web/api/client.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'

export function useSourcing() {
  const inputs = { withinMinutes: view.value.sourcing.withinMinutes, ...networkOf(view.value) }
  const question = JSON.stringify([inputs, edits.value])
  return useAnswer((signal) => execute('local-sourcing', inputs, signal), question)
}

/** The same with a supplier that is not there yet; null while it is drawn, or where there is none. */
export function useAdded(
  added: { productId: string; parkId: string } | null,
): LocalSourcingResult | null {
  const { withinMinutes } = view.value.sourcing
  const inputs = added && { withinMinutes, added, ...networkOf(view.value) }
  const { answer } = useAnswer<LocalSourcingResult | null>(
    async (signal) => inputs && (await execute('local-sourcing', inputs, signal)),
    JSON.stringify([inputs, edits.value]),
  )
  return answer.kind === 'answered' ? answer.result : null
}
