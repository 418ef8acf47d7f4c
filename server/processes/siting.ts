// Which park suits a product best, and why?
import { siting } from '#geodata/analysis/siting/siting.ts'
import {
  answer,
  groundFor,
  type Process,
  requireAccess,
  requireNetwork,
  sitingWork,
  unknownId,
} from '#server/processes/process.ts'

export const sitingProcess: Process<'siting'> = {
  title: '选址 Siting',
  description: 'Parks and pins ranked for a product, every term explained, unknowns as intervals.',
  work: (inputs, region) => sitingWork(region, inputs),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    for (const [index, pin] of inputs.pins.entries()) {
      requireAccess(network, pin.lngLat, `/inputs/pins/${index}/lngLat`)
    }
    const outcome = siting(groundFor(network, inputs), region.facts, inputs)
    if (outcome.kind === 'ranked') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer)
  },
}
