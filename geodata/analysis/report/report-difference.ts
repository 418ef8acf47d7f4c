// Which figures of a report are others now?
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { SavedReport } from '#geodata/contract/processes/report.ts'
import type { VerifyReportResult } from '#geodata/contract/processes/verify-report.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Candidate = SavedReport['candidates'][number]
type Figure = number | string | null
type Moved = VerifyReportResult['moved'][number]
type Shown = { title: Bilingual; unit: Moved['figures'][number]['unit'] }

const OWN: Record<string, Shown> = {
  standing: { title: { zh: '是否参加排名', en: 'Ranked or not' }, unit: null },
  rank: { title: { zh: '名次', en: 'Rank' }, unit: null },
  score: { title: { zh: '得分', en: 'Score' }, unit: null },
  chanceFirst: { title: FIRST_OF.all, unit: 'share' },
}

/** Finer than any figure is told. */
const EQUAL = 1e-9

export function reportDifference(
  then: readonly { id: string; figures: ReadonlyMap<string, Figure> }[],
  now: readonly Candidate[],
  { rows }: Pick<ComparisonResult, 'rows'>,
): Pick<VerifyReportResult, 'isSame' | 'figureCount' | 'moved'> {
  const moved = now.flatMap((candidate): Moved[] => {
    const before = then.find(({ id }) => id === candidate.id)
    if (!before) return []
    const after = figuresOf(candidate)
    const figures = [...before.figures].flatMap(([row, figureThen]) => {
      const figureNow = after.get(row) ?? null
      if (isEqual(figureThen, figureNow)) return []
      const known = OWN[row] ?? rows.find(({ id }) => id === row)
      const { title, unit } = known ?? { title: { zh: row, en: row }, unit: null }
      return [{ row, title, unit, figureThen, figureNow }]
    })
    const { id, nameZh, nameEn } = candidate
    return figures.length === 0 ? [] : [{ id, nameZh, nameEn, figures }]
  })
  const figureCount = then.reduce((sum, { figures }) => sum + figures.size, 0)
  return { isSame: moved.length === 0, figureCount, moved }
}

/** Every figure of a candidate by the row that tells it. */
export function figuresOf({ standing, rank, score, chanceFirst, cells }: Candidate) {
  return new Map<string, Figure>([
    ...Object.entries({ standing, rank, score, chanceFirst }),
    ...Object.entries(cells),
  ])
}

function isEqual(then: Figure, now: Figure): boolean {
  return typeof then === 'number' && typeof now === 'number'
    ? Math.abs(then - now) <= EQUAL * Math.max(1, Math.abs(then))
    : then === now
}
