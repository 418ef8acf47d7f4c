// Is a saved answer of siting still the answer?

import { rankedSiting } from '#geodata/analysis/answering/siting.ts'
import { differenceOf, savedAnswer } from '#geodata/analysis/siting/saved-answer.ts'
import { SitingResult } from '#geodata/contract/processes/siting.ts'
import { changesSince, savedAt } from '#server/processes/changes-since.ts'
import { type Process, sitingWork } from '#server/processes/process.ts'

export const verifyProcess: Process<'verify'> = {
  title: '复核 Verify',
  description:
    'Computes a saved siting again: the same findings, or which rows changed, by whom and why, and which candidates moved, by how much, joined or are gone.',
  work: (inputs, region) => sitingWork(region, inputs.siting),
  run: (region, { siting, saved, since = savedAt(region.changes, saved.resultHash) }) => {
    const now = SitingResult.parse(rankedSiting(region, siting, '/inputs/siting'))
    const changes = since === null ? null : changesSince(region.changes, since, region.facts.parks)
    return { ...differenceOf(saved, savedAnswer(now), changes), basis: now.basis }
  },
}
