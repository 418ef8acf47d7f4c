// How long and how far from every origin to every destination?
import { odMatrix } from '#geodata/analysis/nearest/nearest.ts'
import { OdMatrixInputs, OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import { answer, groundFor, type Process, requireNetwork } from '#server/processes/process.ts'

export const odMatrixProcess: Process = {
  title: 'OD 矩阵 OD matrix',
  description: 'Truck seconds and meters from every origin to every destination.',
  inputs: OdMatrixInputs,
  result: OdMatrixResult,
  run: (region, given) => {
    const inputs = parseOrProblem(OdMatrixInputs, given, '/inputs')
    const network = requireNetwork(region, inputs)
    return answer(region, network, inputs, odMatrix(groundFor(network, inputs), inputs))
  },
}
