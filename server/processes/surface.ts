// How does every place of the city score for a product?
import { surface } from '#geodata/analysis/surface/surface.ts'
import { SurfaceInputs, SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import {
  answer,
  groundFor,
  type Process,
  requireNetwork,
  unknownId,
} from '#server/processes/process.ts'

export const surfaceProcess: Process = {
  title: '全域面 Surface',
  description:
    'The criteria of siting that stand on truck time, measured at every cell of the H3 grid of the city; weighed by the client.',
  inputs: SurfaceInputs,
  result: SurfaceResult,
  isLong: () => true,
  run: (region, given, report) => {
    const inputs = parseOrProblem(SurfaceInputs, given, '/inputs')
    const network = requireNetwork(region, inputs.siting)
    const ground = groundFor(network, inputs.siting)
    const outcome = surface(ground, region.facts, inputs, report)
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
  },
}
