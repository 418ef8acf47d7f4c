// Which park suits a product best, and why?
import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import { requireSiting } from '#geodata/analysis/answering/siting-question.ts'
import { canonicalQuestion } from '#geodata/analysis/siting/saved-answer.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'

/** The ranking of a siting that lies at `root` in what was sent. */
export function rankedSiting(
  region: KnownRegion,
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
