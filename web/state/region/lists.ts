// What the page knows of the region, loaded once; each list is a signal the map and panels read.
import { batch, signal } from '@preact/signals'
import type {
  BasemapFeature,
  District,
  Hub,
  Link,
  Park,
  ParkArea,
  Platform,
  Road,
} from '#geodata/contract/collections.ts'
import type { Dataset, TaxonomySegment } from '#geodata/contract/documents.ts'
import type { EditableId } from '#geodata/contract/editable/editable.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import {
  getBasemaps,
  getDataset,
  getNetworks,
  getTaxonomy,
  listFeatures,
  problemOf,
} from '#web/api/client.ts'
import { basemapList } from '#web/state/region/basemaps.ts'
import { loadFirms } from '#web/state/region/firms.ts'
import { takeNetworks } from '#web/state/region/networks.ts'

export const parks = signal<Park[]>([])
export const hubs = signal<Hub[]>([])
export const links = signal<Link[]>([])
/** Drawn by people: which ground a park covers. */
export const parkAreas = signal<ParkArea[]>([])
export const platforms = signal<Platform[]>([])
export const districts = signal<District[]>([])
export const roads = signal<Road[]>([])
export const basemap = signal<BasemapFeature[]>([])
export const dataset = signal<Dataset | null>(null)
export const taxonomy = signal<TaxonomySegment[]>([])

/** By these names the page says which of them did not come. */
export type ListName =
  | 'networks'
  | 'basemaps'
  | EditableList
  | 'districts'
  | 'roads'
  | 'basemap'
  | 'dataset'
  | 'taxonomy'
type EditableList = 'parks' | 'companies' | 'hubs' | 'links' | 'park-areas' | 'platforms'

type List = {
  name: ListName
  /** Fetches it and puts it where the page reads it. */
  load: () => Promise<void>
  /** The table whose edits change it. */
  table?: EditableId
}

const editable = <F>(name: EditableList, target: { value: F[] }): List => ({
  name,
  load: () => into(target, listFeatures<F>(name)),
  table: name,
})

/**
 * Rows of lists in which every row has a place, left without one by a GIS program: kept out of their list,
 * so that nothing is drawn or counted at a place that is not known, and named to the user.
 */
export const unplaced = signal<readonly Unplaced[]>([])
export type Unplaced = { list: ListName; id: string; name: Bilingual }

type Placed = { id: string; geometry: unknown; properties: { nameZh: string; nameEn: string } }

const placed = <F extends Placed>(
  name: 'parks' | 'hubs' | 'districts',
  target: { value: F[] },
  table?: EditableId,
): List => ({
  name,
  load: async () => {
    const rows = await listFeatures<F>(name)
    const without = rows.filter(({ geometry }) => geometry === null)
    batch(() => {
      target.value = rows.filter(({ geometry }) => geometry !== null)
      unplaced.value = [
        ...unplaced.peek().filter(({ list }) => list !== name),
        ...without.map(({ id, properties: { nameZh, nameEn } }) => ({
          list: name,
          id,
          name: { zh: nameZh, en: nameEn },
        })),
      ]
    })
  },
  ...(table && { table }),
})

/** What is loaded at the start: a line each. */
const LISTS: readonly List[] = [
  { name: 'networks', load: () => getNetworks().then(takeNetworks) },
  { name: 'basemaps', load: () => into(basemapList, getBasemaps()) },
  placed('parks', parks, 'parks'),
  { name: 'companies', load: loadFirms, table: 'companies' },
  placed('hubs', hubs, 'hubs'),
  editable('links', links),
  editable('park-areas', parkAreas),
  editable('platforms', platforms),
  placed('districts', districts),
  { name: 'roads', load: () => into(roads, listFeatures<Road>('roads')) },
  { name: 'basemap', load: () => into(basemap, listFeatures<BasemapFeature>('basemap')) },
  { name: 'dataset', load: loadDataset },
  { name: 'taxonomy', load: () => into(taxonomy, getTaxonomy()) },
]

export type Loading =
  | { kind: 'loading'; done: number; total: number }
  | { kind: 'ready' }
  /** Nothing came at all. */
  | { kind: 'failed'; problem: Problem }
export const loading = signal<Loading>(nothingLoaded())

/** What did not come though the rest did, and why; the page goes on without it. */
export const missingLists = signal<readonly { name: ListName; problem: Problem }[]>([])

function nothingLoaded(): Loading {
  return { kind: 'loading', done: 0, total: LISTS.length }
}

/** Loads every list; `loading` says how far, and whether none came. May be called again. */
export async function loadData(): Promise<void> {
  loading.value = nothingLoaded()
  const missing = await loadAll(LISTS)
  const [first] = missing
  batch(() => {
    if (first && missing.length === LISTS.length) {
      loading.value = { kind: 'failed', problem: first.problem }
      return
    }
    missingLists.value = missing
    loading.value = { kind: 'ready' }
  })
}

/** Asks once more for what did not come. */
export async function loadMissing(): Promise<void> {
  const wanted = new Set(missingLists.peek().map(({ name }) => name))
  missingLists.value = await loadAll(LISTS.filter(({ name }) => wanted.has(name)))
}

/** Loads lists side by side; returns those that did not come. */
async function loadAll(lists: readonly List[]): Promise<{ name: ListName; problem: Problem }[]> {
  const outcomes = await Promise.all(
    lists.map(async ({ name, load }) => {
      try {
        await load()
      } catch (error) {
        return [{ name, problem: problemOf(error) }]
      } finally {
        const now = loading.peek()
        if (now.kind === 'loading') loading.value = { ...now, done: now.done + 1 }
      }
      return []
    }),
  )
  return outcomes.flat()
}

/** Counts up with every edit, for what is asked of the server by a board itself. */
export const edits = signal(0)

/** Reads anew what an edit of a table may have changed: it, the parks that count firms, the hash. */
export async function reloadEdited(edited: string): Promise<void> {
  const changed = LISTS.filter(({ table }) => table && (table === edited || table === 'parks'))
  await Promise.all([...changed.map(({ load }) => load()), loadDataset()])
  edits.value += 1
}

function loadDataset(): Promise<void> {
  return into(dataset, getDataset())
}

async function into<T>(target: { value: T }, request: Promise<T>): Promise<void> {
  target.value = await request
}
