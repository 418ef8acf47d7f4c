// What lies nearest to a place by truck time?
import { nearest } from '#geodata/analysis/nearest.ts'
import { NearestInputs, NearestResult } from '#geodata/contract/processes.ts'
import { parseOrProblem } from '#server/problem.ts'
import {
  answer,
  groundFor,
  type Process,
  requireAccess,
  requireNetwork,
  requireSegment,
} from '#server/processes/process.ts'

export const nearestProcess: Process = {
  title: '最近 Nearest',
  description:
    'Parks, companies or hubs by truck time from a place, with the straight line beside it.',
  inputs: NearestInputs,
  result: NearestResult,
  run: (region, given) => {
    const inputs = parseOrProblem(NearestInputs, given, '/inputs')
    requireSegment(region, inputs.segmentId)
    const network = requireNetwork(region, inputs)
    requireAccess(network, inputs.origin, '/inputs/origin')
    return answer(
      region,
      network,
      inputs,
      nearest(groundFor(network, inputs), region.facts, inputs),
    )
  },
}
