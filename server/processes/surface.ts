// How does every place of the city score for a product?
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import { surfacePlaces } from '#geodata/analysis/surface/near-places.ts'
import { surface } from '#geodata/analysis/surface/surface.ts'
import { SURFACE_RESOLUTIONS } from '#geodata/contract/processes/surface.ts'
import { answer, conditionsWork, type Process, unknownId } from '#server/processes/process.ts'
import { requireSiting } from '#server/processes/siting-question.ts'
import { cloudsOf } from '#server/region/clouds.ts'

/** Of the coarsest grid over the city; each finer one has seven times as many. */
const COARSE_CELLS = 350
const CELL_MILLISECONDS = 0.03
/** One cell in one of the joint draws. */
const DRAW_MILLISECONDS = 0.0003

export const surfaceProcess: Process<'surface'> = {
  title: '全域面 Surface',
  description:
    'The criteria of siting that stand on truck time, measured at every cell of the H3 grid of the city and named by the nearest place, with the likely range of its score in the joint draws of siting; the parks by the same criteria alone.',
  work: (inputs, region) =>
    40 +
    (CELL_MILLISECONDS + DRAW_MILLISECONDS * inputs.rangeDraws) *
      COARSE_CELLS *
      7 ** (inputs.resolution - SURFACE_RESOLUTIONS[0]) +
    conditionsWork(region, inputs.siting, region.facts.companies.length),
  run: (region, inputs, report) => {
    const { network, ground } = requireSiting(region, inputs.siting, '/inputs/siting')
    const { skeleton } = region.skeleton.ground.roads as SkeletonRoads
    const clouds = cloudsOf(network, region.facts)
    const places = surfacePlaces(skeleton, region.facts)
    const outcome = surface({ ground, clouds, places }, region.facts, inputs, report)
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
  },
}
