// Which way does a truck go?

import {
  answer,
  groundFor,
  requireAccess,
  requireNetwork,
} from '#geodata/analysis/answering/asked.ts'
import { route } from '#geodata/analysis/ground/route.ts'
import { ProblemError } from '#server/http/problem.ts'
import { conditionsWork, type Process } from '#server/processes/process.ts'

export const routeProcess: Process<'route'> = {
  title: '路径 Route',
  description: 'The way a truck goes, as a line with its roads, length and toll length.',
  work: (inputs, region) => 5 + conditionsWork(region, inputs, 2),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const access = {
      origin: requireAccess(network, inputs.origin, '/inputs/origin'),
      destination: requireAccess(network, inputs.destination, '/inputs/destination'),
    }
    const found = route(groundFor(network, inputs), inputs)
    if (found) return answer(region, network, inputs, { ...found, access })
    throw new ProblemError(
      422,
      'The network has no way between origin and destination.',
      '起点与终点之间路网不通。',
    )
  },
}
