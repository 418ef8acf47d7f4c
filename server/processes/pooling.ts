// Which vehicle plants could buy together within one logistics radius, and from whom?

import { answer, groundFor, requireNetwork } from '#geodata/analysis/answering/asked.ts'
import { namedEnds } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { pooling } from '#geodata/analysis/supply-chain/pooling.ts'
import type { Process } from '#server/processes/process.ts'

export const poolingProcess: Process<'pooling'> = {
  title: '集采 Demand pooling',
  description:
    'Groups of running vehicle plants within one logistics radius and, product by product, the firms that could serve every plant of a group; plants are counted, volumes are not known.',
  work: () => 20,
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const { withinMinutes } = inputs
    return answer(region, network, inputs, {
      withinMinutes,
      ...pooling(ground, region.facts, inputs),
      doubtfulEnds: doubtfulEnds(ground, namedEnds(region.facts.companies)),
    })
  },
}
