// What is asked of the roads for a scene, on the stage and wherever else the scene is shown?
import type { Park } from '#geodata/contract/collections.ts'
import type { AskedInputs } from '#geodata/contract/processes/index.ts'
import type { MapScene } from '#geodata/contract/stories.ts'

/** The inputs of process isochrone; null: the scene asks nothing, or of a park that is not there. */
export function ringsAsked(
  { analysis }: Pick<MapScene, 'analysis'>,
  parks: readonly Park[],
): AskedInputs<'isochrone'> | null {
  const park = parks.find(({ properties }) => properties.id === analysis?.parkId)
  const [lng, lat] = park?.geometry?.coordinates ?? []
  if (!analysis || lng === undefined || lat === undefined) return null
  return { origin: [lng, lat], cutoffMinutes: analysis.cutoffMinutes }
}
