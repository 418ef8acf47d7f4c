// How do a few candidates of a siting stand side by side, and what decides between them?

import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { LoadedNetwork } from '#geodata/analysis/answering/loaded-network.ts'
import { requireSiting } from '#geodata/analysis/answering/siting-question.ts'
import { withoutGone } from '#geodata/analysis/decision/compared.ts'
import { comparison } from '#geodata/analysis/decision/comparison.ts'
import type { Ranked } from '#geodata/analysis/siting/siting.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { refusal } from '#server/http/problem.ts'
import { type Process, sitingWork } from '#server/processes/process.ts'
import type { Region } from '#server/region/region.ts'

/** The table and what decides, for one candidate and one draw. */
const DRAW_MILLISECONDS = 0.006

export const comparisonProcess: Process<'comparison'> = {
  title: '比选 Comparison',
  description:
    'Two to six candidates of a siting side by side, every amount with its likely range, source and date; and what decides between them: regrets, chances, scores along every weight, winners over three.',
  work: ({ siting: asked, candidateIds }, region) =>
    sitingWork(region, asked) + DRAW_MILLISECONDS * asked.doubt.draws * candidateIds.length,
  run: (region, inputs) => {
    return comparisonOf(region, inputs, comparedSiting(region, inputs))
  },
}

/** The answer over that siting; a ProblemError says what of it there is not. */
export function comparisonOf(
  region: Region,
  inputs: ProcessInputs<'comparison'>,
  { network, ranked }: ReturnType<typeof comparedSiting>,
): ProcessResult<'comparison'> {
  const refused = refusedOf(inputs, ranked)
  if (refused.length > 0) throw refusal(refused, 404)
  return answer(region, network, inputs, comparison(ranked, inputs))
}

/** The siting that a comparison stands on: as asked, but for those of the compared that are gone meanwhile. */
export function comparedSiting(
  region: Region,
  { siting: asked, candidateIds }: Pick<ProcessInputs<'comparison'>, 'siting' | 'candidateIds'>,
): { network: LoadedNetwork; ranked: Ranked } {
  const left = withoutGone(region.facts, asked, candidateIds)
  const { network, ground } = requireSiting(region, left, '/inputs/siting')
  const ranked = siting(ground, region.facts, left, cloudsOf(network, region.facts))
  if (ranked.kind === 'ranked') return { network, ranked }
  throw unknownId(ranked.id, ranked.pointer.replace('/inputs', '/inputs/siting'))
}

/** A reference that is not compared, and criteria that the question does not have. */
function refusedOf(
  { candidateIds, referenceId, triangle }: ProcessInputs<'comparison'>,
  { result }: Ranked,
): FieldError[] {
  const known = result.criteria.map(({ id }) => id)
  const unknown = [
    ...(referenceId === undefined || candidateIds.includes(referenceId)
      ? []
      : [unknownId(referenceId, '/inputs/referenceId')]),
    ...(triangle.criteria ?? []).flatMap((id, index) =>
      known.includes(id) ? [] : [unknownId(id, `/inputs/triangle/criteria/${index}`)],
    ),
  ]
  return unknown.flatMap(({ problem }) => problem.errors ?? [])
}
