// What the analyses need, read once from the store: facts, and the networks with their grounds.
import path from 'node:path'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Basis, Bilingual } from '#geodata/contract/shared.ts'
import { factsAfter, factsOf } from '#server/region/facts.ts'
import { type LoadedNetwork, skeletonNetwork, streetNetwork } from '#server/region/networks.ts'
import { urbanArea } from '#server/region/urban-area.ts'
import { NETWORK_ENDING, type StoredNetwork } from '#server/store/files/network-files.ts'
import type { Atlas } from '#server/store/sqlite/atlas.ts'
import type { Revision } from '#server/store/sqlite/revision.ts'

export type Region = {
  facts: RegionFacts
  /** The one written last first: it answers where a request names none. */
  streets: LoadedNetwork[]
  /** Always there, and the answer where no street network is. */
  skeleton: LoadedNetwork
  /** Network files that could not be used, with the reason. */
  refusedNetworks: { file: string; reason: Bilingual }[]
  dataset: Basis['dataset']
  /** Of the store when the facts were read. */
  revision: Revision
}

/** The one that answers where a request names none. */
export function firstNetwork({ streets, skeleton }: Region): LoadedNetwork {
  return streets[0] ?? skeleton
}

export function allNetworks({ streets, skeleton }: Region): LoadedNetwork[] {
  return [...streets, skeleton]
}

/** Reads the facts from the store and every network beside it; what is refused is left out and told. */
export function loadRegion(atlas: Atlas, stored: readonly StoredNetwork[] = []): Region {
  const isUrban = urbanArea(atlas)
  const streets = stored.flatMap((one) =>
    one.kind === 'network' ? [streetNetwork(one, isUrban)] : [],
  )
  // First: what is written while the rest is read is found at the next look.
  const revision = atlas.revision()
  return {
    revision,
    facts: factsOf(atlas),
    dataset: { hash: atlas.identity(), builtFrom: atlas.dataset().built_from ?? '' },
    streets,
    skeleton: skeletonNetwork(atlas, isUrban),
    refusedNetworks: stored.flatMap((one) => (one.kind === 'refused' ? [refusalOf(one)] : [])),
  }
}

/** Reads again what anybody wrote to the store since, through this server or past it. */
export function followEdits(region: Region, atlas: Atlas): void {
  const touched = atlas.touchedSince(region.revision)
  if (touched !== 'any' && touched.length === 0) return
  region.revision = atlas.revision()
  region.facts = touched === 'any' ? factsOf(atlas) : factsAfter(atlas, region.facts, touched)
  region.dataset = { ...region.dataset, hash: atlas.identity() }
}

/** Puts a network to use before the others, in the place of one of the same id. */
export function putNetwork(region: Region, stored: StoredNetwork): void {
  dropNetwork(region, stored.id)
  if (stored.kind === 'refused') region.refusedNetworks.push(refusalOf(stored))
  else region.streets.unshift(streetNetwork(stored, region.skeleton.ground.isUrban))
}

/** From now on its questions are answered by others; answers under way keep theirs. */
export function dropNetwork(region: Region, id: string): void {
  region.streets = region.streets.filter(({ summary }) => summary.id !== id)
  region.refusedNetworks = region.refusedNetworks.filter(({ file }) => file !== id + NETWORK_ENDING)
}

function refusalOf({ file, zh, en }: Extract<StoredNetwork, { kind: 'refused' }>) {
  return { file: path.basename(file), reason: { zh, en } }
}
