// Which suppliers should be recruited next, and where?

import { answer, groundFor, requireNetwork } from '#geodata/analysis/answering/asked.ts'
import { doubtTold } from '#geodata/analysis/doubt/assumptions.ts'
import { firmsAndParks } from '#geodata/analysis/facts.ts'
import { doubtfulEnds } from '#geodata/analysis/ground/access-doubt.ts'
import { gapFilling } from '#geodata/analysis/sourcing/recruits.ts'
import { drawnSourcing } from '#server/processes/drawn-sourcing.ts'
import { drawnSourcingWork, PROOF_MILLISECONDS, type Process } from '#server/processes/process.ts'
import { solve } from '#server/processes/solver.ts'

export const gapFillingProcess: Process<'gap-filling'> = {
  title: '强链补链 Gap filling',
  description:
    'The next recruits in order, each a product in a park, by the gaps in plants’ needs that they fill within X truck minutes; greedy at once, exact with proof.',
  work: (inputs, region) =>
    drawnSourcingWork(region, inputs) + (inputs.exact ? PROOF_MILLISECONDS : 0),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const ground = groundFor(network, inputs)
    const prove = inputs.exact ? { solve, limitSeconds: inputs.limitSeconds } : null
    const { known, drawn } = drawnSourcing(region, network, ground, inputs)
    return answer(region, network, inputs, {
      ...gapFilling(known, inputs, prove, drawn),
      known,
      doubtfulEnds: doubtfulEnds(
        ground,
        firmsAndParks(region.facts, known.firms, known.parks, known.plants),
      ),
      doubt: doubtTold(inputs.doubt, ['place', 'speed', 'maker']),
    })
  },
}
