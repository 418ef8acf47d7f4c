// Which stretches of road can be closed, and what are the roads without one of them?
//
// On the skeleton every stretch between two interchanges, both directions; on a street network every
// street of the classes asked for. Places still meet the roads where they did.

import {
  nearestName,
  type PlaceName,
  structureOf,
} from '#geodata/analysis/disruption/stretch-names.ts'
import { type SkeletonRoads, skeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import { conditionedRoads, type StreetRoads } from '#geodata/analysis/ground/street-roads.ts'
import type { Roads } from '#geodata/analysis/ground/trips.ts'
import type { Structure } from '#geodata/contract/processes/disruption.ts'
import { ROAD_CLASSES, type RoadClass } from '#geodata/network/osm/road-classes.ts'
import { type EdgeRows, networkFrom, UNREACHED } from '#geodata/network/road-network.ts'
import { STREET_IS_BRIDGE, STREET_IS_TUNNEL } from '#geodata/network/street/street-network.ts'

export type Link = {
  id: string
  name: string
  ref: string
  /** Names of its ends, or of the places nearest to them; empty where none is near. */
  fromName: string
  toName: string
  endsAre: 'ends' | 'near'
  structure: Structure | null
  line: [number, number][]
}

export type Links = {
  rows: EdgeRows
  /** The link of each edge of the rows; −1: it stays open. */
  groupOf: Int32Array
  count: number
  linkAt: (group: number) => Link
  /** The link of an id; null: there is none. */
  groupOfId: (id: string) => number | null
  /** The roads without it. */
  without: (group: number) => Roads
}

const NO_GROUP = -1

/** `places` name the ends of streets, which have no names of their own. */
export function linksOf(
  roads: SkeletonRoads | StreetRoads,
  classes: readonly RoadClass[],
  places: readonly PlaceName[] = [],
): Links {
  return roads.kind === 'skeleton' ? skeletonLinks(roads) : streetLinks(roads, classes, places)
}

function skeletonLinks({ skeleton, stretches }: SkeletonRoads): Links {
  const { outward } = skeleton.network
  const groupOf = new Int32Array(outward.neighbour.length).fill(NO_GROUP)
  const ends: [number, number][] = []
  const groups = new Map<string, number>()
  for (let from = 0; from < skeleton.nodeNames.length; from++) {
    for (
      let edge = outward.firstEdge[from] ?? 0;
      edge < (outward.firstEdge[from + 1] ?? 0);
      edge++
    ) {
      const to = outward.neighbour[edge] ?? 0
      const pair: [number, number] = from < to ? [from, to] : [to, from]
      const key = pair.join()
      const group = groups.get(key) ?? groups.size
      groups.set(key, group)
      ends[group] = pair
      groupOf[edge] = group
    }
  }
  const lngLatOf = (node: number): [number, number] => {
    const [lng = 0, lat = 0] = skeleton.nodeLngLats[node] ?? []
    return [lng, lat]
  }
  const between = (one: string, other: string) => `${one}~${other}`
  const named = new Map(
    stretches.flatMap((stretch) => [
      [between(stretch.fromZh, stretch.toZh), stretch],
      [between(stretch.toZh, stretch.fromZh), stretch],
    ]),
  )
  return {
    rows: outward,
    groupOf,
    count: ends.length,
    groupOfId: (id) => {
      const nodes = id.split('~').map((name) => skeleton.nodeNames.indexOf(name))
      return groups.get(nodes.sort((a, b) => a - b).join()) ?? null
    },
    linkAt: (group) => {
      const [from, to] = ends[group] ?? [0, 0]
      const [fromName = '', toName = ''] = [skeleton.nodeNames[from], skeleton.nodeNames[to]]
      const { ref = '', nameZh: name = '' } = named.get(between(fromName, toName)) ?? {}
      return {
        id: between(fromName, toName),
        name,
        ref: isNumber(ref) ? ref : '',
        fromName,
        toName,
        endsAre: 'ends',
        structure: structureOf(fromName, toName, name),
        line: [lngLatOf(from), lngLatOf(to)],
      }
    },
    without: (group) =>
      skeletonRoads(
        {
          ...skeleton,
          network: networkFrom({
            ...outward,
            impedanceDeciseconds: outward.impedanceDeciseconds.map((charged, edge) =>
              groupOf[edge] === group ? NEVER_CHOSEN : charged,
            ),
          }),
        },
        stretches,
      ),
  }
}

/** The hierarchy has no closed edges; what charges months is never on a cheapest way that exists. */
const NEVER_CHOSEN = Math.floor(UNREACHED / 64)

/** A road number, and no word such as 连接. */
function isNumber(ref: string): boolean {
  return /^[A-Z]+\d/.test(ref)
}

function streetLinks(
  roads: StreetRoads,
  classes: readonly RoadClass[],
  places: readonly PlaceName[],
): Links {
  const { network } = roads
  const { streets, texts } = network
  const isAsked = ROAD_CLASSES.map((one) => classes.includes(one))
  const groupOf = Int32Array.from(network.edgeStreet, (directed) => {
    const street = directed >> 1
    return isAsked[streets.roadClass[street] ?? 0] ? street : NO_GROUP
  })
  const asked = new Set(groupOf)
  asked.delete(NO_GROUP)
  return {
    rows: network.network.outward,
    groupOf,
    count: asked.size,
    groupOfId: (id) => (/^\d+$/.test(id) && asked.has(Number(id)) ? Number(id) : null),
    linkAt: (street) => {
      const line: [number, number][] = []
      const last = streets.firstPoint[street + 1] ?? 0
      for (let point = streets.firstPoint[street] ?? 0; point < last; point++) {
        const [lng7 = 0, lat7 = 0] = streets.points.subarray(2 * point, 2 * point + 2)
        line.push([lng7 / 1e7, lat7 / 1e7])
      }
      const name = texts[streets.name[street] ?? 0] ?? ''
      const flags = streets.flags[street] ?? 0
      return {
        id: String(street),
        name,
        ref: texts[streets.ref[street] ?? 0] ?? '',
        fromName: nearestName(places, line[0]),
        toName: nearestName(places, line.at(-1)),
        endsAre: 'near',
        structure:
          flags & STREET_IS_BRIDGE
            ? 'bridge'
            : flags & STREET_IS_TUNNEL
              ? 'tunnel'
              : structureOf(name),
        line,
      }
    },
    without: (street) => conditionedRoads(roads, { closedStreets: [street] }),
  }
}
