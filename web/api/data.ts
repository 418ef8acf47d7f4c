// What the page knows of the region, loaded once; each list is a signal the map and panels read.
import { signal } from '@preact/signals'
import type {
  BasemapFeature,
  Company,
  District,
  Hub,
  Link,
  Park,
  Road,
} from '#geodata/contract/collections.ts'
import type { Dataset, TaxonomySegment } from '#geodata/contract/documents.ts'
import { getDataset, getTaxonomy, listFeatures } from '#web/api/client.ts'

export const parks = signal<Park[]>([])
export const companies = signal<Company[]>([])
export const hubs = signal<Hub[]>([])
export const links = signal<Link[]>([])
export const districts = signal<District[]>([])
export const roads = signal<Road[]>([])
export const basemap = signal<BasemapFeature[]>([])
export const dataset = signal<Dataset | null>(null)
export const taxonomy = signal<TaxonomySegment[]>([])

export type Loading =
  | { kind: 'loading'; done: number; total: number }
  | { kind: 'ready' }
  | { kind: 'failed' }
export const loading = signal<Loading>({ kind: 'loading', done: 0, total: 9 })

/** Loads every list; `loading` says how far, and whether it failed. May be called again. */
export async function loadData(): Promise<void> {
  loading.value = { kind: 'loading', done: 0, total: 9 }
  const into = async <T>(target: { value: T }, request: Promise<T>) => {
    target.value = await request
    const now = loading.value
    if (now.kind === 'loading') loading.value = { ...now, done: now.done + 1 }
  }
  try {
    await Promise.all([
      into(parks, listFeatures<Park>('parks')),
      into(companies, listFeatures<Company>('companies')),
      into(hubs, listFeatures<Hub>('hubs')),
      into(links, listFeatures<Link>('links')),
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
