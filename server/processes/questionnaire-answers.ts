// What would answers of parks do to the ranking? Nothing is written.

import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import { requireSiting } from '#geodata/analysis/answering/siting-question.ts'
import { withoutGone } from '#geodata/analysis/decision/compared.ts'
import { editOf, laidOver } from '#geodata/analysis/questionnaire/laid-over.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import type { ProcessInputs } from '#geodata/contract/processes/index.ts'
import type { QuestionnaireAnswersResult } from '#geodata/contract/processes/questionnaire-answers.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { refusal } from '#server/http/problem.ts'
import { type Process, sitingWork } from '#server/processes/process.ts'
import type { Region } from '#server/region/region.ts'

type Inputs = ProcessInputs<'questionnaire-answers'>
type Told = QuestionnaireAnswersResult['candidates'][number]

/** How many of the first are told of beside those who answered. */
const FIRST_TOLD = 3

export const questionnaireAnswersProcess: Process<'questionnaire-answers'> = {
  title: '问卷答复 Answers of parks',
  description:
    'The ranking before and after answers of parks, as if they were accepted; nothing is written.',
  work: ({ siting: asked }, region) => 2 * sitingWork(region, asked),
  run: (region, inputs, report) => {
    const unknown = unknownParks(region, inputs)
    if (unknown.length > 0) throw refusal(unknown, 404)
    const ids = inputs.answers.map(({ parkId }) => parkId)
    const asked = withoutGone(region.facts, inputs.siting, inputs.siting.parkIds ?? [])
    const { network, ground } = requireSiting(region, asked, '/inputs/siting')
    const clouds = cloudsOf(network, region.facts)
    const edits = inputs.answers.flatMap((one) => editOf(one, '') ?? [])
    const [before, after] = [region.facts, laidOver(region.facts, edits)].map((facts, index) => {
      const found = siting(ground, facts, asked, clouds)
      report?.(index + 1, 2)
      if (found.kind === 'ranked') return found.result
      throw unknownId(found.id, found.pointer.replace('/inputs', '/inputs/siting'))
    })
    if (!before || !after) throw new Error('Two rankings were asked for.')
    return answer(region, network, inputs, { candidates: toldOf(before, after, ids) })
  },
}

function unknownParks({ facts }: Region, { answers }: Inputs) {
  return answers.flatMap(({ parkId }, index) =>
    facts.parks.some(({ properties }) => properties.id === parkId)
      ? []
      : (unknownId(parkId, `/inputs/answers/${index}/parkId`).problem.errors ?? []),
  )
}

type Ranking = Omit<SitingResult, 'basis'>

function toldOf(before: Ranking, after: Ranking, ids: readonly string[]): Told[] {
  const first = [before, after].flatMap(({ ranking }) => ranking.slice(0, FIRST_TOLD))
  const told = new Set([...ids, ...first.map(({ id }) => id)])
  const known = [before, after].flatMap(({ ranking, excluded }) => [...ranking, ...excluded])
  return [...told]
    .flatMap((id): Told[] => {
      const one = known.find((each) => each.id === id)
      if (!one) return []
      const { nameZh, nameEn } = one
      return [{ id, nameZh, nameEn, before: stoodIn(before, id), after: stoodIn(after, id) }]
    })
    .sort((a, b) => rankOf(a) - rankOf(b))
}

const rankOf = ({ before, after }: Told) => before?.rank ?? after?.rank ?? Infinity

function stoodIn({ ranking }: Ranking, id: string): Told['before'] {
  const one = ranking.find((each) => each.id === id)
  if (!one) return null
  const { rank, rankLikely, score, scoreLikely, chanceFirst } = one
  return { rank, rankLikely, score, scoreLikely, chanceFirst }
}
