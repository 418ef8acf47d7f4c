// A stored comparison as a report: all its answers over one and the same data, told, and set as a PDF.
import { comparedOf } from '#geodata/analysis/decision/compared.ts'
import { comparison } from '#geodata/analysis/decision/comparison.ts'
import { sitingSensitivity } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { whatWouldWin } from '#geodata/analysis/decision/winning/what-would-win.ts'
import type { Answers } from '#geodata/analysis/report/grounds.ts'
import { reportOf } from '#geodata/analysis/report/report-of.ts'
import { savedReport } from '#geodata/analysis/report/saved-report.ts'
import type { StoredComparison } from '#geodata/contract/comparisons.ts'
import { ComparisonInputs } from '#geodata/contract/processes/comparison.ts'
import type { ProcessInputs, ProcessResult } from '#geodata/contract/processes/index.ts'
import { ScenariosInputs } from '#geodata/contract/processes/scenarios.ts'
import { SensitivityInputs } from '#geodata/contract/processes/sensitivity.ts'
import { gatherGround } from '#server/maps/ground.ts'
import { comparedSiting } from '#server/processes/comparison.ts'
import { answer, type Gathered, type Process, type Report } from '#server/processes/process.ts'
import { scenariosProcess } from '#server/processes/scenarios.ts'
import { COORDINATES, roadAttribution } from '#server/region/credits.ts'
import type { Region } from '#server/region/region.ts'
import { noComparison, storedComparison } from '#server/region/stored-comparison.ts'
import { typeset } from '#server/report/typeset.ts'

/** Setting the pages: about so long for the first, and for each candidate more. */
const SETTING_MILLISECONDS = 1500
const CANDIDATE_MILLISECONDS = 300
const MOST_CANDIDATES = 6

export const reportProcess: Process<'report'> = {
  title: '比选报告 Report',
  description:
    'A stored comparison as a PDF on A4 or 16:9, in Chinese or English: decision, doubt and request, a page a candidate, the table, what decides, scenarios, open questions, method and sources; every figure carries the number of its source.',
  work: () => SETTING_MILLISECONDS + CANDIDATE_MILLISECONDS * MOST_CANDIDATES,
  gather: async ({ store, region, mapApprovalNumber }, { comparisonId }) => {
    const found = await storedComparison(store, region.id, comparisonId)
    if (!found) throw noComparison(comparisonId)
    const dataset = await store.documents.dataset(region.id)
    const boundaryNote = {
      zh: dataset.boundary_note_zh ?? '',
      en: dataset.boundary_note_en ?? '',
    }
    const ground = await gatherGround({ store, region, mapApprovalNumber })
    return { comparison: found, ground, mapApprovalNumber, boundaryNote }
  },
  run: (region, inputs, report, gathered) => {
    if (!gathered?.comparison) throw new Error('A report needs the comparison that it is of.')
    const { comparison } = gathered
    return reportAnswer(region, inputs, { ...gathered, comparison }, report)
  },
}

/** Shares of the work after which progress is told. */
const ANSWERED = 0.3
const SCENARIOS = 0.5
const DRAWN = 0.7

type ReportGathered = Gathered & { comparison: StoredComparison }

function reportAnswer(
  region: Region,
  { format, language }: ProcessInputs<'report'>,
  { comparison: stored, mapApprovalNumber, boundaryNote }: ReportGathered,
  report: Report = () => {},
): ProcessResult<'report'> {
  const answers = answersOf(region, stored.comparison, report)
  const { basis } = answers.comparison
  const made = dayOf(region, stored.storedAt)
  const told = reportOf({
    id: stored.id,
    stored: stored.comparison,
    storedAt: stored.storedAt,
    made,
    answers,
    facts: region.facts,
    credits: [roadAttribution(basis.network.kind), COORDINATES],
    approvalNumber: mapApprovalNumber,
    boundaryNote,
    language,
  })
  report(DRAWN, 1)
  const saved = savedReport(stored.id, made, answers)
  const { pdf, pageCount } = typeset({
    report: told,
    maps: {},
    saved,
    format,
    stored: stored.comparison,
  })
  return {
    title: stored.comparison.title,
    pageCount,
    saved,
    document: { mediaType: 'application/pdf', encoding: 'base64', value: pdf.toString('base64') },
    basis,
  }
}

/** The day of the newest thing it stands on, so that the same inputs make the same bytes. */
function dayOf({ changes }: Region, storedAt: string | null): string {
  const times = [
    storedAt,
    changes.find(({ collection }) => collection !== 'comparisons')?.changedAt,
  ]
  const newest = times
    .filter((one) => one != null)
    .sort()
    .at(-1)
  return (newest ?? '1970-01-01').slice(0, 10)
}

function answersOf(
  region: Region,
  stored: StoredComparison['comparison'],
  report: Report,
): Answers {
  const { siting, candidateIds, referenceId, scenarios, combined } = stored
  const asked = ComparisonInputs.parse({
    siting,
    candidateIds,
    ...(referenceId === null || !candidateIds.includes(referenceId) ? {} : { referenceId }),
  })
  const { network, ranked } = comparedSiting(region, asked)
  const compared = answer(region, network, asked, comparison(ranked, asked))
  const columns = comparedOf(region.facts, ranked, candidateIds)
  const wins = candidateIds.flatMap((winnerId) => {
    const isRanked = compared.candidates.find(({ id }) => id === winnerId)?.ranked
    if (!isRanked) return []
    const found = answer(region, network, asked, whatWouldWin(ranked, columns, winnerId))
    return found.isFirst ? [] : [found]
  })
  const sensitivity = sitingSensitivity(
    ranked.result,
    ranked.joint,
    SensitivityInputs.parse({ siting }),
  )
  report(ANSWERED, 1)
  const told =
    scenarios.length === 0
      ? null
      : scenariosProcess.run(
          region,
          ScenariosInputs.parse({ siting, candidateIds, scenarios, combined }),
        )
  report(SCENARIOS, 1)
  return { comparison: compared, siting: ranked.result, sensitivity, wins, scenarios: told }
}
