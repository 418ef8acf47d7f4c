// What would have to be true for one of the compared to be first of them?

import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { comparedOf } from '#geodata/analysis/decision/compared.ts'
import { whatWouldWin } from '#geodata/analysis/decision/winning/what-would-win.ts'
import { comparedSiting } from '#server/processes/comparison.ts'
import { type Process, sitingWork } from '#server/processes/process.ts'

export const whatWouldWinProcess: Process<'what-would-win'> = {
  title: '怎样才能胜出 What would have to be true',
  description:
    'The smallest changes that make one of the compared first: a weight, a fact, a maker, a need, or two of them; each yours to decide, to be found out, or impossible and why.',
  work: ({ siting: asked }, region) => 5 + sitingWork(region, asked),
  run: (region, inputs) => {
    const { candidateIds, winnerId } = inputs
    if (!candidateIds.includes(winnerId)) throw unknownId(winnerId, '/inputs/winnerId')
    const { network, ranked } = comparedSiting(region, inputs)
    const columns = comparedOf(region.facts, ranked, candidateIds)
    return answer(region, network, inputs, whatWouldWin(ranked, columns, winnerId))
  },
}
