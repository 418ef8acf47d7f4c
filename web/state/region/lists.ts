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

/** How many lists there are to load. */
const TOTAL = 12

export type Loading =
  | { kind: 'loading'; done: number; total: number }
  | { kind: 'ready' }
  | { kind: 'failed' }
export const loading = signal<Loading>({ kind: 'loading', done: 0, total: TOTAL })

/** Loads every list; `loading` says how far, and whether it failed. May be called again. */
export async function loadData(): Promise<void> {
  loading.value = { kind: 'loading', done: 0, total: TOTAL }
  const then = async <T>(take: (loaded: T) => void, request: Promise<T>) => {
    take(await request)
    const now = loading.value
    if (now.kind === 'loading') loading.value = { ...now, done: now.done + 1 }
  }
  const into = <T>(target: { value: T }, request: Promise<T>) =>
    then((loaded) => {
      target.value = loaded
    }, request)
  try {
    await Promise.all([
      then(takeNetworks, getNetworks()),
      into(basemapList, getBasemaps()),
      into(parks, listFeatures<Park>('parks')),
      into(companies, listFeatures<Company>('companies')),
      into(hubs, listFeatures<Hub>('hubs')),
      into(links, listFeatures<Link>('links')),
      into(parkAreas, listFeatures<ParkArea>('park-areas')),
      into(platforms, listFeatures<Platform>('platforms')),
      into(districts, listFeatures<District>('districts')),
      into(roads, listFeatures<Road>('roads')),
      into(basemap, listFeatures<BasemapFeature>('basemap')),
      into(dataset, getDataset()),
      into(taxonomy, getTaxonomy()),
    ])
    loading.value = { kind: 'ready' }
  } catch {
    loading.value = { kind: 'failed' }
  }
}

/** Every list that an edit can change, by the table that was written. */
const LISTED = {
  parks: () => into(parks, listFeatures<Park>('parks')),
  companies: () => into(companies, listFeatures<Company>('companies')),
  hubs: () => into(hubs, listFeatures<Hub>('hubs')),
  links: () => into(links, listFeatures<Link>('links')),
  'park-areas': () => into(parkAreas, listFeatures<ParkArea>('park-areas')),
  platforms: () => into(platforms, listFeatures<Platform>('platforms')),
}

/** Counts up with every edit, for what is asked of the server by a board itself. */
export const edits = signal(0)

/** Reads anew what an edit of a table may have changed: it, the parks that count firms, the hash. */
export async function reloadEdited(table: string): Promise<void> {
  const lists = Object.entries(LISTED).filter(([id]) => id === table || id === 'parks')
  await Promise.all([...lists.map(([, reload]) => reload()), into(dataset, getDataset())])
  edits.value += 1
}

async function into<T>(target: { value: T }, request: Promise<T>): Promise<void> {
  target.value = await request
}
