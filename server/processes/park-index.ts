// How developed is each park?

import { answer, groundFor, requireNetwork, unknownId } from '#geodata/analysis/answering/asked.ts'
import { parkIndex } from '#geodata/analysis/park-index/park-index.ts'
import { conditionsWork, networkAsked, type Process } from '#server/processes/process.ts'

/** Every park is timed from and to on the whole network. */
const JUNCTION_MILLISECONDS = 0.0017

export const parkIndexProcess: Process<'park-index'> = {
  title: '发展指数 Park index',
  description:
    'Parks ranked by a weighted sum of terms in natural units, every term explained; missing data make score and rank intervals.',
  work: (inputs, region) =>
    35 +
    JUNCTION_MILLISECONDS * networkAsked(region, inputs.network).summary.nodes +
    conditionsWork(region, inputs, region.facts.parks.length),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const outcome = parkIndex(groundFor(network, inputs), region.facts, inputs)
    if (outcome.kind === 'ranked') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer)
  },
}
