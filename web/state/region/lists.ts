// What the page knows of the region, loaded once; each list is a signal the map and panels read.
import { signal } from '@preact/signals'
import type {
  BasemapFeature,
  Company,
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
import { getBasemaps, getDataset, getNetworks, getTaxonomy, listFeatures } from '#web/api/client.ts'
import { basemapList } from '#web/state/region/basemaps.ts'
import { takeNetworks } from '#web/state/region/networks.ts'

export const parks = signal<Park[]>([])
export const companies = signal<Company[]>([])
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

type List = {
  /** Fetches it and puts it where the page reads it. */
  load: () => Promise<void>
  /** The table whose edits change it. */
  table?: EditableId
}

/** What is loaded at the start: a line each. */
const LISTS: readonly List[] = [
  { load: () => getNetworks().then(takeNetworks) },
  { load: () => into(basemapList, getBasemaps()) },
  { load: () => into(parks, listFeatures<Park>('parks')), table: 'parks' },
  { load: () => into(companies, listFeatures<Company>('companies')), table: 'companies' },
  { load: () => into(hubs, listFeatures<Hub>('hubs')), table: 'hubs' },
  { load: () => into(links, listFeatures<Link>('links')), table: 'links' },
  { load: () => into(parkAreas, listFeatures<ParkArea>('park-areas')), table: 'park-areas' },
  { load: () => into(platforms, listFeatures<Platform>('platforms')), table: 'platforms' },
  { load: () => into(districts, listFeatures<District>('districts')) },
  { load: () => into(roads, listFeatures<Road>('roads')) },
  { load: () => into(basemap, listFeatures<BasemapFeature>('basemap')) },
  { load: loadDataset },
  { load: () => into(taxonomy, getTaxonomy()) },
]

export type Loading =
  | { kind: 'loading'; done: number; total: number }
  | { kind: 'ready' }
  | { kind: 'failed' }
export const loading = signal<Loading>(nothingLoaded())

function nothingLoaded(): Loading {
  return { kind: 'loading', done: 0, total: LISTS.length }
}

/** Loads every list; `loading` says how far, and whether it failed. May be called again. */
export async function loadData(): Promise<void> {
  loading.value = nothingLoaded()
  const counted = async ({ load }: List) => {
    await load()
    const now = loading.value
    if (now.kind === 'loading') loading.value = { ...now, done: now.done + 1 }
  }
  try {
    await Promise.all(LISTS.map(counted))
    loading.value = { kind: 'ready' }
  } catch {
    loading.value = { kind: 'failed' }
  }
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
