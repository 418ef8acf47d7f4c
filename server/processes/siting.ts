// Which park suits a product best, and why?
import { siting } from '#geodata/analysis/siting/siting.ts'
import { answer, type Process, sitingWork, unknownId } from '#server/processes/process.ts'
import { requireSiting } from '#server/processes/siting-question.ts'

export const sitingProcess: Process<'siting'> = {
  title: '选址 Siting',
  description: 'Parks and pins ranked for a product, every term explained, unknowns as intervals.',
  work: (inputs, region) => sitingWork(region, inputs),
  run: (region, inputs) => {
    const { network, ground } = requireSiting(region, inputs)
    const outcome = siting(ground, region.facts, inputs)
    if (outcome.kind === 'ranked') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer)
  },
}
