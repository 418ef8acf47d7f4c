// How does the recommended stand beside those it is easily taken for better than: all candidates, and the first by score?
import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import type { Placed, Standing } from '#geodata/analysis/report/standing.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { bold, type Rich, rich } from '#geodata/analysis/told/rich.ts'

/** Its rank among all by the central score, who leads there, and how often the first of all is none of the compared. */
export function amongAllTold({ ranked }: Placed, grounds: Grounds): Rich {
  const { say, answers, computed } = grounds
  const { rankedCount, decides } = answers.comparison
  const leader = answers.siting.ranking.find(({ rank }) => rank === 1)
  const other = decides?.chanceOther ?? 0
  const ahead: Rich = ranked.rank === 1 || !leader ? [] : leaderTold(leader, grounds)
  const elsewhere: Rich =
    other === 0
      ? []
      : say(
          rich`，${bold(chanceText(other))} 的抽样中全部候选的第一不在所比各处之内`,
          rich`; in ${bold(chanceText(other))} of the draws the first of all is none of these`,
        )
  return say(
    rich`全部 ${rankedCount} 处候选按中心得分排，它是第 ${bold(ranked.rank)}${ahead}${elsewhere}${computed}`,
    rich`By central score it is no. ${bold(ranked.rank)} of all ${rankedCount} candidates${ahead}${elsewhere}${computed}`,
  )
}

type Leader = Grounds['answers']['siting']['ranking'][number]

function leaderTold({ id, nameZh, nameEn, score }: Leader, grounds: Grounds): Rich {
  const { say, facts, columns, lettered } = grounds
  const points = bold(score.toFixed(1))
  if (columns.some(({ candidate }) => candidate.id === id)) {
    return say(
      rich`，居首的是 ${lettered(id)}（${points} 分）`,
      rich`, behind ${lettered(id)} (${points} points)`,
    )
  }
  const park = facts.parks.find(({ properties }) => properties.id === id)?.properties
  const name = say(park?.labelZh ?? nameZh, park?.labelEn ?? (nameEn || nameZh))
  return say(
    rich`，居首的是未参比的${name}（${points} 分）`,
    rich`, behind ${name} (${points} points), which is not compared`,
  )
}

/** The first of the compared by central score, where it is not the recommended; null: it is. */
export function aheadByScore({ ranked }: Standing): { placed: Placed; points: string } | null {
  const [first, ...others] = ranked
  const [best] = others.toSorted((a, b) => b.ranked.score.central - a.ranked.score.central)
  if (!first || !best) return null
  const points = best.ranked.score.central - first.ranked.score.central
  if (points <= 0) return null
  return { placed: best, points: points < 0.05 ? '<0.1' : points.toFixed(1) }
}

/** Why another has the higher central score and is not recommended. */
export function whyNotByScore(standing: Standing, { say, lettered }: Grounds): Rich {
  const ahead = aheadByScore(standing)
  if (!ahead) return []
  const name = lettered(ahead.placed.column.candidate.id)
  return say(
    rich`按中心得分 ${name} 高 ${bold(ahead.points)} 分，但先后以联合抽样中居首的可能和平均少得的分为准，不以中心得分为准`,
    rich`by central score ${name} is ${bold(ahead.points)} points higher, but the order goes by the joint draws (chance of being first, points lost on average), not by the central score`,
  )
}
