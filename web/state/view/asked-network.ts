// Which network does the view ask of?
import type { View } from '#web/state/view/view.ts'

/** The network the view names, as every analysis takes it; empty: the server chooses. */
export function networkOf({ networkId }: Pick<View, 'networkId'>): { network?: string } {
  return networkId === null ? {} : { network: networkId }
}
