// With which weights, as the sliders take them, does another candidate lead?
import type { CriterionId, SitingResult } from '#geodata/contract/processes/siting.ts'
import { rerank, type Weights } from '#web/state/answers/siting-rank.ts'

/** How far beyond level, as shares of the way there; the first that dethrones is taken. */
const BEYOND = [0.01, 0.03, 0.1, 0.3, 1]

/**
 * Weights a little beyond the level ones, in per cent with one decimal, so that the first is another;
 * `level` holds the share of each criterion at which two candidates are level.
 */
export function weightsBeyond(
  result: SitingResult,
  level: ReadonlyMap<CriterionId, number>,
): Weights {
  const [first] = result.ranking
  let asked: Record<CriterionId, number> = {}
  for (const beyond of BEYOND) {
    asked = Object.fromEntries(
      result.criteria.map(({ id, weight }) => {
        const there = level.get(id) ?? weight
        const share = Math.max(0, weight + (there - weight) * (1 + beyond))
        return [id, Math.round(share * 1000) / 10]
      }),
    )
    if (rerank(result, asked).ranking[0]?.id !== first?.id) break
  }
  return asked
}

/** All shares when one criterion takes `toShare` and the others keep their proportions. */
export function withOneShare(
  criteria: SitingResult['criteria'],
  changed: CriterionId,
  toShare: number,
): Map<CriterionId, number> {
  const rest = criteria.reduce((sum, { id, weight }) => (id === changed ? sum : sum + weight), 0)
  return new Map(
    criteria.map(({ id, weight }) => {
      if (id === changed) return [id, toShare]
      const proportion = rest > 0 ? weight / rest : 1 / (criteria.length - 1)
      return [id, proportion * (1 - toShare)]
    }),
  )
}
