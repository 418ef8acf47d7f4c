// The analysis that is seen now, as a live figure of a scene: a ranking, a comparison, closed roads.
import { comparisonAsked } from '#geodata/analysis/stories/comparison-asked.ts'
import { disruptionAsked } from '#geodata/analysis/stories/disruption-asked.ts'
import { rankingAsked } from '#geodata/analysis/stories/ranking-asked.ts'
import type { LiveFigure } from '#geodata/contract/stories.ts'
import { closuresSeen } from '#web/state/answers/closures.ts'
import { comparisonInputs, shownComparison } from '#web/state/answers/comparison.ts'
import { candidateIdOf, ranked, sitingInputs } from '#web/state/answers/siting.ts'
import type { View } from '#web/state/view/view.ts'

type Question = Record<string, unknown>

/** None where the roads are others than those of the story. */
export function seenFigures(of: View): LiveFigure[] {
  if (of.workspace === 'compare') {
    const compared = seenComparison(of)
    return compared.length > 0 ? compared : seenRanking(of)
  }
  if (of.workspace !== 'site') return []
  return of.siteView === 'disruption' ? seenDisruption() : seenRanking(of)
}

function seenRanking(of: View): LiveFigure[] {
  const result = ranked.peek()
  const question = onStoryRoads(sitingInputs(of))
  if (!result || !question) return []
  const { product, segment } = result.question
  return [rankingAsked(product ?? segment, question)]
}

/** The columns that are shown; whoever reads them wants no ranking of all others beside. */
function seenComparison(of: View): LiveFigure[] {
  const answer = shownComparison.peek()
  const asked = comparisonInputs(of)
  if (!answer?.result || !asked) return []
  const hidden = of.side.hiddenIds.map((id) => candidateIdOf(id, of))
  const shown = answer.result.candidates
    .map(({ id }) => id)
    .filter((id) => asked.candidateIds.includes(id) && !hidden.includes(id))
  const isOff = (id: string) => answer.offRoads.some((one) => one.id === id)
  const { pins = [] } = asked.siting
  const question = onStoryRoads({ ...asked.siting, pins: pins.filter(({ id }) => !isOff(id)) })
  if (!question || shown.length < LEAST_COMPARED) return []
  const { product, segment } = answer.result.question
  return [comparisonAsked(product ?? segment, question, shown)]
}

const LEAST_COMPARED = 2

/** Of a story the skeleton alone is closed, stretch by stretch. */
function seenDisruption(): LiveFigure[] {
  const seen = closuresSeen.peek()
  if (seen?.result.basis.network.kind !== 'skeleton') return []
  const { network, classes, linkId, count, ...question } = seen.asked
  const { site } = seen.result
  return [disruptionAsked(site && { zh: site.nameZh, en: site.nameEn }, plain(question))]
}

/** null: nothing is asked, or of roads of its own. */
function onStoryRoads(asked: Question | null): Question | null {
  if (!asked || asked.network !== undefined || asked.conditions !== undefined) return null
  return plain(asked)
}

/** What is undefined is not asked: a story is kept as text. */
const plain = (question: object): Question => JSON.parse(JSON.stringify(question))
