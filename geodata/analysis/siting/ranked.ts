// In which order do measured candidates stand, and how sure is that?
import { addAmount, addScaled } from '#geodata/analysis/doubt/arrays.ts'
import { endsOf, likelyRange } from '#geodata/analysis/doubt/likely.ts'
import {
  groupsOf,
  LEVEL_POINTS,
  type Standings,
  standingsOf,
  winnersOf,
} from '#geodata/analysis/doubt/standings.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'

type Entry = SitingResult['ranking'][number]

/** The best first; of equals, which share a rank, the one whose id comes first. */
export function rankedOf(
  measured: readonly MeasuredCandidate[],
  { draws: { count }, lent }: Pick<Doubt, 'draws' | 'lent'>,
): {
  ranked: (Entry & Pick<MeasuredCandidate, 'drawn' | 'site'>)[]
  standings: Standings
  winners: Uint16Array
} {
  const scored = measured
    .map((entry) => {
      const drawnScore = drawnScores(entry, count)
      const [least, greatest] = endsOf(drawnScore)
      const [low, high] = likelyRange(drawnScore, lent)
      const score = sumOf(entry, 'contribution')
      return {
        entry,
        drawnScore,
        score,
        scoreLow: Math.min(sumOf(entry, 'contributionLow'), least),
        scoreHigh: Math.max(sumOf(entry, 'contributionHigh'), greatest),
        scoreLikely: [Math.min(low, score), Math.max(high, score)] as [number, number],
      }
    })
    .sort((a, b) => levelled(b.score - a.score) || (a.entry.id < b.entry.id ? -1 : 1))
  const standings = standingsOf(scored.map(({ drawnScore }) => drawnScore))
  const groups = groupsOf(standings)
  const ranked = scored.map(({ entry, drawnScore: _, ...scores }, index) => {
    const rank = 1 + scored.filter(({ score }) => levelled(score - scores.score) > 0).length
    const [low, high] = standings.rankLikely[index] ?? [rank, rank]
    return {
      ...entry,
      ...scores,
      rank,
      rankLow: 1 + scored.filter((other) => other.scoreLow > scores.scoreHigh).length,
      rankHigh: scored.length - scored.filter((other) => other.scoreHigh < scores.scoreLow).length,
      rankLikely: [Math.min(low, rank), Math.max(high, rank)] as [number, number],
      chanceFirst: standings.first[index] ?? 0,
      chanceTopThree: standings.topThree[index] ?? 0,
      firstIsAhead: index === 0 ? 0.5 : (standings.before[0]?.[index] ?? 0.5),
      group: groups[index] ?? 1,
    }
  })
  const winners = winnersOf(
    scored.map(({ drawnScore }) => drawnScore),
    count,
  )
  return { ranked, standings, winners }
}

function levelled(difference: number): number {
  return Math.abs(difference) <= LEVEL_POINTS ? 0 : difference
}

/** The score of a candidate in every draw. */
export function drawnScores(
  { terms, drawn }: Pick<MeasuredCandidate, 'terms' | 'drawn'>,
  count: number,
): Float64Array {
  const scores = new Float64Array(count)
  drawn.forEach(({ values }, index) => {
    const points = 100 * (terms[index]?.weight ?? 0)
    if (points === 0) return
    if (typeof values === 'number') addAmount(scores, points * values)
    else addScaled(scores, values, points)
  })
  return scores
}

function sumOf(
  { terms }: MeasuredCandidate,
  key: 'contribution' | 'contributionLow' | 'contributionHigh',
): number {
  return terms.reduce((total, term) => total + term[key], 0)
}
