// How does every place of the city score for a product?
import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import { requireSiting } from '#geodata/analysis/answering/siting-question.ts'
import type { SkeletonRoads } from '#geodata/analysis/ground/skeleton-roads.ts'
import { surfacePlaces } from '#geodata/analysis/surface/near-places.ts'
import { surface } from '#geodata/analysis/surface/surface.ts'
import { ProblemError } from '#geodata/contract/problem-error.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { SURFACE_RESOLUTIONS, type SurfaceInputs } from '#geodata/contract/processes/surface.ts'

/** Of the coarsest grid over the city; each finer one has seven times as many. */
const COARSE_CELLS = 350
/** Fewer tell no ends of nine in ten. */
const LEAST_DRAWS = 100
/** Of all cells together: more takes minutes. */
const MOST_CELL_DRAWS = 35_000_000

/** `report` is called as often as one likes. */
export function surfaceAnswer(
  region: KnownRegion,
  inputs: ProcessInputs<'surface'>,
  report?: (done: number, total: number) => void,
): ProcessResult<'surface'> {
  requireDraws(inputs)
  const { network, ground } = requireSiting(region, inputs.siting, '/inputs/siting')
  const { skeleton } = region.skeleton.ground.roads as SkeletonRoads
  const clouds = cloudsOf(network, region.facts)
  const places = surfacePlaces(skeleton, region.facts)
  const outcome = surface({ ground, clouds, places }, region.facts, inputs, report)
  if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
  throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
}

/** How many cells about a surface has. */
export function cellsAbout({ resolution }: SurfaceInputs): number {
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
