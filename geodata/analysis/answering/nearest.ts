// What lies nearest to a place by truck time, and how long and how far is it between places?
import {
  answer,
  groundFor,
  requireAccess,
  requireNetwork,
  requireProduct,
  requireSegment,
} from '#geodata/analysis/answering/asked.ts'
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { KnownRegion } from '#geodata/analysis/answering/known-region.ts'
import { nearest, odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'

export function nearestAnswer(
  region: KnownRegion,
  inputs: ProcessInputs<'nearest'>,
): ProcessResult<'nearest'> {
  requireSegment(region, inputs.segmentId)
  requireProduct(region, inputs.productId)
  const network = requireNetwork(region, inputs)
  const access = requireAccess(network, inputs.origin, '/inputs/origin')
  const clouds = cloudsOf(network, region.facts)
  const found = nearest(groundFor(network, inputs), region.facts, inputs, clouds)
  return answer(region, network, inputs, { ...found, access })
}

export function odMatrixAnswer(
  region: KnownRegion,
  inputs: ProcessInputs<'od-matrix'>,
): ProcessResult<'od-matrix'> {
  const network = requireNetwork(region, inputs)
  const { facts } = region
  const clouds = cloudsOf(network, facts)
  return answer(
    region,
    network,
    inputs,
    odMatrix(groundFor(network, inputs), inputs, facts, clouds),
  )
}
