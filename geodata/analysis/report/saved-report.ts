// The figures of a report as they go with its file and stay with its number, so that they can be held against those of another day.
import type { Answers } from '#geodata/analysis/report/grounds.ts'
import type { Comparison } from '#geodata/contract/comparisons.ts'
import type { Cell } from '#geodata/contract/processes/comparison.ts'
import type { ReportFigures, SavedReport } from '#geodata/contract/processes/report.ts'
import type { Basis } from '#geodata/contract/shared.ts'
import { hashOf } from '#geodata/model/hash.ts'

export function savedReport(
  comparisonId: string,
  asOf: string,
  basis: Basis,
  figures: ReportFigures,
): SavedReport {
  const { network, dataset, parametersHash } = basis
  return {
    comparisonId,
    hash: hashOf({ comparisonId, network: network.hash, dataset: dataset.hash, parametersHash }),
    made: dayOf(asOf),
    asOf,
    basis,
    ...figures,
  }
}

/** The comparison with every figure of now: it is stored beside the first, and its id is the number of the report. */
export function withFigures(
  comparison: Comparison,
  { network, dataset }: Basis,
  figures: ReportFigures,
): Comparison {
  return {
    ...comparison,
    found: {
      datasetHash: dataset.hash,
      networkHash: network.hash,
      scores: Object.fromEntries(
        figures.candidates.flatMap(({ id, score }) => (score === null ? [] : [[id, score]])),
      ),
      figures,
    },
  }
}

export function figuresIn(
  { comparison, scenarios }: Pick<Answers, 'comparison' | 'scenarios'>,
  dataAsOf: string | null,
): ReportFigures {
  const { candidates, rows } = comparison
  return {
    dataAsOf,
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
