// Is a saved answer of siting still the answer?
import { differenceOf, savedAnswer } from '#geodata/analysis/siting/saved-answer.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { VerifyInputs, VerifyResult } from '#geodata/contract/processes/verify.ts'
import { parseOrProblem } from '#server/http/problem.ts'
import { answer, type Process, requireNetwork } from '#server/processes/process.ts'
import { sitingProcess } from '#server/processes/siting.ts'

export const verifyProcess: Process = {
  title: '复核 Verify',
  description:
    'Computes a saved siting again: the same bytes, or what changed of network, data and parameters, and which candidates moved, joined or are gone.',
  inputs: VerifyInputs,
  result: VerifyResult,
  run: (region, given) => {
    const inputs = parseOrProblem(VerifyInputs, given, '/inputs')
    const now = SitingResult.parse(sitingProcess.run(region, inputs.siting))
    const network = requireNetwork(region, inputs.siting)
    return answer(region, network, inputs, differenceOf(inputs.saved, savedAnswer(now)))
  },
}
