// Where does a truck get in time from a place, or to it?
import {
  answer,
  collected,
  requireAccess,
  requireNetwork,
  streetConditions,
} from '#geodata/analysis/answering/asked.ts'
import { countedWithin } from '#geodata/analysis/answering/counted-within.ts'
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'

export function isochroneAnswer(
  region: KnownRegion,
  inputs: ProcessInputs<'isochrone'>,
): ProcessResult<'isochrone'> {
  const network = requireNetwork(region, inputs)
  const access = requireAccess(network, inputs.origin, '/inputs/origin')
  const { origin, cutoffMinutes, direction } = inputs
  const conditions = streetConditions(network, inputs)
  const { companies } = region.facts
  const rings = network
    .rings(origin, cutoffMinutes, direction, conditions)
    .map((ring) => ({ ...ring, ...countedWithin(companies, ring.geometry) }))
  const exits = network.exits?.(origin, Math.max(...cutoffMinutes), direction) ?? null
  return answer(region, network, inputs, { ...collected(rings), exits, access })
}
