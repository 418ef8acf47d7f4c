// Which traditional firms could turn to what, and who would buy it within X truck minutes?

import { answer, groundFor, requireNetwork } from '#geodata/analysis/answering/asked.ts'
import { namedEnds } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { transformation } from '#geodata/analysis/supply-chain/transformation.ts'
import { type Process, sourcingWork } from '#server/processes/process.ts'

export const transformationProcess: Process<'transformation'> = {
  title: '转型 Transformation',
  description:
    'Traditional parts firms, a possible product for each (a rule that says where it comes from), and the buyers of it within X truck minutes as counts of sure, possible and unmeasured.',
  work: (inputs, region) => sourcingWork(region, inputs),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const { withinMinutes } = inputs
    return answer(region, network, inputs, {
      withinMinutes,
      firms: transformation(ground, region.facts, inputs),
      doubtfulEnds: doubtfulEnds(ground, namedEnds(region.facts.companies)),
    })
  },
}
