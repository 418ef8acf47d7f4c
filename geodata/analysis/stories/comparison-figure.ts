// How do candidates of a siting stand side by side in a story: their scores, and what weighs most?
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import { withoutGone } from '#geodata/analysis/decision/compared.ts'
import { comparison } from '#geodata/analysis/decision/comparison.ts'
import { measuredWithin, verdicts } from '#geodata/analysis/decision/verdicts.ts'
import { groupsOf } from '#geodata/analysis/doubt/standings.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { cellTold } from '#geodata/analysis/report/cell-told.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { roadsOf } from '#geodata/analysis/stories/minutes-figures.ts'
import { namesOf, scoreSaid } from '#geodata/analysis/stories/ranking-figure.ts'
import { percentText } from '#geodata/analysis/told/amount-text.ts'
import { sayIn } from '#geodata/analysis/told/rich.ts'
import { UNIT_WORD } from '#geodata/analysis/told/unit-words.ts'
import {
  type ComparedCandidate,
  ComparisonInputs,
  type ComparisonResult,
  type Row,
} from '#geodata/contract/processes/comparison.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, FigureTable, LiveFigure } from '#geodata/contract/stories.ts'
import { isWide } from '#geodata/model/wide-interval.ts'

type ComparisonFigure = Extract<LiveFigure, { kind: 'comparison' }>
type Found = Omit<ComparisonResult, 'basis'>
type Line = FigureTable['rows'][number]

const NOTHING = { value: null, low: null, high: null, total: null, unit: null, clauseZh: null }

/**
 * The answer of process comparison over the same data and roads. The words name who is ahead of the others, or all
 * that cannot be told apart from it. Without rows: what the question names is not there.
 */
export function comparisonFigure(
  facts: RegionFacts,
  ground: Ground,
  { question, candidateIds, rows }: ComparisonFigure,
): FigureAnswer {
  const found = foundBy(facts, ground, { siting: question, candidateIds })
  const on = roadsOf(ground)
  const source = {
    zh: `${on.zh}；按选址评分比选`,
    en: `${on.en}; compared by the score of siting`,
  }
  if (!found) {
    return { ...NOTHING, said: null, source, table: { columns: [], rows: [], unit: null } }
  }
  const lead = leadersOf(found, facts)
  return {
    ...NOTHING,
    value: lead.length === 1 ? (lead[0]?.zh ?? null) : null,
    said: lead.length > 0 ? namesOf(lead) : null,
    source,
    table: {
      columns: found.candidates.map((one) => calledOf(one, facts)),
      places: found.candidates.map(({ id, lngLat }) => ({ id, lngLat })),
      rows: [scoreLine(found.candidates), ...heaviest(found.rows, rows - 1).map(lineOf)],
      unit: null,
    },
  }
}

function foundBy(facts: RegionFacts, ground: Ground, given: object): Found | null {
  const read = ComparisonInputs.safeParse(given)
  if (!read.success) return null
  const asked = withoutGone(facts, read.data.siting, read.data.candidateIds)
  const ranked = siting(ground, facts, asked, cloudsOf({ ground }, facts))
  return ranked.kind === 'ranked' ? comparison(ranked, read.data) : null
}

/** A park by its short name. */
function calledOf({ id, nameZh, nameEn }: ComparedCandidate, { parks }: RegionFacts): Bilingual {
  const park = parks.find(({ properties }) => properties.id === id)?.properties
  return park ? { zh: park.labelZh, en: park.labelEn } : { zh: nameZh, en: nameEn }
}

/** Whoever of the compared wins most of the draws, with all that cannot be told apart from it. */
function leadersOf({ decides, candidates }: Found, facts: RegionFacts): Bilingual[] {
  if (!decides) return []
  const before = decides.before.map((row) => Float64Array.from(row))
  const groups = groupsOf({ before, first: decides.chances })
  const ids = decides.ids.filter((_, index) => groups[index] === 1)
  return candidates.filter(({ id }) => ids.includes(id)).map((one) => calledOf(one, facts))
}

const STANDING: Record<Exclude<ComparedCandidate['standing'], 'ranked'>, Bilingual> = {
  excluded: { zh: '不满足硬要求', en: 'fails a need' },
  outside: { zh: '不是候选', en: 'no candidate' },
  gone: { zh: '已不存在', en: 'gone' },
}

/** Best and worst by the rule of every row: only who is so whatever the likely scores turn out to be. */
function scoreLine(candidates: readonly ComparedCandidate[]): Line {
  const marks = verdicts(
    candidates.map(({ ranked }) =>
      ranked
        ? measuredWithin({
            raw: ranked.score.central,
            rawLow: null,
            rawHigh: null,
            rawLikely: ranked.score.likely,
          })
        : null,
    ),
    false,
  )
  return {
    name: { zh: '得分', en: 'Score' },
    unit: { zh: '百分制', en: 'of 100' },
    cells: candidates.map(({ ranked, standing }, index) => {
      const said = standing === 'ranked' ? null : STANDING[standing]
      const score = ranked?.score
      return {
        said: score ? scoreSaid(score.central, score.likely) : said,
        mark: marks[index] ?? null,
      }
    }),
  }
}

/** Of the criteria alone; of equal weight the earlier row first. */
function heaviest(rows: readonly Row[], most: number): Row[] {
  return rows
    .filter(({ weight }) => weight !== null && weight > 0)
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .slice(0, most)
}

function lineOf(row: Row): Line {
  const unit = row.unit === null ? { zh: '', en: '' } : UNIT_WORD[row.unit]
  const weight = percentText(row.weight ?? 0)
  const both = (words: string, weighed: string) => [words, weighed].filter(Boolean).join(' · ')
  return {
    name: row.title,
    unit: { zh: both(unit.zh, `权重 ${weight}%`), en: both(unit.en, `weight ${weight}%`) },
    cells: row.cells.map((cell) => {
      const [zh, en] = [saidIn(cell, row, 'zh-CN'), saidIn(cell, row, 'en')]
      return {
        said: zh === null || en === null ? null : { zh, en },
        mark: 'mark' in cell ? cell.mark : null,
      }
    }),
  }
}

/** An interval alone where it is wide, as every figure of a story; null: unknown. */
function saidIn(cell: Row['cells'][number], row: Row, language: 'zh-CN' | 'en'): string | null {
  // Criteria have amounts: no district is among their cells.
  const { text, range } = cellTold(cell, row, sayIn(language), (nameZh) => nameZh)
  if (cell.kind !== 'amount' || range === null || !cell.likely) return text
  return isWide(cell.likely[0], cell.amount, cell.likely[1]) ? range : text
}
