// The times that both boards count over: asked once, so that another X needs no request.
import { execute } from '#web/api/client.ts'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { edits } from '#web/state/region/lists.ts'
import { networkOf } from '#web/state/view/asked-network.ts'
import { view } from '#web/state/view/store.ts'

export function useSourcing() {
  const inputs = networkOf(view.value)
  const question = JSON.stringify([inputs, edits.value])
  return useAnswer((signal) => execute('local-sourcing', inputs, signal), question)
}
