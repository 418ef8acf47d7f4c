// What the analyses need, read once from the store: facts, and the networks with their grounds.
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import {
  type SkeletonFile,
  skeletonNetwork,
  streetNetwork,
} from '#geodata/analysis/answering/loaded-network.ts'
import type { PreparedStreets } from '#geodata/analysis/answering/prepared-streets.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { factsAfter, factsOf } from '#server/region/facts.ts'
import { readSkeleton } from '#server/region/read-skeleton.ts'
import { streetNetworkBeside } from '#server/region/street-network-beside.ts'
import type { Revision } from '#server/store/fact-store.ts'
import type { StoredNetwork } from '#server/store/file-stores.ts'
import type { ChangeLine } from '#server/store/history-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

/** Of its street networks the one written last comes first. */
export type Region = KnownRegion & {
  id: RegionId
  /** What the skeleton is made of, as a page takes it. */
  skeletonFile: SkeletonFile
  /** Network files that could not be used, with the reason. */
  refusedNetworks: { id: string; file: string; reason: Bilingual }[]
  /** The last changes of the data, the newest first. */
  changes: ChangeLine[]
  /** Of the store when the facts were read. */
  revision: Revision
  /** Settles when the looks for edits that are under way are over. */
  looked: Promise<void>
}

/** A network as it was read, with what was worked out of it already. */
export type ReadNetwork = StoredNetwork & { prepared?: PreparedStreets }

/** More than are made between two looks at a saved answer. */
const CHANGES_KEPT = 500

/** Reads the facts and every network of a region, the store's first unless named; what is refused is left out and reported. */
export async function loadRegion(store: Store, named?: RegionId): Promise<Region> {
  const id = named ?? (await store.regions())[0]
  if (id === undefined) throw new Error(`There is no region at ${store.address}.`)
  const skeletonFile = await readSkeleton(store, id)
  const skeleton = skeletonNetwork(skeletonFile)
  skeleton.makeReady?.()
  const { isUrban } = skeleton.ground
  const stored = await store.networks.list(id)
  const streets = stored.flatMap((one) =>
    one.kind === 'network' ? [streetNetwork(one, isUrban)] : [],
  )
  // First: what is written while the rest is read is found at the next look.
  const revision = await store.facts.revision(id)
  const { built_from: builtFrom = '' } = await store.documents.dataset(id)
  return {
    id,
    revision,
    looked: Promise.resolve(),
    facts: await factsOf(store, id),
    changes: await store.history.changes(id, { limit: CHANGES_KEPT }),
    dataset: { hash: await store.facts.identity(id), builtFrom },
    streets,
    skeleton,
    skeletonFile,
    refusedNetworks: stored.flatMap((one) => (one.kind === 'refused' ? [refusalOf(one)] : [])),
  }
}

/**
 * Reads again what was written to the store since, through this server or past it. One look after
 * another, so that none puts older facts in the place of newer ones.
 */
export function followEdits(region: Region, store: Store): Promise<void> {
  const look = region.looked.then(() => lookAgain(region, store))
  region.looked = look.catch(() => {})
  return look
}

async function lookAgain(region: Region, store: Store): Promise<void> {
  const { id } = region
  const touched = await store.facts.touchedSince(id, region.revision)
  if (touched !== 'any' && touched.length === 0) return
  const revision = await store.facts.revision(id)
  const facts =
    touched === 'any'
      ? await factsOf(store, id)
      : await factsAfter(store, id, region.facts, touched)
  const hash = await store.facts.identity(id)
  const changes = await store.history.changes(id, { limit: CHANGES_KEPT })
  // All at once: an analysis that begins between two reads sees the region as it was.
  Object.assign(region, { revision, facts, changes, dataset: { ...region.dataset, hash } })
}

/** Puts a network to use before the others, in the place of one of the same id. */
export async function putNetwork(region: Region, stored: ReadNetwork): Promise<void> {
  const { isUrban } = region.skeleton.ground
  const opened = stored.kind === 'network' ? await streetNetworkBeside(stored, isUrban) : null
  dropNetwork(region, stored.id)
  if (stored.kind === 'refused') region.refusedNetworks.push(refusalOf(stored))
  if (opened) region.streets.unshift(opened)
}

/** From now on its questions are answered by others; answers under way keep theirs. */
export function dropNetwork(region: Region, id: string): void {
  region.streets = region.streets.filter(({ summary }) => summary.id !== id)
  region.refusedNetworks = region.refusedNetworks.filter((refused) => refused.id !== id)
}

function refusalOf({ id, file, zh, en }: Extract<StoredNetwork, { kind: 'refused' }>) {
  return { id, file, reason: { zh, en } }
}
