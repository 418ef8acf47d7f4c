// The facts that analyses stand on, read from the store, and again only where somebody wrote.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { TaxonomySegment } from '#geodata/contract/documents.ts'
import type { Atlas } from '#server/store/sqlite/atlas.ts'
import type { Touched } from '#server/store/sqlite/revision.ts'

type Read<T> = {
  /** Tables whose rows show in it. */
  tables: readonly string[]
  read: (atlas: Atlas, known: T | null, touched: readonly Touched[]) => T
}

const READ: { [K in keyof RegionFacts]: Read<RegionFacts[K]> } = {
  // Never written while the server runs.
  home: { tables: [], read: ({ home }) => home },
  // A park counts its companies and what their plants make.
  parks: { tables: ['parks', 'companies', 'plants'], read: (atlas) => listed(atlas, 'parks') },
  companies: { tables: ['companies'], read: patched('companies') },
  hubs: { tables: ['hubs'], read: patched('hubs') },
  platforms: { tables: ['platforms'], read: patched('platforms') },
  taxonomy: { tables: ['taxonomy'], read: taxonomyOf },
  plants: {
    tables: ['plants'],
    read: (atlas) => atlas.rows('plants') as unknown as RegionFacts['plants'],
  },
  productInputs: {
    tables: ['product_inputs'],
    read: (atlas) => atlas.rows('product_inputs') as unknown as RegionFacts['productInputs'],
  },
  companyProducts: {
    tables: ['company_products'],
    read: (atlas) => atlas.rows('company_products') as unknown as RegionFacts['companyProducts'],
  },
  transformationPaths: {
    tables: ['transformation_paths'],
    read: (atlas) =>
      atlas.rows('transformation_paths') as unknown as RegionFacts['transformationPaths'],
  },
  landUtilities: {
    tables: ['land_utilities'],
    read: (atlas) => atlas.rows('land_utilities') as unknown as RegionFacts['landUtilities'],
  },
  jitPractice: {
    tables: ['jit_practice'],
    read: (atlas) => atlas.rows('jit_practice') as unknown as RegionFacts['jitPractice'],
  },
  jitParts: {
    tables: ['jit_parts'],
    read: (atlas) => atlas.rows('jit_parts') as unknown as RegionFacts['jitParts'],
  },
  freightCosts: {
    tables: ['freight_costs'],
    read: (atlas) => atlas.rows('freight_costs') as unknown as RegionFacts['freightCosts'],
  },
  tolls: {
    tables: ['tolls'],
    read: (atlas) => atlas.rows('tolls') as unknown as RegionFacts['tolls'],
  },
  districts: { tables: ['districts'], read: homeDistricts },
  sites: { tables: ['sites'], read: (atlas) => listed(atlas, 'sites') },
  certifications: {
    tables: ['certifications'],
    read: (atlas) => atlas.rows('certifications') as unknown as RegionFacts['certifications'],
  },
}

export function factsOf(atlas: Atlas): RegionFacts {
  return factsAfter(atlas, null, [])
}

/** New lists where rows were touched; the others stay the same objects. */
export function factsAfter(
  atlas: Atlas,
  known: RegionFacts | null,
  touched: readonly Touched[],
): RegionFacts {
  const entries = Object.entries(READ).map(([key, one]) => {
    const { tables, read } = one as Read<unknown>
    const rows = touched.filter(({ table }) => tables.includes(table))
    const kept = known?.[key as keyof RegionFacts] ?? null
    return [key, kept && rows.length === 0 ? kept : read(atlas, kept, rows)]
  })
  return Object.fromEntries(entries) as RegionFacts
}

function homeDistricts(atlas: Atlas): RegionFacts['districts'] {
  const all = atlas.features('districts').features as unknown as RegionFacts['districts']
  return all.filter(
    ({ properties: { level, provinceAdcode } }) =>
      level === 'district' && provinceAdcode === atlas.home.provinceAdcode,
  )
}

type Listed = 'parks' | 'companies' | 'hubs' | 'platforms' | 'sites'

function listed<K extends Listed>(atlas: Atlas, id: K): RegionFacts[K] {
  return atlas.features(id).features as unknown as RegionFacts[K]
}

/** Rows that were there and still are take their old place; for others the list is read anew. */
function patched<K extends Listed>(id: K): Read<RegionFacts[K]>['read'] {
  return (atlas, known, touched) => {
    if (!known) return listed(atlas, id)
    const next = [...known] as { id: string }[]
    for (const row of touched) {
      const place = next.findIndex((feature) => feature.id === row.id)
      const feature = atlas.feature(id, row.id)
      if (place < 0 || !feature) return listed(atlas, id)
      next[place] = feature
    }
    return next as RegionFacts[K]
  }
}

/** Segments in the order of the source, each with the products that have an id. */
export function taxonomyOf(atlas: Atlas): TaxonomySegment[] {
  const rows = atlas.rows('taxonomy') as Record<string, string | null>[]
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
