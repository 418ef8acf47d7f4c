// How does every place of the city score for a product?
import { surface } from '#geodata/analysis/surface/surface.ts'
import {
  answer,
  groundFor,
  type Process,
  requireNetwork,
  unknownId,
} from '#server/processes/process.ts'

export const surfaceProcess: Process<'surface'> = {
  title: '全域面 Surface',
  description:
    'The criteria of siting that stand on truck time, measured at every cell of the H3 grid of the city; weighed by the client.',
  isLong: () => true,
  run: (region, inputs, report) => {
    const network = requireNetwork(region, inputs.siting)
    const ground = groundFor(network, inputs.siting)
    const outcome = surface(ground, region.facts, inputs, report)
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
  },
}
