// How long and how far from every origin to every destination?
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { answer, groundFor, type Process, requireNetwork } from '#server/processes/process.ts'

export const odMatrixProcess: Process<'od-matrix'> = {
  title: 'OD 矩阵 OD matrix',
  description: 'Truck seconds and meters from every origin to every destination.',
  run: (region, inputs) => {
    const network = requireNetwork(region, inputs)
    return answer(region, network, inputs, odMatrix(groundFor(network, inputs), inputs))
  },
}
