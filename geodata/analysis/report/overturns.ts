// What would overturn the recommendation, and who has to do with it?
import { aheadByScore } from '#geodata/analysis/report/beside-others.ts'
import type { Grounds } from '#geodata/analysis/report/grounds.ts'
import type { Standing } from '#geodata/analysis/report/standing.ts'
import { chanceText } from '#geodata/analysis/told/chance-text.ts'
import { bold, type Rich, rich } from '#geodata/analysis/told/rich.ts'
import { verdictTold, type Way, wayTold } from '#geodata/analysis/told/way-told.ts'

export type Overturn = { verdict: Way['verdict']; told: Rich; note: Rich }

/** What would overturn the recommendation: another rule first, then the smallest change of each verdict. */
export function overturnsOf(grounds: Grounds, standing: Standing): Overturn[] {
  const [recommended, strongest] = standing.ranked.map(({ column }) => column.candidate.id)
  const ways = grounds.answers.wins
    .filter(({ winnerId }) => winnerId !== recommended)
    .flatMap((wins) =>
      [...wins.singles, ...wins.pairs, ...wins.impossible].map((way) => ({ wins, way })),
    )
  const others = (['to-find-out', 'yours', 'impossible'] as const).flatMap((verdict) => {
    const [smallest] = ways
      .filter(({ way }) => way.verdict === verdict)
      .sort(
        (a, b) =>
          Number(b.wins.winnerId === strongest) - Number(a.wins.winnerId === strongest) ||
          a.way.size - b.way.size,
      )
    return smallest ? [changeOf(smallest, grounds)] : []
  })
  return [...byScoreInstead(grounds, standing), ...others].slice(0, MOST_CHANGES)
}
const MOST_CHANGES = 3

/** The other rule is one's own to take: it needs no fact to be otherwise. */
function byScoreInstead(grounds: Grounds, standing: Standing): Overturn[] {
  const { say, computed, lettered, answers } = grounds
  const [first] = standing.ranked
  const ahead = aheadByScore(standing)
  const { decides } = answers.comparison
  if (!ahead || !first || !decides) return []
  const [otherId, firstId] = [ahead.placed.column.candidate.id, first.column.candidate.id]
  const share = decides.before[decides.ids.indexOf(otherId)]?.[decides.ids.indexOf(firstId)] ?? 0
  const [other, chance] = [lettered(otherId), bold(chanceText(share))]
  return [
    {
      verdict: 'yours',
      told: say(rich`改以中心得分为准`, rich`The central score is taken as the rule instead`),
      note: say(
        rich`可自行决定；则改定 ${other}：它高 ${ahead.points} 分，在 ${chance} 的抽样中先于 ${lettered(firstId)}${computed}`,
        rich`yours to decide; then it is ${other}: ${ahead.points} points higher, ahead of ${lettered(firstId)} in ${chance} of the draws${computed}`,
      ),
    },
  ]
}

function changeOf(
  { wins: { winnerId, rivalId }, way }: { wins: Grounds['answers']['wins'][number]; way: Way },
  { say, computed, lettered }: Grounds,
): Overturn {
  const [winner, rival] = [lettered(winnerId), rivalId === null ? '' : lettered(rivalId)]
  const level = say(
    `则 ${winner} 按中心得分追平 ${rival}`,
    `then ${winner} draws level with ${rival} by central score`,
  )
  const { verdict } = way
  const verdictText = verdictTold(way, say, computed)
  return {
    verdict,
    told: rich`${wayTold(way, { say, nameOf: lettered })}${computed}`,
    note:
      verdict === 'impossible'
        ? rich`${winner}${say('：', ': ')}${verdictText}`
        : rich`${verdictText}${say('；', '; ')}${level}`,
  }
}
