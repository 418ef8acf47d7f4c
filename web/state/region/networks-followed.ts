// Does the page know the networks as the server has them? Another tab, or another person, may have replaced one.
//
// Looked at again where an answer of the server stands on a network that is not listed here, and when another tab of this
// browser knows others; and they are heard with each look whether the server answers, as when the page comes back into
// sight. What was answered by the network before is asked anew, so that nothing mixed is shown.
import { effect, signal, untracked } from '@preact/signals'
import type { NetworkList } from '#geodata/contract/documents.ts'
import { getNetworks } from '#web/api/client.ts'
import { networksHeard } from '#web/api/connection.ts'
import { browserMemory, whenKeptElsewhere } from '#web/api/memory.ts'
import { stoodOn } from '#web/api/stood-on.ts'
import { edits } from '#web/state/region/lists.ts'
import { answering, networks, takeNetworks } from '#web/state/region/networks.ts'
import { changeView } from '#web/state/view/store.ts'

/** The network whose place another of its name has taken since it answered here; null: none has. */
export const replacedNetworkId = signal<string | null>(null)

/** Under this the tabs of a browser tell each other which networks they know. */
const KNOWN = 'park-atlas.networks'

/** From now on; returns what ends it. */
export function followNetworks(): () => void {
  const stopAnswers = effect(() => {
    const hash = stoodOn.value
    const { items } = networks.peek()
    if (hash === null || items.length === 0 || items.some((one) => one.hash === hash)) return
    untracked(() => void lookAgain())
  })
  const stopHearing = effect(() => {
    const list = networksHeard.value
    const known = hashesOf(networks.peek())
    // After this effect: within it a name that goes and comes again would be seen by nobody.
    if (list && known !== '' && hashesOf(list) !== known) queueMicrotask(() => take(list))
  })
  const stopTelling = effect(() => {
    const known = hashesOf(networks.value)
    if (known !== '') browserMemory.setItem(KNOWN, known)
  })
  const stopTabs = whenKeptElsewhere(KNOWN, () => {
    if (browserMemory.getItem(KNOWN) !== hashesOf(networks.peek())) void lookAgain()
  })
  return () => {
    for (const stop of [stopAnswers, stopHearing, stopTelling, stopTabs]) stop()
  }
}

/** Without the server what is known stands. */
async function lookAgain(): Promise<void> {
  const list = await getNetworks().catch(() => null)
  if (list) take(list)
}

function hashesOf({ items }: NetworkList): string {
  return items.map(({ hash }) => hash).join()
}

function take(list: NetworkList): void {
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
