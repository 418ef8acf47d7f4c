// How long and how far from every origin to every destination?
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import {
  answer,
  conditionsWork,
  groundFor,
  type Process,
  requireNetwork,
} from '#server/processes/process.ts'

/** A cell measured and written. */
const CELL_MILLISECONDS = 0.0017

export const odMatrixProcess: Process<'od-matrix'> = {
  title: 'OD 矩阵 OD matrix',
  description: 'Truck seconds and meters from every origin to every destination.',
  work: (inputs, region) =>
    CELL_MILLISECONDS * inputs.origins.length * inputs.destinations.length +
    conditionsWork(region, inputs, inputs.origins.length),
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    return answer(region, network, inputs, odMatrix(groundFor(network, inputs), inputs))
  },
}
