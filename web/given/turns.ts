// From the story to the map that is asked, and back to the very scene.
import { parkAsked } from '#geodata/analysis/stories/scene-question.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { candidates, theOne } from '#web/state/region/designation.ts'
import { parks } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

/** The map stays where the scene looks; the pin stands where it stood, else where the scene has its rings. */
export function askTheMap(scene: MapScene | null): void {
  const { camera, pin } = view.peek()
  changeView({
    workspace: 'site',
    onStage: false,
    camera,
    selection: null,
    pin: pin ?? firstPin(scene),
  })
}

/** The scene is the one that was left. */
export function backToStory(): void {
  changeView({ workspace: 'present', onStage: true, selection: null })
}

function firstPin(scene: MapScene | null): LngLat | null {
  const parkId = scene && parkAsked(scene)
  const asked = parks.peek().find(({ properties }) => properties.id === parkId)
  const one = theOne.peek()
  const park = asked ?? (one.kind === 'designated' ? one.park : candidates.peek()[0])
  const [lng, lat] = park?.geometry.coordinates ?? []
  return lng === undefined || lat === undefined ? null : [lng, lat]
}
