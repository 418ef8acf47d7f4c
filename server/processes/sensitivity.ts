// How firm is the first place of a siting?
import { sitingSensitivity } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import {
  answer,
  groundFor,
  type Process,
  requireAccess,
  requireNetwork,
  unknownId,
} from '#server/processes/process.ts'

export const sensitivityProcess: Process<'sensitivity'> = {
  title: '敏感性 Sensitivity',
  description:
    'The smallest change of one weight, and of all, that dethrones the first; which unknown input decides, and what it is worth to know; chances of being first under random weights and unknown inputs; a second opinion by TOPSIS.',
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs.siting)
    for (const [index, pin] of inputs.siting.pins.entries()) {
      requireAccess(network, pin.lngLat, `/inputs/siting/pins/${index}/lngLat`)
    }
    const outcome = siting(groundFor(network, inputs.siting), region.facts, inputs.siting)
    if (outcome.kind !== 'ranked') {
      throw unknownId(outcome.id, outcome.pointer.replace('/inputs', '/inputs/siting'))
    }
    return answer(region, network, inputs, sitingSensitivity(outcome.result, inputs))
  },
}
