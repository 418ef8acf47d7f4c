// What are the parks among the candidates of a siting to be asked?

import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { askedIds, questionnaire } from '#geodata/analysis/questionnaire/questionnaire.ts'
import { refusal } from '#server/http/problem.ts'
import { comparedSiting } from '#server/processes/comparison.ts'
import { type Process, sitingWork } from '#server/processes/process.ts'

export const questionnaireProcess: Process<'questionnaire'> = {
  title: '问卷 Questionnaire',
  description:
    'What is unknown, imprecise or not proven of the parks of a siting, as questions to each: first what can change the ranking, by what it is worth to know. As a workbook: a form that comes back (POST /api/questionnaires/reading).',
  work: ({ siting: asked }, region) => sitingWork(region, asked),
  run: (region, inputs) => {
    const { siting, candidateIds } = inputs
    const { network, ranked } = comparedSiting(region, {
      siting,
      candidateIds: candidateIds ?? [],
    })
    const known = ranked.measured.candidates
    const unknown = (candidateIds ?? []).flatMap((id, index) =>
      known.some((one) => one.id === id) ? [] : [unknownId(id, `/inputs/candidateIds/${index}`)],
    )
    if (unknown.length > 0)
      throw refusal(
        unknown.flatMap(({ problem }) => problem.errors ?? []),
        404,
      )
    const found = questionnaire(ranked, siting, askedIds(ranked, candidateIds))
    if (found.parks.length === 0) throw nobodyToAsk()
    return answer(region, network, inputs, found)
  },
}

function nobodyToAsk() {
  const detail = 'None of the candidates is a park: an own site or a pin has nobody to ask.'
  const detailZh = '所选候选都不是园区：自有地块和图钉没有可问的人。'
  return refusal([{ pointer: '/inputs/candidateIds', detail, detailZh }], 422)
}
