// Whom does a siting of a story rank best, and how surely?
import { cloudsOf } from '#geodata/analysis/answering/clouds-of.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { siting } from '#geodata/analysis/siting/siting.ts'
import { roadsOf } from '#geodata/analysis/stories/minutes-figures.ts'
import { SitingInputs, type SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { FigureAnswer, LiveFigure, RankedRow } from '#geodata/contract/stories.ts'
import { isWide } from '#geodata/model/wide-interval.ts'

type RankingFigure = Extract<LiveFigure, { kind: 'ranking' }>
type Candidate = SitingResult['ranking'][number]

const FULL_SCORE = 100
/** More names than these fill a line. */
const MOST_NAMES = 3

/**
 * The answer of process siting over the same data and roads. The value is the first where it can be told apart from
 * all others; the words name all that cannot. Null: what the question names is not there, or nothing can be ranked.
 */
export function rankingFigure(
  facts: RegionFacts,
  ground: Ground,
  { question, rows }: RankingFigure,
): FigureAnswer {
  const asked = SitingInputs.safeParse(question)
  const outcome = asked.success && siting(ground, facts, asked.data, cloudsOf({ ground }, facts))
  const ranking = outcome && outcome.kind === 'ranked' ? outcome.result.ranking : []
  const first = ranking.filter(({ group }) => group === 1)
  const on = roadsOf(ground)
  // A place of one's own is among them, whether or not it is among the best.
  const pins = asked.success ? asked.data.pins.length : 0
  const ofThem =
    pins > 0 ? { zh: `（含自选点 ${pins} 处）`, en: ` (${pins} of them pins)` } : { zh: '', en: '' }
  return {
    value: first.length === 1 ? (first[0]?.nameZh ?? null) : null,
    low: null,
    high: null,
    total: null,
    said:
      first.length > 0
        ? namesOf(first.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })))
        : null,
    unit: null,
    clauseZh: null,
    source: {
      zh: `${on.zh}；${ranking.length} 处候选${ofThem.zh}，按选址评分`,
      en: `${on.en}; ${ranking.length} candidates${ofThem.en} by the score of siting`,
    },
    rows: ranking.slice(0, rows).map(rowOf),
  }
}

/** In one line; of many the first few, and how many they are. */
export function namesOf(all: readonly Bilingual[]): Bilingual {
  const [shown, more] = [all.slice(0, MOST_NAMES), all.length - MOST_NAMES]
  const zh = shown.map((name) => name.zh).join('、')
  const en = shown.map((name) => name.en).join(', ')
  return {
    zh: more > 0 ? `${zh}等 ${all.length} 处` : zh,
    en: more > 0 ? `${en} and ${more} more` : en,
  }
}

function rowOf(candidate: Candidate): RankedRow {
  const { id, nameZh, nameEn, lngLat, rank, group, chanceFirst, score } = candidate
  const [low, high] = candidate.scoreLikely
  return {
    id,
    name: { zh: nameZh, en: nameEn },
    lngLat,
    rank,
    group,
    chanceFirst,
    said: scoreSaid(score, [low, high]),
    share: score / FULL_SCORE,
    shareLow: low / FULL_SCORE,
    shareHigh: high / FULL_SCORE,
  }
}

/** In whole points; an interval where it is wide. */
export function scoreSaid(
  score: number,
  [low, high]: readonly [low: number, high: number],
): Bilingual {
  const said = isWide(low, score, high)
    ? `${Math.round(low)}–${Math.round(high)}`
    : String(Math.round(score))
  return { zh: said, en: said }
}
