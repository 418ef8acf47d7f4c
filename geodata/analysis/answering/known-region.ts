// What is known of a region where it is asked about: facts, networks with their grounds, and which data they are.
//
// A server holds one, its threads hold another, and so does a page that works answers out by itself.
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Basis } from '#geodata/contract/shared.ts'

export type KnownRegion = {
  facts: RegionFacts
  /** The first answers where a request names none. */
  streets: LoadedNetwork[]
  /** Always there, and the answer where no street network is. */
  skeleton: LoadedNetwork
  dataset: Basis['dataset']
}

/** The one that answers where a request names none. */
export function firstNetwork({ streets, skeleton }: Pick<KnownRegion, 'streets' | 'skeleton'>) {
  return streets[0] ?? skeleton
}

export function allNetworks({
  streets,
  skeleton,
}: Pick<KnownRegion, 'streets' | 'skeleton'>): LoadedNetwork[] {
  return [...streets, skeleton]
}
