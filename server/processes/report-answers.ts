// The engine's answers to a stored comparison, all over one and the same data, and of when those data are.

import { answer } from '#geodata/analysis/answering/asked.ts'
import { comparedOf } from '#geodata/analysis/decision/compared.ts'
import { comparison } from '#geodata/analysis/decision/comparison.ts'
import { sitingSensitivity } from '#geodata/analysis/decision/siting-sensitivity.ts'
import { whatWouldWin } from '#geodata/analysis/decision/winning/what-would-win.ts'
import type { Answers } from '#geodata/analysis/report/grounds.ts'
import type { Comparison, StoredComparison } from '#geodata/contract/comparisons.ts'
import { ComparisonInputs } from '#geodata/contract/processes/comparison.ts'
import { ScenariosInputs } from '#geodata/contract/processes/scenarios.ts'
import { SensitivityInputs } from '#geodata/contract/processes/sensitivity.ts'
import { gatherGround } from '#server/maps/ground.ts'
import { BESIDE } from '#server/processes/changes-since.ts'
import { comparedSiting } from '#server/processes/comparison.ts'
import type { Gathered, GatheringDeps, Report } from '#server/processes/process.ts'
import { scenariosOver } from '#server/processes/scenarios.ts'
import type { Region } from '#server/region/region.ts'
import { noComparison, storedComparison } from '#server/region/stored-comparison.ts'

/** Shares of this work after which progress is told. */
const COMPARED = 0.4

/** The comparison of the number, and what stands on every map. */
export async function gatherComparison(
  { store, region, mapApprovalNumber }: GatheringDeps,
  { comparisonId }: { comparisonId: string },
): Promise<Gathered> {
  const found = await storedComparison(store, region.id, comparisonId)
  if (!found) throw noComparison(comparisonId)
  const dataset = await store.documents.dataset(region.id)
  const boundaryNote = {
    zh: dataset.boundary_note_zh ?? '',
    en: dataset.boundary_note_en ?? '',
  }
  const ground = await gatherGround({ store, region, mapApprovalNumber })
  return { comparison: found, ground, mapApprovalNumber, boundaryNote }
}

export type ComparisonGathered = Gathered & { comparison: StoredComparison }

/** It is looked up before anything runs, or the question refused. */
export function requireGathered(gathered: Gathered | undefined): ComparisonGathered {
  if (!gathered?.comparison) throw new Error('A report needs the comparison that it is of.')
  return { ...gathered, comparison: gathered.comparison }
}

/** When the newest row of the data was written that an answer stands on; null: none ever was. */
export function dataAsOf({ changes }: Region): string | null {
  return changes.find(({ collection }) => !BESIDE.includes(collection))?.changedAt ?? null
}

/** When the newest thing was written that it stands on: the same inputs have the same. */
export function asOf(region: Region, storedAt: string | null): string {
  const times = [storedAt, dataAsOf(region)]
  return (
    times
      .filter((one) => one != null)
      .sort()
      .at(-1) ?? new Date(0).toISOString()
  )
}

export function reportAnswers(
  region: Region,
  stored: Comparison,
  report: Report = () => {},
): Answers {
  const { siting, candidateIds, referenceId, scenarios, combined } = stored
  const asked = ComparisonInputs.parse({
    siting,
    candidateIds,
    ...(referenceId === null || !candidateIds.includes(referenceId) ? {} : { referenceId }),
  })
  const sited = comparedSiting(region, asked)
  const { network, ranked } = sited
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
  report(COMPARED, 1)
  const told =
    scenarios.length === 0
      ? null
      : scenariosOver(
          region,
          ScenariosInputs.parse({ siting, candidateIds, scenarios, combined }),
          sited,
          (done, total) => report(COMPARED + ((1 - COMPARED) * done) / total, 1),
        )
  report(1, 1)
  return { comparison: compared, siting: ranked.result, sensitivity, wins, scenarios: told }
}
