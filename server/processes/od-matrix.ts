// How long and how far from every origin to every destination?
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import type { OdMatrixInputs } from '#geodata/contract/processes/od-matrix.ts'
import {
  answer,
  conditionsWork,
  drawnPairWork,
  groundFor,
  type Process,
  requireNetwork,
} from '#server/processes/process.ts'
import { cloudsOf } from '#server/region/clouds.ts'

/** A cell measured and written. */
const CELL_MILLISECONDS = 0.0017

export const odMatrixProcess: Process<'od-matrix'> = {
  title: 'OD 矩阵 OD matrix',
  description: 'Truck seconds and meters from every origin to every destination.',
  work: (inputs, region) =>
    (CELL_MILLISECONDS + (isDoubted(inputs) ? drawnPairWork(inputs) : 0)) *
      inputs.origins.length *
      inputs.destinations.length +
    conditionsWork(region, inputs, inputs.origins.length),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    const { facts } = region
    const clouds = cloudsOf(network, facts)
    return answer(
      region,
      network,
      inputs,
      odMatrix(groundFor(network, inputs), inputs, facts, clouds),
    )
  },
}

function isDoubted(inputs: OdMatrixInputs): boolean {
  return Boolean(inputs.originRadiusKilometers ?? inputs.destinationRadiusKilometers)
}
