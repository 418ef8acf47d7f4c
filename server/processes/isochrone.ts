// Where does a truck get in time from a place, or to it?
import {
  answer,
  collected,
  conditionsWork,
  type Process,
  requireAccess,
  requireNetwork,
  ringsWork,
  streetConditions,
} from '#server/processes/process.ts'

export const isochroneProcess: Process<'isochrone'> = {
  title: '等时圈 Isochrone',
  description: 'The areas a truck reaches from a place (outward) or reaches it from (inward).',
  work: (inputs, region) => ringsWork(inputs.cutoffMinutes) + conditionsWork(region, inputs, 2),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const access = requireAccess(network, inputs.origin, '/inputs/origin')
    const { origin, cutoffMinutes, direction } = inputs
    const conditions = streetConditions(network, inputs)
    const rings = network.rings(origin, cutoffMinutes, direction, conditions)
    const exits = network.exits?.(origin, Math.max(...cutoffMinutes), direction) ?? null
    return answer(region, network, inputs, { ...collected(rings), exits, access })
  },
}
