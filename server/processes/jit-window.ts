// Which part from a site makes which vehicle plant's window?
import { jitWindow } from '#geodata/analysis/jit/window.ts'
import {
  answer,
  conditionsWork,
  groundFor,
  type Process,
  requireAccess,
  requireNetwork,
  unknownId,
} from '#server/processes/process.ts'
import { cloudsOf } from '#server/region/clouds.ts'

export const jitWindowProcess: Process<'jit-window'> = {
  title: '准时窗口 JIT/JIS windows',
  description:
    'Slack and on-time share of every part at every vehicle plant by hour: order-to-line budget less loading, drive, gate and dock; and from how far a part still makes it.',
  work: (inputs, region) => 45 + conditionsWork(region, inputs, 20),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    if (inputs.lngLat) requireAccess(network, inputs.lngLat, '/inputs/lngLat')
    const clouds = cloudsOf(network, region.facts)
    const outcome = jitWindow(groundFor(network, inputs), region.facts, inputs, clouds)
    if (outcome.kind === 'answered') return answer(region, network, inputs, outcome.result)
    throw unknownId(outcome.id, outcome.pointer)
  },
}
