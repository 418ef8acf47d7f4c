// A question from the hall: the script is left, something is tried out, and one key returns to the scene.
//
// What is tried out begins from what the scene shows and is a view of its own. The presenter's own view is put by
// meanwhile, word for word, so that nothing that is tried enters it.
import { computed, signal } from '@preact/signals'
import { parkAsked } from '#geodata/analysis/stories/scene-question.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import { tabMemory } from '#web/api/memory.ts'
import { lookNow } from '#web/map/still.ts'
import { parks } from '#web/state/region/lists.ts'
import { ownView, takeView } from '#web/state/view/store.ts'
import { decodeView, encodeView, type View } from '#web/state/view/view.ts'
import { sceneView } from '#web/workspaces/present/scenes.ts'
import { drawnOf } from '#web/workspaces/present/stage/scene-pictures.ts'

const KEPT = 'park-atlas.put-by-view'

/** A reload while something is tried out loses neither view; any other address leads where it says. */
function restored(): View | null {
  const { onStage, workspace } = ownView.peek()
  const kept = onStage && workspace !== 'present' ? tabMemory.getItem(KEPT) : null
  return kept === null ? null : decodeView(kept)
}

const putBy = signal<View | null>(restored())

/** True while the script is left for a question. */
export const asking = computed(() => putBy.value !== null)
export const isAsking = () => asking.peek()

/** Leaves the script: the workspace of siting opens, with a pin at the place that the scene is about. */
export function askLive(scene: MapScene | null): void {
  const own = ownView.peek()
  putBy.value = own
  tabMemory.setItem(KEPT, encodeView(own))
  // The map may be drawing the next scene beneath this one.
  const look = (scene && drawnOf(scene.id)?.look) ?? lookNow()
  const camera = look ? { lngLat: [look.lng, look.lat] as const, zoom: look.zoom } : own.camera
  takeView(triedFrom(own, scene, placeAbout(scene), camera))
}

/** What is tried out begins with what the scene shows, over nothing but the user's language and dress. */
export function triedFrom(
  own: View,
  scene: MapScene | null,
  pin: View['pin'],
  camera: View['camera'],
): View {
  return {
    ...own,
    ...sceneView(scene?.address),
    workspace: 'site',
    siteView: 'map',
    layoutView: 'map',
    selection: null,
    tableOpen: false,
    pin,
    camera,
  }
}

function placeAbout(scene: MapScene | null): View['pin'] {
  const about = (scene && parkAsked(scene)) ?? scene?.selection?.id
  const park = parks.peek().find(({ properties }) => properties.id === about)
  const [lng, lat] = park?.geometry.coordinates ?? []
  return lng === undefined || lat === undefined ? null : [lng, lat]
}

/** Back to the scene that was left, by whatever way; what was tried out is gone. */
export function comeBack(): void {
  const own = putBy.peek()
  if (own === null) return
  putBy.value = null
  tabMemory.removeItem(KEPT)
  takeView(own)
}
