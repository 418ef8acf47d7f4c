// What does each loaded road network know: its words, its ground, its rings?
import {
  type PreparedStreets,
  preparedStreets,
} from '#geodata/analysis/answering/prepared-streets.ts'
import { urbanArea } from '#geodata/analysis/answering/urban-area.ts'
import { skeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import {
  conditionedRoads,
  type StreetRoads,
  streetRoads,
} from '#geodata/analysis/ground/street-roads.ts'
import { endOf, type Ground } from '#geodata/analysis/ground/trips.ts'
import { buildGrid, type Grid } from '#geodata/analysis/isochrone/grid.ts'
import {
  type Exit,
  exitsWithin,
  isochrone,
  type Ring,
} from '#geodata/analysis/isochrone/skeleton-isochrone.ts'
import {
  isochronesUnder,
  streetAreas,
  streetIsochrone,
  sweptIsochrones,
} from '#geodata/analysis/isochrone/street-isochrone.ts'
import type { NetworkSummary } from '#geodata/contract/documents.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { boundsAround } from '#geodata/geometry/bounds.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { finished, type Steps } from '#geodata/model/steps.ts'
import type { Direction } from '#geodata/network/hierarchy.ts'
import { buildSkeleton, type SkeletonSegment } from '#geodata/network/skeleton.ts'
import type { Conditions } from '#geodata/network/street/conditions.ts'
import type { NetworkFile } from '#geodata/network/street/network-file.ts'
import { StreetIndex } from '#geodata/network/street/street-index.ts'
import type { NetworkOrigin, Unread } from '#geodata/network/street/street-network.ts'

const DECIMETERS_PER_KILOMETER = 10_000

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
  /** Works out what rings need; else the first ring does. Absent: they need nothing. */
  makeReady?: () => void
  /** Where a truck leaves the expressway; absent on streets, which it leaves anywhere. */
  exits?: (origin: LngLat, cutoffMinutes: number, direction: Direction) => Exit[]
  /** Absent on the skeleton, whose lengths are known to its interchanges alone. */
  areasByLength?: (
    origin: LngLat,
    cutoffKilometers: readonly number[],
    direction: Direction,
    conditions?: Conditions,
  ) => (Omit<Ring, 'cutoffMinutes'> & { cutoffKilometers: number })[]
}

/** What a skeleton is made of, as plain data: the server reads it from its store, a page is sent it. */
export type SkeletonFile = {
  stretches: SkeletonStretch[]
  /** Districts whose local roads are city streets, each as the coordinates of a MultiPolygon. */
  urban: number[][][][][]
}
/** One stretch between interchanges. */
export type SkeletonStretch = SkeletonSegment & { ref: string; nameZh: string }

export function skeletonNetwork({ stretches: roads, urban }: SkeletonFile): LoadedNetwork {
  const isUrban = urbanArea(urban)
  const segments = roads.map(({ ref: _, nameZh: __, ...segment }): SkeletonSegment => segment)
  const skeleton = buildSkeleton(segments)
  const stretches = roads.map(({ fromZh, toZh, ref, nameZh }) => ({ fromZh, toZh, ref, nameZh }))
  const ground = { roads: skeletonRoads(skeleton, stretches), isUrban }
  let grid: Grid | undefined
  const gridOnce = (): Grid => {
    grid ??= buildGrid(ground)
    return grid
  }
  const detour = skeleton.detourFactor.toFixed(2)
  return {
    summary: {
      id: 'skeleton',
      name: { zh: '骨架路网（示意）', en: 'Skeleton network (schematic)' },
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
    makeReady: gridOnce,
    rings: (origin, cutoffMinutes, direction) =>
      isochrone(ground, gridOnce(), origin, cutoffMinutes, direction),
    exits: (origin, cutoffMinutes, direction) =>
      exitsWithin(ground, origin, cutoffMinutes, direction),
  }
}

/** A street network as it was read from its file, and what was worked out of it already. */
type Stored = Extract<NetworkFile, { kind: 'network' }> & { id: string; prepared?: PreparedStreets }

/** At once. */
export function streetNetwork(stored: Stored, isUrban: Ground['isUrban']): LoadedNetwork {
  return finished(streetSteps(stored, isUrban))
}

/** Step by step, so that others are answered in between. */
export function* streetSteps(stored: Stored, isUrban: Ground['isUrban']): Steps<LoadedNetwork> {
  const { id, network, hash } = stored
  const name = { zh: `路网 ${id}`, en: `street network ${id}` }
  const { boxes, ground: shape } = stored.prepared ?? preparedStreets(stored, isUrban)
  yield
  const streets = streetRoads(network, name, new StreetIndex(network.streets, boxes))
  yield
  const ground = { roads: streets, isUrban }
  const isochrones = sweptIsochrones(network, shape)
  yield
  return {
    summary: {
      id,
      name,
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
      const { hierarchy } = network
      const under = isochronesUnder(isochrones, roads.network, hierarchy, 'time', roads.timeFactor)
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

/** What a reader of its answers should know: sources, restrictions and what was assumed. */
function notesOf(origin: NetworkOrigin): Bilingual[] {
  const { sources, restrictionCount, restrictionsLeftOut, motorwaysBothWays } = origin
  const notes = [
    {
      zh: `由 ${sources.join('、')} 生成，© OpenStreetMap 贡献者，ODbL 1.0`,
      en: `Built from ${sources.join(', ')}, © OpenStreetMap contributors, ODbL 1.0.`,
    },
    {
      zh: `转向限制 ${restrictionCount} 条，其中 ${restrictionsLeftOut} 条所指道路不相接或不明确，未采用`,
      en: `${restrictionCount} turn restrictions, ${restrictionsLeftOut} of them left out because their roads do not meet or could be several.`,
    },
  ]
  notes.push(
    ...unreadNote('限值、限速或时长', 'limits, speeds or durations', origin.unreadLimits),
    ...unreadNote('转向限制', 'turn restrictions', origin.unreadRestrictions),
  )
  if (motorwaysBothWays) {
    notes.push({
      zh: '提取文件中的高速公路均未标注方向，按双向通行处理',
      en: 'No motorway of the extract says its direction: each is driven both ways.',
    })
  }
  return notes
}

function unreadNote(zh: string, en: string, { count, examples }: Unread): Bilingual[] {
  if (count === 0) return []
  return [
    {
      zh: `有 ${count} 条${zh}无法识别，未起作用，例如 ${examples.join('、')}`,
      en: `${count} ${en} could not be read and hold for nothing, such as ${examples.join(', ')}.`,
    },
  ]
}
