// By which roads, at what cost and with what emissions does a candidate serve its customers?

import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import { requireSiting } from '#geodata/analysis/answering/siting-question.ts'
import { logistics } from '#geodata/analysis/freight/logistics.ts'
import { conditionsWork, type Process } from '#server/processes/process.ts'

export const logisticsProcess: Process<'logistics'> = {
  title: '物流 Logistics',
  description:
    'The routes of one candidate to its customers and from its suppliers, with minutes, kilometers, tolls, freight cost and CO₂: the range that nine in ten joint draws give, and the outer bounds.',
  work: (inputs, region) => 30 + conditionsWork(region, inputs.siting, 30),
  run: (region, inputs) => {
    const { network, ground } = requireSiting(region, inputs.siting, '/inputs/siting')
    const outcome = logistics(ground, region.facts, inputs, cloudsOf(network, region.facts))
    if (outcome.kind === 'found') return answer(region, network, inputs, outcome.result)
    const isOwn = outcome.pointer === '/inputs/candidateId'
    throw unknownId(
      outcome.id,
      isOwn ? outcome.pointer : outcome.pointer.replace('/inputs', '/inputs/siting'),
    )
  },
}
