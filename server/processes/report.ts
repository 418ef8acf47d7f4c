// A stored comparison as a report: all its answers over one and the same data, told, and set as a PDF.
import { reportOf } from '#geodata/analysis/report/report-of.ts'
import {
  dayOf,
  figuresIn,
  savedReport,
  withFigures,
} from '#geodata/analysis/report/saved-report.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { ReportFigures } from '#geodata/contract/processes/report.ts'
import type { Gathered, KeepingDeps, KeptRow, Process, Report } from '#server/processes/process.ts'
import {
  asOf,
  type ComparisonGathered,
  dataAsOf,
  gatherComparison,
  reportAnswers,
  requireGathered,
} from '#server/processes/report-answers.ts'
import { COORDINATES, roadAttribution } from '#server/region/credits.ts'
import type { Region } from '#server/region/region.ts'
import {
  COMPARISONS,
  comparisonIdOf,
  storedComparison,
  writeComparison,
} from '#server/region/stored-comparison.ts'
import { mapSizes, reportMaps } from '#server/report/maps.ts'
import { typeset } from '#server/report/typeset.ts'

/** All of it for six candidates. */
const WORK_MILLISECONDS = 3500

export const reportProcess: Process<'report'> = {
  title: '比选报告 Report',
  description:
    'A stored comparison as a PDF on A4 or 16:9, in Chinese or English: decision, doubt and request, a page a candidate, the table, what decides, scenarios, open questions, method and sources; every figure carries the number of its source.',
  work: () => WORK_MILLISECONDS,
  gather: gatherComparison,
  run: (region, inputs, report, gathered) =>
    reportAnswer(region, inputs, requireGathered(gathered), report),
  keep: keepFigures,
}

/** Under the number of the report, so that it can be checked by that alone. */
async function keepFigures(
  { store, region }: KeepingDeps,
  { saved }: ProcessResult<'report'>,
  gathered?: Gathered,
): Promise<KeptRow | null> {
  const { comparisonId, basis, ...figures } = saved
  const { comparison: stored } = requireGathered(gathered)
  if (await storedComparison(store, region.id, comparisonId)) return null
  const comparison = withFigures(stored.comparison, basis, ReportFigures.parse(figures))
  const by = { who: stored.storedBy ?? 'Park Atlas 园链图', why: WHY_KEPT }
  const outcome = await writeComparison(store, region.id, comparison, by)
  // Stale: somebody else made the same report meanwhile.
  return outcome.kind === 'stale' ? null : { collection: COMPARISONS, id: comparisonId, outcome }
}

const WHY_KEPT = '报告中的数字，供复核 The figures of a report, to check it by'

/** Shares of the work after which progress is told. */
const ANSWERED = 0.5
const DRAWN = 0.7

function reportAnswer(
  region: Region,
  { format, language }: ProcessInputs<'report'>,
  { comparison: { comparison: stored, storedAt, storedBy }, ...gathered }: ComparisonGathered,
  report: Report = () => {},
): ProcessResult<'report'> {
  const answers = reportAnswers(region, stored, (done, total) =>
    report((ANSWERED * done) / total, 1),
  )
  const { basis } = answers.comparison
  const written = asOf(region, storedAt)
  const figures = figuresIn(answers, dataAsOf(region))
  const number = comparisonIdOf(withFigures(stored, basis, figures))
  const told = reportOf({
    id: number,
    stored,
    storedAt,
    storedBy,
    made: dayOf(written),
    answers,
    facts: region.facts,
    credits: [roadAttribution(basis.network.kind), COORDINATES],
    approvalNumber: gathered.mapApprovalNumber,
    boundaryNote: gathered.boundaryNote,
    language,
  })
  const maps = reportMaps(region, gathered.ground, { stored, format, language })
  report(DRAWN, 1)
  const saved = savedReport(number, written, basis, figures)
  const sizes = mapSizes(format, language, stored.candidateIds.length)
  const { pdf, pageCount } = typeset({ report: told, maps, sizes, saved, format, stored, storedBy })
  return {
    title: told.title,
    pageCount,
    saved,
    document: { mediaType: 'application/pdf', encoding: 'base64', value: pdf.toString('base64') },
    basis,
  }
}
