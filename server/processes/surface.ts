// How does every place of the city score for a product?
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import { surfacePlaces } from '#geodata/analysis/surface/near-places.ts'
import { surface } from '#geodata/analysis/surface/surface.ts'
import { SURFACE_RESOLUTIONS, type SurfaceInputs } from '#geodata/contract/processes/surface.ts'
import { ProblemError } from '#server/http/problem.ts'
import { answer, conditionsWork, type Process, unknownId } from '#server/processes/process.ts'
import { requireSiting } from '#server/processes/siting-question.ts'
import { cloudsOf } from '#server/region/clouds.ts'

/** Of the coarsest grid over the city; each finer one has seven times as many. */
const COARSE_CELLS = 350
const CELL_MILLISECONDS = 0.03
/** One cell in one of the joint draws. */
const DRAW_MILLISECONDS = 0.0003
/** Fewer tell no ends of nine in ten. */
const LEAST_DRAWS = 100
/** Of all cells together: more takes minutes. */
const MOST_CELL_DRAWS = 35_000_000

export const surfaceProcess: Process<'surface'> = {
  title: '全域面 Surface',
  description:
    'The criteria of siting that stand on truck time, measured at every cell of the H3 grid of the city and named by the nearest place, with the likely range of its score in the joint draws of siting; the parks by the same criteria alone.',
  work: (inputs, region) =>
    40 +
    (CELL_MILLISECONDS + DRAW_MILLISECONDS * inputs.rangeDraws) * cellsAbout(inputs) +
    conditionsWork(region, inputs.siting, region.facts.companies.length),
  run: (region, inputs, report) => {
    requireDraws(inputs)
    const { network, ground } = requireSiting(region, inputs.siting, '/inputs/siting')
    const { skeleton } = region.skeleton.ground.roads as SkeletonRoads
    const clouds = cloudsOf(network, region.facts)
    const places = surfacePlaces(skeleton, region.facts)
    const outcome = surface({ ground, clouds, places }, region.facts, inputs, report)
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
  },
}

function cellsAbout({ resolution }: SurfaceInputs): number {
  return COARSE_CELLS * 7 ** (resolution - SURFACE_RESOLUTIONS[0])
}

/** Draws that tell a range, and no more of them than are answered in good time; none at all is fine. */
function requireDraws(inputs: SurfaceInputs): void {
  const { rangeDraws } = inputs
  const most = Math.floor(MOST_CELL_DRAWS / cellsAbout(inputs))
  if (rangeDraws === 0 || (rangeDraws >= LEAST_DRAWS && rangeDraws <= most)) return
  const detail = `${rangeDraws} draws came; at this resolution ${LEAST_DRAWS} to ${Math.min(2000, most)} tell a range in good time, and 0 asks for none.`
  const detailZh = `收到 ${rangeDraws} 次抽样；此分辨率下应为 ${LEAST_DRAWS} 至 ${Math.min(2000, most)} 次，0 表示不算范围。`
  throw new ProblemError(422, detail, detailZh, [
    { pointer: '/inputs/rangeDraws', detail, detailZh },
  ])
}
