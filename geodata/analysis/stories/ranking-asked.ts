// A ranking that somebody looks at, as a live figure: the story asks again what was asked.
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { LiveFigure } from '#geodata/contract/stories.ts'

const ROWS = 5

/** `about`: the product or segment that is sited; `question`: what process siting was asked of it. */
export function rankingAsked(about: Bilingual, question: Record<string, unknown>): LiveFigure {
  return {
    kind: 'ranking',
    id: 'ranking',
    question,
    rows: ROWS,
    // In a story “分” are minutes too.
    label: {
      zh: `${about.zh}选址排名（百分制得分）`,
      en: `Best sites for ${about.en}, score of 100`,
    },
    place: 'list',
  }
}
