// What lies within a length of road of a place?
import {
  answer,
  collected,
  needsStreets,
  requireAccess,
  requireNetwork,
  streetConditions,
} from '#geodata/analysis/answering/asked.ts'
import { conditionsWork, type Process, ringsWork } from '#server/processes/process.ts'

export const isodistanceProcess: Process<'isodistance'> = {
  title: '等距圈 Isodistance',
  description: 'The areas within a length of road of a place; needs a street network.',
  // As many kilometers as minutes; lengths are a condition of their own.
  work: (inputs, region) =>
    ringsWork(inputs.cutoffKilometers) +
    conditionsWork(region, { ...inputs, conditions: inputs.conditions ?? {} }, 2),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const access = requireAccess(network, inputs.origin, '/inputs/origin')
    if (!network.areasByLength) throw needsStreets('/inputs/network')
    const { origin, cutoffKilometers, direction } = inputs
    const conditions = streetConditions(network, inputs)
    const areas = network.areasByLength(origin, cutoffKilometers, direction, conditions)
    return answer(region, network, inputs, { ...collected(areas), access })
  },
}
