// Which vehicle plants could buy together within one logistics radius, and from whom?
import { pooling } from '#geodata/analysis/supply-chain/pooling.ts'
import { PoolingInputs, PoolingResult } from '#geodata/contract/processes/transformation.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import { answer, groundFor, type Process, requireNetwork } from '#server/processes/process.ts'

export const poolingProcess: Process = {
  title: '集采 Demand pooling',
  description:
    'Groups of running vehicle plants within one logistics radius and, product by product, the firms that could serve every plant of a group; plants are counted, volumes are not known.',
  inputs: PoolingInputs,
  result: PoolingResult,
  run: (region, given) => {
    const inputs = parseOrProblem(PoolingInputs, given, '/inputs')
    const network = requireNetwork(region, inputs)
    const found = pooling(groundFor(network, inputs), region.facts, inputs)
    return answer(region, network, inputs, { withinMinutes: inputs.withinMinutes, ...found })
  },
}
