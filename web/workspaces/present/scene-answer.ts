// What is worked out for the map of a scene: asked of the server, or of this device, once.
import { analysisAsked } from '#geodata/analysis/stories/scene-question.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import type { AskedInputs } from '#geodata/contract/processes/index.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import { execute, ProblemError } from '#web/api/client.ts'
import { isWithoutServer } from '#web/api/reach.ts'
import { NOTHING_SHOWN, type SceneShown } from '#web/state/answers/scene-shown.ts'
import { workOut } from '#web/state/answers/worked-out.ts'
import { parks } from '#web/state/region/lists.ts'

export type SceneAnswer = Pick<SceneShown, 'areas' | 'stretches'> & {
  rings: IsochroneResult | null
  /** Why nothing of it is there, though the scene asks; null: it is, or nothing is asked. */
  problem: Problem | null
}

export const NO_ANSWER: SceneAnswer = { ...NOTHING_SHOWN, rings: null, problem: null }

/** Throws where it cannot be had. */
export async function sceneAnswer(scene: MapScene, signal: AbortSignal): Promise<SceneAnswer> {
  const asked = analysisAsked(scene, parks.peek())
  switch (asked?.process) {
    case undefined:
      return NO_ANSWER
    case 'isochrone':
      return { ...NO_ANSWER, rings: await execute('isochrone', asked.inputs, signal) }
    case 'surface': {
      const result = await surfaceOf(asked.inputs, signal)
      const { areasOf } = await import('#web/map/shapes/surface-areas.ts')
      return { ...NO_ANSWER, areas: areasOf(result) }
    }
    case 'disruption': {
      const { links } = await execute('disruption', asked.inputs, signal)
      return { ...NO_ANSWER, stretches: links }
    }
  }
}

/** What is refused, since what it names is gone, breaks its own scene alone. */
export function orRefused(error: unknown): SceneAnswer {
  if (!(error instanceof ProblemError) || !REFUSALS.includes(error.problem.status)) throw error
  return { ...NO_ANSWER, problem: error.problem }
}

const REFUSALS = [400, 404, 422]

/** A file holds the answer; what it works out by itself are roads alone. */
function surfaceOf(inputs: AskedInputs<'surface'>, signal: AbortSignal): Promise<SurfaceResult> {
  return isWithoutServer()
    ? execute('surface', inputs, signal)
    : workOut('surface', inputs, signal, () => {})
}
