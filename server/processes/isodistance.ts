// What lies within a length of road of a place?
import { IsodistanceInputs, IsodistanceResult } from '#geodata/contract/processes/isodistance.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import {
  answer,
  collected,
  needsStreets,
  type Process,
  requireAccess,
  requireNetwork,
  streetConditions,
} from '#server/processes/process.ts'

export const isodistanceProcess: Process = {
  title: '等距圈 Isodistance',
  description: 'The areas within a length of road of a place; needs a street network.',
  inputs: IsodistanceInputs,
  result: IsodistanceResult,
  run: (region, given) => {
    const inputs = parseOrProblem(IsodistanceInputs, given, '/inputs')
    const network = requireNetwork(region, inputs)
    const access = requireAccess(network, inputs.origin, '/inputs/origin')
    if (!network.areasByLength) throw needsStreets('/inputs/network')
    const { origin, cutoffKilometers, direction } = inputs
    const conditions = streetConditions(network, inputs)
    const areas = network.areasByLength(origin, cutoffKilometers, direction, conditions)
    return answer(region, network, inputs, { ...collected(areas), access })
  },
}
