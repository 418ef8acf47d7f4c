// What is the skeleton of a region made of? Read from the store: stretches of expressway, and the urban districts.
import type { SkeletonFile, SkeletonStretch } from '#geodata/analysis/answering/loaded-network.ts'
import type { RegionId } from '#server/store/region-id.ts'
import type { Store } from '#server/store/store.ts'

export async function readSkeleton(store: Store, region: RegionId): Promise<SkeletonFile> {
  return { stretches: await stretchesOf(store, region), urban: await urbanOf(store, region) }
}

async function stretchesOf({ rows }: Store, region: RegionId): Promise<SkeletonStretch[]> {
  const { features } = await rows.features(region, 'roads')
  const roads = features.filter(({ geometry }) => geometry)
  return roads.map(({ geometry, properties }) => {
    const [from = [0, 0], to = [0, 0]] = (geometry as { coordinates: [number, number][] })
      .coordinates
    const p = properties as Record<string, string & number>
    return {
      fromZh: String(p.fromZh),
      fromLngLat: from,
      toZh: String(p.toZh),
      toLngLat: to,
      roadClass: p.roadClass as unknown as SkeletonStretch['roadClass'],
      status: p.status as unknown as SkeletonStretch['status'],
      publishedKilometers: p.publishedKilometers ?? null,
      geodesicKilometers: p.geodesicKilometers ?? 0,
      ref: String(p.ref ?? ''),
      nameZh: String(p.nameZh ?? ''),
    }
  })
}

async function urbanOf({ rows, facts }: Store, region: RegionId): Promise<SkeletonFile['urban']> {
  const adcodes = new Set((await facts.home(region)).urbanAdcodes)
  const { features } = await rows.features(region, 'districts')
  return features
    .filter(({ id, geometry }) => geometry && adcodes.has(id))
    .map(({ geometry }) => (geometry as { coordinates: number[][][][] }).coordinates)
}
