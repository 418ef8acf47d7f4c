// What does that stand on which the analysis of a scene puts on its map?
import type { StoryGrounds } from '#geodata/analysis/stories/figures.ts'
import { roadsOf } from '#geodata/analysis/stories/minutes-figures.ts'
import { stretchesNamed } from '#geodata/analysis/stories/scene-question.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import type { Scene } from '#geodata/contract/stories.ts'

const SCORED: Bilingual = {
  zh: '各处得分取中心值，只计车程，不与选址总分相比',
  en: 'central scores, by truck time alone, not comparable with those of a siting',
}
const CLOSED: Bilingual = {
  zh: '逐一封闭各段道路，按已知供货测算',
  en: 'each stretch closed one by one, by known deliveries',
}

/** In the words in which figures name the same roads; null: the scene has no analysis. */
export function analysisSource(scene: Scene, { ground, skeleton }: StoryGrounds): Bilingual | null {
  switch (scene.kind === 'map' ? scene.analysis?.kind : undefined) {
    case undefined:
      return null
    case 'isochrone':
      return roadsOf(ground)
    case 'surface':
      return together(roadsOf(ground), SCORED)
    case 'disruption':
      // A table of the same stretches beside the map says it.
      return stretchesNamed(scene.figures) === null ? together(roadsOf(skeleton), CLOSED) : null
  }
}

const together = (one: Bilingual, other: Bilingual): Bilingual => ({
  zh: `${one.zh}；${other.zh}`,
  en: `${one.en}; ${other.en}`,
})
