// How firm is the first place of a siting?
import { sitingSensitivity } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import {
  answer,
  candidateCount,
  type Process,
  sitingWork,
  unknownId,
} from '#server/processes/process.ts'
import { requireSiting } from '#server/processes/siting-question.ts'
import { cloudsOf } from '#server/region/clouds.ts'

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
