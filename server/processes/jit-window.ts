// Which part from a site makes which vehicle plant's window?

import {
  answer,
  groundFor,
  requireAccess,
  requireNetwork,
  unknownId,
} from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import { jitWindow } from '#geodata/analysis/jit/window.ts'
import { conditionsWork, type Process } from '#server/processes/process.ts'

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
