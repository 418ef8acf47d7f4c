// How long and how far from every origin to every destination?
import { odMatrixAnswer } from '#geodata/analysis/answering/nearest.ts'
import type { OdMatrixInputs } from '#geodata/contract/processes/od-matrix.ts'
import { conditionsWork, drawnPairWork, type Process } from '#server/processes/process.ts'

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
  run: odMatrixAnswer,
}

function isDoubted(inputs: OdMatrixInputs): boolean {
  return Boolean(inputs.originRadiusKilometers ?? inputs.destinationRadiusKilometers)
}
