// What every analysis of the API is made of, and about how long each takes.
import { allNetworks, firstNetwork } from '#geodata/analysis/answering/known-region.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import type { ProvenanceGathered } from '#geodata/analysis/provenance/gathered.ts'
import type { StoredComparison } from '#geodata/contract/comparisons.ts'
import type { ProcessId, ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Story } from '#geodata/contract/stories.ts'
import type { GroundGathered } from '#server/maps/ground.ts'
import type { Region } from '#server/region/region.ts'
import type { StoryRows } from '#server/region/stories.ts'
import type { Outcome } from '#server/store/row-store.ts'
import type { Store } from '#server/store/store.ts'

/** How far a run is; called as often as one likes. */
export type Report = (done: number, total: number) => void

/** What is looked up for an analysis; it goes to the thread with the order. */
export type Gathered =
  | {
      provenance?: undefined
      /** null: none is asked for. */
      comparison: StoredComparison | null
      /** Of whatever is drawn. */
      ground: GroundGathered
      mapApprovalNumber: string | null
      boundaryNote: Bilingual
      /** Of a handout alone. */
      story?: GatheredStory
    }
  | {
      /** What is looked through for what is weak. */
      provenance: ProvenanceGathered
      comparison?: undefined
      ground?: undefined
      story?: undefined
    }

/** A story, and what its figures stand on. */
export type GatheredStory = StoryRows & {
  story: Story
  /** The day of the asking, YYYY-MM-DD. */
  madeOn: string
  /** Of those files that are kept as the story says: media type by id. */
  files: ReadonlyMap<string, string>
  /** Of those that are pictures: bytes by id. */
  pictures: ReadonlyMap<string, Uint8Array>
}

export type GatheringDeps = {
  store: Pick<Store, 'rows' | 'history' | 'documents' | 'storyFiles'>
  region: Region
  mapApprovalNumber: string | null
}

/** What came of writing a row. */
export type KeptRow = { collection: string; id: string; outcome: Outcome }

export type KeepingDeps = { store: Pick<Store, 'rows' | 'history'>; region: Pick<Region, 'id'> }

/** An analysis: its name, what it is for, and how it is worked out; the contract says what it takes and gives. */
export type Process<Id extends ProcessId> = {
  title: string
  description: string
  run: (
    region: Region,
    inputs: ProcessInputs<Id>,
    report?: Report,
    gathered?: Gathered,
  ) => ProcessResult<Id>
  /** Looks up what is in no region, before anything runs; absent: it needs nothing of the kind. */
  gather?: (deps: GatheringDeps, inputs: ProcessInputs<Id>) => Promise<Gathered>
  /** Writes what must be found again later, before the answer is given. Null: it is there already. */
  keep?: (
    deps: KeepingDeps,
    result: ProcessResult<Id>,
    gathered?: Gathered,
  ) => Promise<KeptRow | null>
  /** About how many milliseconds of the processor it takes; the server runs beside itself what others would wait for. */
  work: (inputs: ProcessInputs<Id>, region: Region) => number
}

/** Conditions are put upon every junction; from then on each search goes through all of them. */
const CONDITION_MILLISECONDS = 0.0014
const SEARCH_MILLISECONDS = 0.0003

/** The network that would answer, also where there is none of that id. */
export function networkAsked(region: Region, id: string | undefined): LoadedNetwork {
  return allNetworks(region).find(({ summary }) => summary.id === id) ?? firstNetwork(region)
}

/** What conditions add when so many places are searched from or to; without any, roads cost next to nothing. */
export function conditionsWork(
  region: Region,
  { network: id, conditions }: { network?: string | undefined; conditions?: unknown },
  searches: number,
): number {
  const network = networkAsked(region, id)
  if (conditions === undefined || !network.streets) return 0
  return network.summary.nodes * (CONDITION_MILLISECONDS + SEARCH_MILLISECONDS * searches)
}

/** What it takes to know the ways between firms and plants, or parks; of all firms unless told how many. */
export function sourcingWork(
  region: Region,
  asking: Parameters<typeof conditionsWork>[1],
  firms = region.facts.companies.length,
): number {
  const places = firms + region.facts.parks.length
  return 10 + 0.08 * firms + conditionsWork(region, asking, places)
}

/** The ways of one pair of places of which neither is known exactly, and one of the joint draws of it. */
const WAYS_MILLISECONDS = 0.5
const PAIR_DRAW_MILLISECONDS = 0.00002

/** What drawing the ways of one pair adds. */
export function drawnPairWork({ doubt }: { doubt: { draws: number } }): number {
  return WAYS_MILLISECONDS + PAIR_DRAW_MILLISECONDS * doubt.draws
}

/** One maker at all plants in one of the joint draws. */
const MAKER_DRAW_MILLISECONDS = 0.0005

/** The ways between firms, parks and plants, with every way and maker drawn; of all firms unless told how many. */
export function drawnSourcingWork(
  region: Region,
  asking: Parameters<typeof conditionsWork>[1] & { doubt: { draws: number } },
  firms = region.facts.companies.length,
): number {
  const places = firms + region.facts.parks.length
  return sourcingWork(region, asking, firms) + MAKER_DRAW_MILLISECONDS * asking.doubt.draws * places
}

/** An exact proof takes a second or its whole limit; nobody knows before. */
export const PROOF_MILLISECONDS = 5000

/** Rings around a place: more, the farther they reach. */
export function ringsWork(cutoffs: readonly number[]): number {
  return 20 + 0.03 * cutoffs.reduce((sum, one) => sum + one, 0)
}

type SitingAsked = ProcessInputs<'siting'>

/** Places that a siting ranks. */
export function candidateCount({ facts }: Region, { parkIds, pins, siteIds }: SitingAsked): number {
  return (parkIds ?? facts.parks).length + pins.length + siteIds.length
}

/** One candidate in one of the joint draws. */
const DRAW_MILLISECONDS = 0.0012

/** Every candidate is measured against all firms, both ways, and in every draw. */
export function sitingWork(region: Region, asked: SitingAsked): number {
  const candidates = candidateCount(region, asked)
  const each = 0.3 + 0.003 * region.facts.companies.length + DRAW_MILLISECONDS * asked.doubt.draws
  return candidates * each + conditionsWork(region, asked, candidates)
}
