// The maps of a handout: one a scene that has a ground, all of a size.
import type { HandoutTold } from '#geodata/analysis/stories/handout.ts'
import type { MapScene, SceneFigures, Story } from '#geodata/contract/stories.ts'
import { ProblemError } from '#server/http/problem.ts'
import { drawContent } from '#server/maps/draw.ts'
import { type SceneWorld, sceneMap } from '#server/maps/views/scene.ts'

/**
 * In points, legend with it: an A4 page between its margins, and as high as shows most of what a scene frames (about as
 * wide as high) while its words and figures have room on the same page.
 */
export const SCENE_MAP = { width: 511, height: 430 }

/** An SVG by the place of its scene; null: it has no map, or none can be drawn. */
export function sceneMaps(
  world: SceneWorld,
  { scenes }: Story,
  /** By the place of the scene. */
  figures: readonly SceneFigures[],
  told: Pick<HandoutTold, 'scenes'>,
): (string | null)[] {
  const look = { language: world.language, theme: 'print', credits: false, ...SCENE_MAP } as const
  return scenes.map((scene, index) => {
    if (scene.kind !== 'map') return null
    const sceneTold = told.scenes[index]
    const title = sceneTold?.title ?? scene.id
    const drawn = (one: MapScene) => {
      const content = sceneMap(world, one, title, figures[index]?.figures ?? [])
      return content && drawContent(world.region, world.gathered, content, look)
    }
    try {
      return drawn(scene)
    } catch (error) {
      // No way leads from the park of its rings, or what it asks about is gone: its map stands without, and says why.
      if (!(error instanceof ProblemError)) throw error
      const { detail, detailZh } = error.problem
      if (sceneTold?.missing.length === 0) {
        sceneTold.missing.push(world.language === 'en' ? detail : detailZh)
      }
      const { analysis: _, ...ground } = scene
      return drawn(ground)
    }
  })
}
