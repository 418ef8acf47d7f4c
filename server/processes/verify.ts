// Is a saved answer of siting still the answer?
import { differenceOf, savedAnswer } from '#geodata/analysis/siting/saved-answer.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { answer, type Process, requireNetwork, sitingWork } from '#server/processes/process.ts'
import { sitingProcess } from '#server/processes/siting.ts'

export const verifyProcess: Process<'verify'> = {
  title: '复核 Verify',
  description:
    'Computes a saved siting again: the same bytes, or what changed of network, data and parameters, and which candidates moved, joined or are gone.',
  work: (inputs, region) => 2 * sitingWork(region, inputs.siting),
  run: (region, inputs) => {
    const now = SitingResult.parse(sitingProcess.run(region, inputs.siting))
    const network = requireNetwork(region, inputs.siting)
    return answer(region, network, inputs, differenceOf(inputs.saved, savedAnswer(now)))
  },
}
