// By which roads, at what cost and with what emissions does a candidate serve its customers?
import { logistics } from '#geodata/analysis/freight/logistics.ts'
import {
  answer,
  conditionsWork,
  groundFor,
  type Process,
  requireAccess,
  requireNetwork,
  unknownId,
} from '#server/processes/process.ts'

export const logisticsProcess: Process<'logistics'> = {
  title: '物流 Logistics',
  description:
    'The routes of one candidate to its customers and from its suppliers, with minutes, kilometers, tolls, freight cost and CO₂ as intervals.',
  work: (inputs, region) => 30 + conditionsWork(region, inputs.siting, 30),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs.siting)
    for (const [index, pin] of inputs.siting.pins.entries()) {
      requireAccess(network, pin.lngLat, `/inputs/siting/pins/${index}/lngLat`)
    }
    const outcome = logistics(groundFor(network, inputs.siting), region.facts, inputs)
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    const isOwn = outcome.pointer === '/inputs/candidateId'
    throw unknownId(
      outcome.id,
      isOwn ? outcome.pointer : outcome.pointer.replace('/inputs', '/inputs/siting'),
    )
  },
}
