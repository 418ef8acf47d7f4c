// How firm is the first place of a siting?

import { answer, unknownId } from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import { requireSiting } from '#geodata/analysis/answering/siting-question.ts'
import { sitingSensitivity } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { candidateCount, type Process, sitingWork } from '#server/processes/process.ts'

/** A draw of each of the four chances, for one candidate. */
const DRAW_MILLISECONDS = 0.0001

export const sensitivityProcess: Process<'sensitivity'> = {
  title: '敏感性 Sensitivity',
  description:
    'The smallest change of one weight, and of all, that dethrones the first; which unknown input decides, and what it is worth to know; chances of being first under random weights and unknown inputs; a second opinion by TOPSIS.',
  work: ({ siting: asked, draws }, region) =>
    sitingWork(region, asked) + DRAW_MILLISECONDS * draws * candidateCount(region, asked),
  run: (region, inputs) => {
    const { network, ground } = requireSiting(region, inputs.siting, '/inputs/siting')
    const clouds = cloudsOf(network, region.facts)
    const outcome = siting(ground, region.facts, inputs.siting, clouds)
    if (outcome.kind !== 'ranked') {
      throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
    }
    const found = sitingSensitivity(outcome.result, outcome.joint, inputs)
    return answer(region, network, inputs, found)
  },
}
