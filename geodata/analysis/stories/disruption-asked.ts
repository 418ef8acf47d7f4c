// Closed roads that somebody looks at, as a live figure: the story asks again what was asked.
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { LiveFigure } from '#geodata/contract/stories.ts'

const ROWS = 5

/** `site`: whose deliveries are looked at, null: those of the whole region; `question`: what process disruption was asked. */
export function disruptionAsked(
  site: Bilingual | null,
  question: Record<string, unknown>,
): LiveFigure {
  return {
    kind: 'disruption',
    id: 'disruption',
    question,
    rows: ROWS,
    label: site
      ? { zh: `${site.zh}供货最依赖的路段`, en: `Roads that deliveries from ${site.en} depend on` }
      : { zh: '全区供货最依赖的路段', en: 'Roads that deliveries of the region depend on' },
    place: 'list',
  }
}
