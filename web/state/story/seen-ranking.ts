// The ranking that is seen now, as a live figure of a scene.
import { rankingAsked } from '#geodata/analysis/stories/ranking-asked.ts'
import type { LiveFigure } from '#geodata/contract/stories.ts'
import { ranked, sitingInputs } from '#web/state/answers/siting.ts'
import type { View } from '#web/state/view/view.ts'

/** In Site and Compare, of what was asked there; none where the roads are others than those of the story. */
export function seenRanking(of: View): LiveFigure[] {
  const result = ranked.peek()
  const asked = sitingInputs(of)
  if (!['site', 'compare'].includes(of.workspace) || !result || !asked) return []
  const { network, conditions, ...question } = asked
  if (network !== undefined || conditions !== undefined) return []
  const { product, segment } = result.question
  // What is undefined is not asked: a story is kept as text.
  return [rankingAsked(product ?? segment, JSON.parse(JSON.stringify(question)))]
}
