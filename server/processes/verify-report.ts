// Does a report still say what the data say?
import { type Kept, keptOf, reportDifference } from '#geodata/analysis/report/report-difference.ts'
import { figuresIn, savedReport } from '#geodata/analysis/report/saved-report.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { refusal } from '#server/http/problem.ts'
import { changesSince } from '#server/processes/changes-since.ts'
import type { Process } from '#server/processes/process.ts'
import {
  asOf,
  type ComparisonGathered,
  dataAsOf,
  gatherComparison,
  reportAnswers,
  requireGathered,
} from '#server/processes/report-answers.ts'
import type { Region } from '#server/region/region.ts'

const WORK_MILLISECONDS = 800

export const verifyReportProcess: Process<'verify-report'> = {
  title: '复核报告 Verify a report',
  description:
    'Computes every figure of a report again, by its number or with the figures embedded in its file: which are others, which rows changed since, by whom and why.',
  work: () => WORK_MILLISECONDS,
  gather: gatherComparison,
  run: (region, inputs, report, gathered) => {
    const found = requireGathered(gathered)
    const { saved, comparisonId } = inputs
    if (saved && saved.comparisonId !== comparisonId) throw anotherReport(inputs)
    const answers = reportAnswers(region, found.comparison.comparison, report)
    return difference(region, inputs, found, answers)
  },
}

function difference(
  region: Region,
  { comparisonId, saved }: ProcessInputs<'verify-report'>,
  { comparison: { comparison: stored, storedAt } }: ComparisonGathered,
  answers: ReturnType<typeof reportAnswers>,
): ProcessResult<'verify-report'> {
  const { basis } = answers.comparison
  const now = savedReport(
    comparisonId,
    asOf(region, storedAt),
    basis,
    figuresIn(answers, dataAsOf(region)),
  )
  const figures = saved ?? stored.found?.figures
  const then: Kept[] = figures
    ? keptOf(figures)
    : Object.entries(stored.found?.scores ?? {}).map(([id, score]) => ({
        id,
        figures: new Map([['score', score]]),
      }))
  const hashes = saved
    ? {
        network: saved.basis.network.hash,
        dataset: saved.basis.dataset.hash,
        parameters: saved.basis.parametersHash,
      }
    : {
        network: stored.found?.networkHash ?? basis.network.hash,
        dataset: stored.found?.datasetHash ?? basis.dataset.hash,
        parameters: basis.parametersHash,
      }
  const since = figures ? (figures.dataAsOf ?? '') : storedAt
  return {
    title: stored.title,
    ...reportDifference(then, now, answers),
    changed: [
      ...(hashes.network === basis.network.hash ? [] : ['network' as const]),
      ...(hashes.dataset === basis.dataset.hash ? [] : ['dataset' as const]),
      ...(hashes.parameters === basis.parametersHash ? [] : ['parameters' as const]),
    ],
    changes: since === null ? null : changesSince(region.changes, since, region.facts.parks),
    now,
    basis,
  }
}

function anotherReport({ comparisonId, saved }: ProcessInputs<'verify-report'>) {
  return refusal([
    {
      pointer: '/inputs/saved/comparisonId',
      detail: `The file is of report ${saved?.comparisonId}, and ${comparisonId} was asked for.`,
      detailZh: `文件是报告 ${saved?.comparisonId} 的，要复核的却是 ${comparisonId}。`,
    },
  ])
}
