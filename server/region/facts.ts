// The facts that analyses stand on, read from the store, and again only where rows were written.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { TaxonomySegment } from '#geodata/contract/documents.ts'
import type { Touched } from '#server/store/fact-store.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

type Read<T> = {
  /** Tables whose rows show in it. */
  tables: readonly string[]
  read: (store: Store, region: RegionId, known: T | null, touched: readonly Touched[]) => Promise<T>
}

const READ: { [K in keyof RegionFacts]: Read<RegionFacts[K]> } = {
  // Never written while the server runs.
  home: { tables: [], read: ({ facts }, region) => facts.home(region) },
  // A park counts its companies and what their plants make.
  parks: { tables: ['parks', 'companies', 'plants'], read: listed('parks') },
  companies: { tables: ['companies'], read: patched('companies') },
  hubs: { tables: ['hubs'], read: patched('hubs') },
  platforms: { tables: ['platforms'], read: patched('platforms') },
  taxonomy: { tables: ['taxonomy'], read: taxonomyOf },
  plants: whole('plants'),
  productInputs: whole('product_inputs'),
  companyProducts: whole('company_products'),
  transformationPaths: whole('transformation_paths'),
  landUtilities: whole('land_utilities'),
  parkAnswers: whole('park_answers'),
  jitPractice: whole('jit_practice'),
  jitParts: whole('jit_parts'),
  freightCosts: whole('freight_costs'),
  tolls: whole('tolls'),
  districts: { tables: ['districts'], read: homeDistricts },
  sites: { tables: ['sites'], read: listed('sites') },
  certifications: whole('certifications'),
  basemap: { tables: ['basemap'], read: groundLines },
}

export function factsOf(store: Store, region: RegionId): Promise<RegionFacts> {
  return factsAfter(store, region, null, [])
}

/** New lists where rows were touched; the others stay the same objects. */
export async function factsAfter(
  store: Store,
  region: RegionId,
  known: RegionFacts | null,
  touched: readonly Touched[],
): Promise<RegionFacts> {
  const entries = Object.entries(READ).map(async ([key, one]) => {
    const { tables, read } = one as Read<unknown>
    const rows = touched.filter(({ table }) => tables.includes(table))
    const kept = known?.[key as keyof RegionFacts] ?? null
    return [key, kept && rows.length === 0 ? kept : await read(store, region, kept, rows)]
  })
  return Object.fromEntries(await Promise.all(entries)) as RegionFacts
}

async function homeDistricts(
  { rows, facts }: Store,
  region: RegionId,
): Promise<RegionFacts['districts']> {
  const { provinceAdcode: home } = await facts.home(region)
  const all = (await rows.features(region, 'districts'))
    .features as unknown as RegionFacts['districts']
  return all.filter(
    ({ geometry, properties: { level, provinceAdcode } }) =>
      geometry && level === 'district' && provinceAdcode === home,
  )
}

async function groundLines({ rows }: Store, region: RegionId): Promise<RegionFacts['basemap']> {
  const { features } = await rows.features(region, 'basemap')
  // Another program may have left a line without its course.
  return features.filter(({ geometry }) => geometry) as unknown as RegionFacts['basemap']
}

/** A table without geometry, read whole. */
function whole<T>(table: string): Read<T> {
  const read: Read<T>['read'] = async ({ documents }, region) =>
    (await documents.rows(region, table)) as unknown as T
  return { tables: [table], read }
}

type Listed = 'parks' | 'companies' | 'hubs' | 'platforms' | 'sites'

/** Rows whose place analyses must know; another program may have left one without. */
const PLACED: readonly string[] = ['parks', 'hubs', 'sites']

/** What has no place can be read and edited, but nothing is measured from it. */
const isMeasured = (id: Listed, { geometry }: { geometry: unknown }) =>
  geometry !== null || !PLACED.includes(id)

function listed<K extends Listed>(id: K): Read<RegionFacts[K]>['read'] {
  return async ({ rows }, region) => {
    const { features } = await rows.features(region, id)
    return features.filter((row) => isMeasured(id, row)) as unknown as RegionFacts[K]
  }
}

/** Rows that were there and still are take their old place; for others the list is read anew. */
function patched<K extends Listed>(id: K): Read<RegionFacts[K]>['read'] {
  const anew = listed(id)
  return async (store, region, known, touched) => {
    if (!known) return anew(store, region, null, touched)
    const next = [...known] as { id: string }[]
    for (const row of touched) {
      const place = next.findIndex((feature) => feature.id === row.id)
      const found = await store.rows.find(region, id, row.id)
      if (place < 0 || !found || !isMeasured(id, found.feature))
        return anew(store, region, null, touched)
      next[place] = found.feature
    }
    return next as RegionFacts[K]
  }
}

/** Segments in the order of the source, each with the products that have an id. */
export async function taxonomyOf(
  { documents }: Store,
  region: RegionId,
): Promise<TaxonomySegment[]> {
  const rows = (await documents.rows(region, 'taxonomy')) as Record<string, string | null>[]
  const bySegment = Map.groupBy(rows, (row) => row.segmentId ?? '')
  return [...bySegment].map(([segmentId, members]) => ({
    segmentId,
    name: { zh: members[0]?.segmentZh ?? '', en: members[0]?.segmentEn ?? '' },
    system:
      members[0]?.system === 'none' ? null : (members[0]?.system as TaxonomySegment['system']),
    products: members.flatMap((row) =>
      row.productId
        ? [
            {
              productId: row.productId,
              name: { zh: row.productZh ?? '', en: row.productEn ?? '' },
              wording: row.wording ?? '',
            },
          ]
        : [],
    ),
  }))
}
