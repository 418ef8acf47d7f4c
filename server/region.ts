// What the analyses need, read once from the store: facts, the network, the ground, the grid.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { buildGrid, type Grid } from '#geodata/analysis/grid.ts'
import type { Ground } from '#geodata/analysis/trips.ts'
import type { TaxonomySegment } from '#geodata/contract/documents.ts'
import type { Basis } from '#geodata/contract/shared.ts'
import { boundsOf } from '#geodata/formats/geopackage-geometry.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { hashOf } from '#geodata/model/hash.ts'
import { buildSkeleton, type SkeletonSegment } from '#geodata/network/skeleton.ts'
import type { Atlas } from '#server/store/atlas.ts'

/** The nine districts whose local roads are city streets: 渝中 to 巴南, without the outer ones. */
const URBAN_ADCODES = new Set([
  '500103',
  '500104',
  '500105',
  '500106',
  '500107',
  '500108',
  '500109',
  '500112',
  '500113',
])

export type Region = {
  facts: RegionFacts
  ground: Ground
  grid: Grid
  network: Basis['network'] & { nodes: number; edges: number; detourFactor: number }
  dataset: Basis['dataset']
}

export function loadRegion(atlas: Atlas): Region {
  const roads = atlas.features('roads').features
  const segments = roads.map(({ geometry, properties }): SkeletonSegment => {
    const [from = [0, 0], to = [0, 0]] = (geometry as { coordinates: [number, number][] })
      .coordinates
    const p = properties as Record<string, string & number>
    return {
      fromZh: String(p.fromZh),
      fromLngLat: from,
      toZh: String(p.toZh),
      toLngLat: to,
      roadClass: p.roadClass as unknown as SkeletonSegment['roadClass'],
      status: p.status as unknown as SkeletonSegment['status'],
      publishedKilometers: p.publishedKilometers ?? null,
      geodesicKilometers: p.geodesicKilometers ?? 0,
    }
  })
  const skeleton = buildSkeleton(segments)
  const urban = atlas
    .features('districts')
    .features.filter(({ id }) => URBAN_ADCODES.has(id))
    .map(({ geometry }) => {
      const area = geometry as { type: 'MultiPolygon'; coordinates: number[][][][] }
      return { polygons: area.coordinates, bounds: boundsOf(area) }
    })
  const ground: Ground = {
    skeleton,
    isUrban: (lngLat) =>
      urban.some(
        ({ bounds: [west, south, east, north], polygons }) =>
          lngLat[0] >= west &&
          lngLat[0] <= east &&
          lngLat[1] >= south &&
          lngLat[1] <= north &&
          insideArea(lngLat, polygons),
      ),
  }
  const stored = atlas.dataset()
  return {
    facts: factsOf(atlas),
    ground,
    grid: buildGrid(ground),
    network: {
      name: '骨架路网 skeleton',
      kind: 'skeleton',
      date: '2026-11',
      hash: hashOf(segments),
      nodes: skeleton.network.nodeCount,
      edges: skeleton.network.edgeCount,
      detourFactor: Math.round(skeleton.detourFactor * 1000) / 1000,
    },
    dataset: { hash: stored.hash ?? '', builtFrom: stored.built_from ?? '' },
  }
}

function factsOf(atlas: Atlas): RegionFacts {
  return {
    parks: atlas.features('parks').features as unknown as RegionFacts['parks'],
    companies: atlas.features('companies').features as unknown as RegionFacts['companies'],
    hubs: atlas.features('hubs').features as unknown as RegionFacts['hubs'],
    taxonomy: taxonomyOf(atlas),
    plants: atlas.rows('plants') as unknown as RegionFacts['plants'],
    productInputs: atlas.rows('product_inputs') as unknown as RegionFacts['productInputs'],
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
