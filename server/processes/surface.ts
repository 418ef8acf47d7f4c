// How does every place of the city score for a product?
import { surface } from '#geodata/analysis/surface/surface.ts'
import { SURFACE_RESOLUTIONS } from '#geodata/contract/processes/surface.ts'
import { answer, conditionsWork, type Process, unknownId } from '#server/processes/process.ts'
import { requireSiting } from '#server/processes/siting-question.ts'

/** Of the coarsest grid over the city; each finer one has seven times as many. */
const COARSE_CELLS = 350
const CELL_MILLISECONDS = 0.03

export const surfaceProcess: Process<'surface'> = {
  title: '全域面 Surface',
  description:
    'The criteria of siting that stand on truck time, measured at every cell of the H3 grid of the city; weighed by the client.',
  work: (inputs, region) =>
    40 +
    CELL_MILLISECONDS * COARSE_CELLS * 7 ** (inputs.resolution - SURFACE_RESOLUTIONS[0]) +
    conditionsWork(region, inputs.siting, region.facts.companies.length),
  run: (region, inputs, report) => {
    const { network, ground } = requireSiting(region, inputs.siting, '/inputs/siting')
    const outcome = surface(ground, region.facts, inputs, report)
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
  },
}
