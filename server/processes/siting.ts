// Which park suits a product best, and why?
import { canonicalQuestion } from '#geodata/analysis/siting/saved-answer.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { answer, type Process, sitingWork, unknownId } from '#server/processes/process.ts'
import { requireSiting } from '#server/processes/siting-question.ts'
import { cloudsOf } from '#server/region/clouds.ts'
import type { Region } from '#server/region/region.ts'

export const sitingProcess: Process<'siting'> = {
  title: '选址 Siting',
  description: 'Parks and pins ranked for a product, every term explained, unknowns as intervals.',
  work: (inputs, region) => sitingWork(region, inputs),
  run: (region, inputs) => rankedSiting(region, inputs),
}

/** The ranking of a siting that lies at `root` in what was sent. */
export function rankedSiting(
  region: Region,
  asked: ProcessInputs<'siting'>,
  root = '/inputs',
): ProcessResult<'siting'> {
  const { network, ground } = requireSiting(region, asked, root)
  const outcome = siting(ground, region.facts, asked, cloudsOf(network, region.facts))
  if (outcome.kind === 'ranked') {
    return answer(region, network, canonicalQuestion(asked), outcome.result)
  }
  throw unknownId(outcome.id, outcome.pointer.replace('/inputs', root))
}
