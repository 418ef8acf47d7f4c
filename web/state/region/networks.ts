// Which road networks are there, and which of them answers?
import { computed, signal } from '@preact/signals'
import type { NetworkList } from '#geodata/contract/documents.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** As the server lists them: the first answers where the view names none. */
export const networks = signal<NetworkList>({ items: [], refused: [] })

/** The network that answers what the view asks; null until the list is there. */
export const answering = computed(() => {
  const { items } = networks.value
  return items.find(({ id }) => id === view.value.networkId) ?? items[0] ?? null
})

/** Whether ways there and back may differ: the skeleton is the same both ways. */
export const hasDirections = computed(() => answering.value?.kind !== 'skeleton')

/** A network that the address named and the server does not have; null: there was none. */
export const missingNetworkId = signal<string | null>(null)

/** Takes a new list; a name that is not in it is replaced by the server's choice, and reported. */
export function takeNetworks(list: NetworkList): void {
  networks.value = list
  const { networkId } = view.peek()
  if (networkId === null || list.items.some(({ id }) => id === networkId)) return
  missingNetworkId.value = networkId
  changeView({ networkId: null })
}
