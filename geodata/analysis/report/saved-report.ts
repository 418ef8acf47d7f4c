// The figures of a report as they go with its file, so that they can be held against those of another day.
import type { Answers } from '#geodata/analysis/report/grounds.ts'
import type { Cell } from '#geodata/contract/processes/comparison.ts'
import type { SavedReport } from '#geodata/contract/processes/report.ts'
import { hashOf } from '#geodata/model/hash.ts'

export function savedReport(
  comparisonId: string,
  asOf: string,
  { comparison, scenarios }: Pick<Answers, 'comparison' | 'scenarios'>,
): SavedReport {
  const { basis, candidates, rows } = comparison
  const { network, dataset, parametersHash } = basis
  return {
    comparisonId,
    hash: hashOf({ comparisonId, network: network.hash, dataset: dataset.hash, parametersHash }),
    made: dayOf(asOf),
    asOf,
    basis,
    candidates: candidates.map(({ id, nameZh, nameEn, standing, ranked }, index) => ({
      id,
      nameZh,
      nameEn,
      standing,
      rank: ranked?.rank ?? null,
      score: ranked?.score.central ?? null,
      chanceFirst: ranked?.chanceFirst ?? null,
      cells: Object.fromEntries(rows.map((row) => [row.id, figureOf(row.cells[index])])),
    })),
    scenarios: (scenarios?.columns ?? []).map(({ scenarioIds, cells }) => ({
      scenarioIds,
      cells: cells.map(({ id, ranked }) => ({
        id,
        rank: ranked?.rank ?? null,
        score: ranked?.score ?? null,
      })),
    })),
  }
}

/** "2026-11-28". */
export const dayOf = (asOf: string) => asOf.slice(0, 10)

function figureOf(cell: Cell | undefined): number | string | null {
  switch (cell?.kind) {
    case 'amount':
      return cell.amount
    case 'need':
      return cell.standing
    case 'code':
      return cell.code
    default:
      return null
  }
}
