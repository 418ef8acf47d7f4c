// Does the page know the networks as the server has them? Another tab, or another person, may have replaced one.
//
// Looked at again where an answer of the server stands on a network that is not listed here, and when the page comes
// back into sight. What was answered by the network before is asked anew, so that nothing mixed is shown.
import { effect, signal, untracked } from '@preact/signals'
import { getNetworks } from '#web/api/client.ts'
import { stoodOn } from '#web/api/stood-on.ts'
import { edits } from '#web/state/region/lists.ts'
import { answering, networks, takeNetworks } from '#web/state/region/networks.ts'
import { changeView } from '#web/state/view/store.ts'

/** The network whose place another of its name has taken since it answered here; null: none has. */
export const replacedNetworkId = signal<string | null>(null)

/** From now on; returns what ends it. */
export function followNetworks(): () => void {
  const stop = effect(() => {
    const hash = stoodOn.value
    const { items } = networks.peek()
    if (hash === null || items.length === 0 || items.some((one) => one.hash === hash)) return
    untracked(() => void lookAgain())
  })
  const onSeen = () => {
    if (document.visibilityState === 'visible') void lookAgain()
  }
  addEventListener('visibilitychange', onSeen)
  return () => {
    stop()
    removeEventListener('visibilitychange', onSeen)
  }
}

/** Without the server what is known stands. */
async function lookAgain(): Promise<void> {
  const list = await getNetworks().catch(() => null)
  if (!list) return
  const before = answering.peek()
  takeNetworks(list)
  const now = answering.peek()
  if (!before || !now || now.id !== before.id || now.hash === before.hash) return
  replacedNetworkId.value = now.id
  askAnew(now.id)
}

/** The network answers from now on, and everything shown is asked anew, though its name may be the one before. */
export function askAnew(networkId: string): void {
  changeView({ networkId: null })
  changeView({ networkId })
  edits.value += 1
}
