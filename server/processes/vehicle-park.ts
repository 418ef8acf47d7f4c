// Which park should be the "1"?

import {
  answer,
  groundFor,
  requireNetwork,
  requireSegment,
  unknownId,
} from '#geodata/analysis/answering/asked.ts'
import { vehiclePark } from '#geodata/analysis/supply-chain/vehicle-park.ts'
import { conditionsWork, type Process } from '#server/processes/process.ts'

export const vehicleParkProcess: Process<'vehicle-park'> = {
  title: '整车园比选 Which park should be the "1"',
  description:
    'The candidates for the vehicle park side by side: truck minutes from suppliers, coverage, hubs, land, plants; imprecise places as intervals, every figure with its rows.',
  work: (inputs, region) =>
    30 + 0.03 * region.facts.companies.length + conditionsWork(region, inputs, 24),
  run: (region, inputs) => {
    requireSegment(region, inputs.segmentId)
    const network = requireNetwork(region, inputs)
    const outcome = vehiclePark(groundFor(network, inputs), region.facts, inputs)
    if (outcome.kind === 'compared') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer)
  },
}
