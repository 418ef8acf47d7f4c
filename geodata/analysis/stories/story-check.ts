// What of a story no longer holds, now that the data are as they are?
//
// A claim about a figure with doubt holds only where it holds for the whole interval: a range is no certainty.

import { missingInScene, type Referable } from '#geodata/analysis/stories/story-references.ts'
import type {
  Claim,
  ClaimAnswer,
  FigureAnswer,
  Scene,
  SceneCheck,
} from '#geodata/contract/stories.ts'

/** Claims against the figures of the scene, in their order, and the names that stand for nothing. */
export function checkScene(
  scene: Scene,
  answers: readonly FigureAnswer[],
  known: Referable,
): SceneCheck {
  return {
    sceneId: scene.id,
    claims: scene.claims.map((claim) => {
      const answer = answers[scene.figures.findIndex(({ id }) => id === claim.figureId)]
      return checkClaim(claim, answer)
    }),
    missing: missingInScene(scene, known),
  }
}

function checkClaim(claim: Claim, answer: FigureAnswer | undefined): ClaimAnswer {
  const now = answer?.said ?? null
  const value = typeof answer?.value === 'number' ? answer.value : null
  if (!answer || value === null) return { claim, standing: 'unknown', now }
  const [low, high] = [answer.low ?? value, answer.high ?? value]
  const holdsAt = (figure: number) => holds(claim, figure)
  // All three comparisons hold over an interval exactly where they hold at both its ends.
  if (holdsAt(low) && holdsAt(high)) return { claim, standing: 'holds', now }
  const isPossible =
    claim.is === 'equal' ? low <= claim.value && claim.value <= high : holdsAt(low) || holdsAt(high)
  return { claim, standing: isPossible ? 'unproven' : 'fails', now }
}

function holds({ is, value }: Claim, figure: number): boolean {
  if (is === 'at-most') return figure <= value
  if (is === 'at-least') return figure >= value
  return figure === value
}
