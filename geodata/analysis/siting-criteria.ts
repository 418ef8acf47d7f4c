// What is asked of a candidate, how is it measured in words, and what do we take for granted?
import type { CriterionId, SitingResult } from '#geodata/contract/processes/siting.ts'

type Criterion = Omit<SitingResult['criteria'][number], 'weight'> & { defaultWeight: number }

/** Linear value functions: 1 at `best`, 0 at `worst`. Defaults are planning assumptions, editable. */
export const SITING_CRITERIA: readonly Criterion[] = [
  {
    id: 'plantMinutes',
    title: { zh: '到整车厂平均', en: 'Mean to vehicle plants' },
    unit: 'minutes',
    best: 30,
    worst: 120,
    defaultWeight: 35,
  },
  {
    id: 'upstreamMinutes',
    title: { zh: '到上游供应商', en: 'To upstream suppliers' },
    unit: 'minutes',
    best: 30,
    worst: 120,
    defaultWeight: 20,
  },
  {
    id: 'plantsWithin',
    title: { zh: '窗口内整车厂', en: 'Plants in the window' },
    unit: 'plants',
    best: 6,
    worst: 0,
    defaultWeight: 15,
  },
  {
    id: 'cluster',
    title: { zh: '同环节企业', en: 'Same-segment firms' },
    unit: 'companies',
    best: 10,
    worst: 0,
    defaultWeight: 10,
  },
  {
    id: 'hubMinutes',
    title: { zh: '到最近港口或铁路站', en: 'To nearest port or rail' },
    unit: 'minutes',
    best: 30,
    worst: 120,
    defaultWeight: 10,
  },
  {
    id: 'segmentFit',
    title: { zh: '与园区、区县分工相符', en: 'Fit with assignments' },
    unit: 'share',
    best: 1,
    worst: 0,
    defaultWeight: 10,
  },
  {
    id: 'land',
    title: { zh: '未开发用地', en: 'Undeveloped land' },
    unit: 'squareKilometers',
    best: 5,
    worst: 0,
    defaultWeight: 10,
  },
]

/** Weights scaled to sum to one; all-zero weights fall back to equal ones. */
export function scaledWeights(
  given: Partial<Record<CriterionId, number>> = {},
): Record<CriterionId, number> {
  const raw = SITING_CRITERIA.map(
    ({ id, defaultWeight }) => [id, given[id] ?? defaultWeight] as const,
  )
  const sum = raw.reduce((total, [, weight]) => total + weight, 0)
  return Object.fromEntries(
    raw.map(([id, weight]) => [id, sum > 0 ? weight / sum : 1 / raw.length]),
  ) as Record<CriterionId, number>
}

/** Value 0 … 1 of a measured amount. */
export function valueAt(criterion: { best: number; worst: number }, raw: number): number {
  return Math.min(1, Math.max(0, (raw - criterion.worst) / (criterion.best - criterion.worst)))
}
