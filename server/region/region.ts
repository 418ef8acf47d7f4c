// What the analyses need, read once from the store: facts, and the networks with their grounds.
import path from 'node:path'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { skeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import { groundArrays } from '#geodata/analysis/ground/street-ground/ground-arrays.ts'
import { recordedGround } from '#geodata/analysis/ground/street-ground/ground-record.ts'
import {
  conditionedRoads,
  type StreetRoads,
  streetRoads,
} from '#geodata/analysis/ground/street-roads.ts'
import { endOf, type Ground } from '#geodata/analysis/ground/trips.ts'
import { buildGrid } from '#geodata/analysis/isochrone/grid.ts'
import { isochrone, type Ring } from '#geodata/analysis/isochrone/skeleton-isochrone.ts'
import {
  isochronesUnder,
  streetAreas,
  streetIsochrone,
  sweptIsochrones,
} from '#geodata/analysis/isochrone/street-isochrone.ts'
import type { NetworkSummary } from '#geodata/contract/documents.ts'
import type { Basis, Bilingual } from '#geodata/contract/shared.ts'
import { boundsOf } from '#geodata/formats/geopackage-geometry.ts'
import { insideArea } from '#geodata/geometry/inside.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { buildSkeleton, type SkeletonSegment } from '#geodata/network/skeleton.ts'
import type { Conditions } from '#geodata/network/street/conditions.ts'
import type { NetworkOrigin } from '#geodata/network/street/street-network.ts'
import { factsAfter, factsOf } from '#server/region/facts.ts'
import type { Atlas } from '#server/store/atlas.ts'
import { NETWORK_ENDING, type StoredNetwork } from '#server/store/network-files.ts'
import type { Revision } from '#server/store/revision.ts'

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

export type LoadedNetwork = {
  summary: NetworkSummary
  ground: Ground
  /** The streets, where it is a street network: what conditions can be put upon. */
  streets: StreetRoads | null
  rings: (
    origin: LngLat,
    cutoffMinutes: readonly number[],
    direction: Direction,
    conditions?: Conditions,
  ) => Ring[]
  /** Absent on the skeleton, whose lengths are known to its interchanges alone. */
  areasByLength?: (
    origin: LngLat,
    cutoffKilometers: readonly number[],
    direction: Direction,
    conditions?: Conditions,
  ) => (Omit<Ring, 'cutoffMinutes'> & { cutoffKilometers: number })[]
}

export type Region = {
  facts: RegionFacts
  /** The one written last first: it answers where a request names none. */
  streets: LoadedNetwork[]
  /** Always there, and the answer where no street network is. */
  skeleton: LoadedNetwork
  /** Network files that could not be used, with the reason. */
  refusedNetworks: { file: string; reason: Bilingual }[]
  dataset: Basis['dataset']
  /** Of the store when the facts were read. */
  revision: Revision
}

/** The one that answers where a request names none. */
export function firstNetwork({ streets, skeleton }: Region): LoadedNetwork {
  return streets[0] ?? skeleton
}

export function allNetworks({ streets, skeleton }: Region): LoadedNetwork[] {
  return [...streets, skeleton]
}

/** Reads the facts from the store and every network beside it; what is refused is left out and told. */
export function loadRegion(atlas: Atlas, stored: readonly StoredNetwork[] = []): Region {
  const isUrban = urbanArea(atlas)
  const streets = stored.flatMap((one) =>
    one.kind === 'network' ? [streetNetwork(one, isUrban)] : [],
  )
  // First: what is written while the rest is read is found at the next look.
  const revision = atlas.revision()
  return {
    revision,
    facts: factsOf(atlas),
    dataset: { hash: atlas.identity(), builtFrom: atlas.dataset().built_from ?? '' },
    streets,
    skeleton: skeletonNetwork(atlas, isUrban),
    refusedNetworks: stored.flatMap((one) => (one.kind === 'refused' ? [refusalOf(one)] : [])),
  }
}

/** Reads again what anybody wrote to the store since, through this server or past it. */
export function followEdits(region: Region, atlas: Atlas): void {
  const touched = atlas.touchedSince(region.revision)
  if (touched !== 'any' && touched.length === 0) return
  region.revision = atlas.revision()
  region.facts = touched === 'any' ? factsOf(atlas) : factsAfter(atlas, region.facts, touched)
  region.dataset = { ...region.dataset, hash: atlas.identity() }
}

/** Puts a network to use before the others, in the place of one of the same id. */
export function putNetwork(region: Region, stored: StoredNetwork): void {
  dropNetwork(region, stored.id)
  if (stored.kind === 'refused') region.refusedNetworks.push(refusalOf(stored))
  else region.streets.unshift(streetNetwork(stored, region.skeleton.ground.isUrban))
}

/** From now on its questions are answered by others; answers under way keep theirs. */
export function dropNetwork(region: Region, id: string): void {
  region.streets = region.streets.filter(({ summary }) => summary.id !== id)
  region.refusedNetworks = region.refusedNetworks.filter(({ file }) => file !== id + NETWORK_ENDING)
}

function refusalOf({ file, zh, en }: Extract<StoredNetwork, { kind: 'refused' }>) {
  return { file: path.basename(file), reason: { zh, en } }
}

function skeletonNetwork(atlas: Atlas, isUrban: Ground['isUrban']): LoadedNetwork {
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
  const ground = { roads: skeletonRoads(skeleton), isUrban }
  const grid = buildGrid(ground)
  const detour = skeleton.detourFactor.toFixed(2)
  return {
    summary: {
      id: 'skeleton',
      name: '骨架路网 skeleton',
      kind: 'skeleton',
      date: ground.roads.asOf ?? '',
      hash: hashOf(segments),
      nodes: skeleton.network.nodeCount,
      edges: skeleton.network.edgeCount,
      bounds: boundsAround(skeleton.nodeLngLats),
      notes: [
        {
          zh: `高速公路互通之间的示意路网；无公布里程的路段按大圆距离 × ${detour}`,
          en: `Expressways between interchanges, schematic; lengths not published are great circles × ${detour}.`,
        },
      ],
    },
    ground,
    streets: null,
    rings: (origin, cutoffMinutes, direction) =>
      isochrone(ground, grid, origin, cutoffMinutes, direction),
  }
}

function streetNetwork(
  { id, network, beside, hash }: Extract<StoredNetwork, { kind: 'network' }>,
  isUrban: Ground['isUrban'],
): LoadedNetwork {
  const streets = streetRoads(network, { zh: `路网 ${id}`, en: `street network ${id}` })
  const ground = { roads: streets, isUrban }
  const arrays = recordedGround(beside) ?? groundArrays(network)
  const isochrones = sweptIsochrones(network, arrays, isUrban)
  return {
    summary: {
      id,
      name: `路网 ${id} street network ${id}`,
      kind: 'street',
      date: network.origin.dataDate ?? '',
      hash,
      nodes: network.junctionCount,
      edges: network.network.edgeCount,
      bounds: [...network.bounds],
      notes: notesOf(network.origin),
    },
    ground,
    streets,
    rings: (origin, cutoffMinutes, direction, conditions) => {
      const place = { lngLat: origin, radiusKilometers: 0 }
      if (!conditions)
        return streetIsochrone(isochrones, endOf(ground, place), cutoffMinutes, direction)
      const roads = conditionedRoads(streets, conditions)
      const under = isochronesUnder(isochrones, roads.network, network.hierarchy, 'time')
      return streetIsochrone(under, endOf({ roads, isUrban }, place), cutoffMinutes, direction)
    },
    areasByLength: (origin, cutoffKilometers, direction, conditions) => {
      const roads = conditionedRoads(streets, { ...conditions, byLength: true })
      const under = isochronesUnder(isochrones, roads.network, network.hierarchy, 'length')
      const end = endOf({ roads, isUrban }, { lngLat: origin, radiusKilometers: 0 })
      const cutoffs = cutoffKilometers.map((kilometers) => kilometers * DECIMETERS_PER_KILOMETER)
      return streetAreas(under, end, cutoffs, direction).map(({ cutoff, ...area }) => ({
        cutoffKilometers: cutoff / DECIMETERS_PER_KILOMETER,
        ...area,
      }))
    },
  }
}

const DECIMETERS_PER_KILOMETER = 10_000

/** What a reader of its answers should know: sources, restrictions and what was assumed. */
function notesOf(origin: NetworkOrigin): Bilingual[] {
  const { sources, restrictionCount, restrictionsLeftOut, motorwaysBothWays } = origin
  const notes = [
    {
      zh: `由 ${sources.join('、')} 生成，© OpenStreetMap 贡献者，ODbL 1.0`,
      en: `Built from ${sources.join(', ')}, © OpenStreetMap contributors, ODbL 1.0.`,
    },
    {
      zh: `转向限制 ${restrictionCount} 条，其中 ${restrictionsLeftOut} 条所指道路不相接，未采用`,
      en: `${restrictionCount} turn restrictions, ${restrictionsLeftOut} of them left out because their roads do not meet.`,
    },
  ]
  if (motorwaysBothWays) {
    notes.push({
      zh: '提取文件中的高速公路均未标注方向，按双向通行处理',
      en: 'No motorway of the extract says its direction: each is driven both ways.',
    })
  }
  return notes
}

function boundsAround(lngLats: readonly LngLat[]): [number, number, number, number] {
  const lngs = lngLats.map(([lng]) => lng)
  const lats = lngLats.map(([, lat]) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

function urbanArea(atlas: Atlas): Ground['isUrban'] {
  const urban = atlas
    .features('districts')
    .features.filter(({ id }) => URBAN_ADCODES.has(id))
    .map(({ geometry }) => {
      const area = geometry as { type: 'MultiPolygon'; coordinates: number[][][][] }
      return { polygons: area.coordinates, bounds: boundsOf(area) }
    })
  return (lngLat) =>
    urban.some(
      ({ bounds: [west, south, east, north], polygons }) =>
        lngLat[0] >= west &&
        lngLat[0] <= east &&
        lngLat[1] >= south &&
        lngLat[1] <= north &&
        insideArea(lngLat, polygons),
    )
}
