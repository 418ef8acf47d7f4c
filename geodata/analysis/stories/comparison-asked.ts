// A comparison that somebody looks at, as a live figure: the story asks again what was asked.
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { LiveFigure } from '#geodata/contract/stories.ts'

const ROWS = 5

/** `about`: the product or segment that is sited; `question`: what process siting was asked of it. */
export function comparisonAsked(
  about: Bilingual,
  question: Record<string, unknown>,
  candidateIds: string[],
): LiveFigure {
  return {
    kind: 'comparison',
    id: 'comparison',
    question,
    candidateIds,
    rows: ROWS,
    label: { zh: `${about.zh}选址比选`, en: `${about.en}: candidates side by side` },
    place: 'list',
  }
}
