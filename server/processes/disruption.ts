// Which stretches of road does the supply chain depend on most, and what does closing one cost?

import {
  answer,
  requireAccess,
  requireNetwork,
  unknownId,
} from '#geodata/analysis/answering/asked.ts'
import { disruption } from '#geodata/analysis/disruption/criticality.ts'
import { placeNames } from '#geodata/analysis/disruption/stretch-names.ts'
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import type { Process } from '#server/processes/process.ts'

/** For each junction of the network, whose streets are closed in turn. */
const STREET_MILLISECONDS = 0.3

export const disruptionProcess: Process<'disruption'> = {
  title: '中断 Disruption',
  description:
    'Every stretch of road closed in turn: minutes lost by makers and plants, deliveries that leave the window or have no way left, ranked exactly; for one stretch the ways before and after.',
  work: (inputs, region) => {
    const { streets, summary } = requireNetwork(region, inputs)
    return streets ? STREET_MILLISECONDS * summary.nodes : 100
  },
  run: (region, inputs, report) => {
    const network = requireNetwork(region, inputs)
    if (inputs.lngLat) requireAccess(network, inputs.lngLat, '/inputs/lngLat')
    const { isUrban } = network.ground
    const roads = network.streets ?? (network.ground.roads as SkeletonRoads)
    const { skeleton } = region.skeleton.ground.roads as SkeletonRoads
    const places = placeNames(skeleton, region.facts)
    const outcome = disruption({ roads, isUrban }, region.facts, inputs, report, places)
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer)
  },
}
