// Which figures of a report are others now?
import type { Answers } from '#geodata/analysis/report/grounds.ts'
import { FIRST_OF } from '#geodata/analysis/told/chance-text.ts'
import type { ReportFigures } from '#geodata/contract/processes/report.ts'
import type { VerifyReportResult } from '#geodata/contract/processes/verify-report.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

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

/** What was kept of one candidate: by the row that tells it. */
export type Kept = { id: string; figures: ReadonlyMap<string, Figure> }

export function reportDifference(
  then: readonly Kept[],
  now: ReportFigures,
  answers: Pick<Answers, 'comparison' | 'scenarios'>,
): Pick<VerifyReportResult, 'isSame' | 'figureCount' | 'moved'> {
  const after = keptOf(now)
  const moved = now.candidates.flatMap(({ id, nameZh, nameEn }): Moved[] => {
    const before = then.find((one) => one.id === id)?.figures ?? new Map<string, Figure>()
    const known = after.find((one) => one.id === id)?.figures
    const figures = [...before].flatMap(([row, figureThen]) => {
      const figureNow = known?.get(row) ?? null
      if (isEqual(figureThen, figureNow)) return []
      return [{ row, ...shownOf(row, answers), figureThen, figureNow }]
    })
    return figures.length === 0 ? [] : [{ id, nameZh, nameEn, figures }]
  })
  const figureCount = then.reduce((sum, { figures }) => sum + figures.size, 0)
  return { isSame: moved.length === 0, figureCount, moved }
}

/** Every figure of each candidate, as it is and under each scenario. */
export function keptOf({ candidates, scenarios }: ReportFigures): Kept[] {
  return candidates.map(({ id, standing, rank, score, chanceFirst, cells }) => {
    const under = scenarios.flatMap(({ scenarioIds, cells: ofScenario }) => {
      const cell = ofScenario.find((one) => one.id === id)
      // As it is, they stand among the candidate's own.
      if (!cell || scenarioIds.length === 0) return []
      return [
        [scenarioRow(scenarioIds, 'rank'), cell.rank],
        [scenarioRow(scenarioIds, 'score'), cell.score],
      ] as const
    })
    const own = Object.entries({ standing, rank, score, chanceFirst })
    return { id, figures: new Map<string, Figure>([...own, ...Object.entries(cells), ...under]) }
  })
}

const SCENARIO = 'scenario '
const scenarioRow = (ids: readonly string[], figure: 'rank' | 'score') =>
  `${SCENARIO}${ids.join('+')} ${figure}`

function shownOf(
  row: string,
  { comparison, scenarios }: Pick<Answers, 'comparison' | 'scenarios'>,
): Shown {
  const of = OWN[row] ?? comparison.rows.find(({ id }) => id === row)
  if (of) return { title: of.title, unit: of.unit }
  const figure = row.endsWith('rank') ? ('rank' as const) : ('score' as const)
  const column = scenarios?.columns.find(
    ({ scenarioIds }) => scenarioRow(scenarioIds, figure) === row,
  )
  const title = OWN[figure]?.title
  if (!column || !title) return { title: { zh: row, en: row }, unit: null }
  const { zh, en } = column.name
  return {
    title: { zh: `情景“${zh}”下的${title.zh}`, en: `${title.en} in the scenario “${en}”` },
    unit: null,
  }
}

function isEqual(then: Figure, now: Figure): boolean {
  return typeof then === 'number' && typeof now === 'number'
    ? Math.abs(then - now) <= EQUAL * Math.max(1, Math.abs(then))
    : then === now
}
