// Which scene lies before the hall, and which does the map draw meanwhile?
//
// A scene that the map has drawn is kept as a still, and the still lies over the map. So the map is free to draw the
// next scene beneath it; once the key is pressed its still takes the place of the first. The map itself takes no
// pointer on stage: who wants to try something leaves the script for it.
//
//   hall      still of 3 ─────────────────── key ─ still of 4 ──────────
//   map       3 ── 4 drawn beneath ── at rest ────── 5 drawn beneath ──
import { signal } from '@preact/signals'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { MapScene } from '#geodata/contract/stories.ts'
import { clearStills, type Look, lookNow, stillOfMap } from '#web/map/still.ts'
import { rings } from '#web/state/answers/rings.ts'
import { type SceneShown, sceneShown } from '#web/state/answers/scene-shown.ts'
import type { View } from '#web/state/view/view.ts'
import {
  PLAIN_TRANSITION,
  type Still,
  turnStills,
} from '#web/workspaces/present/stage/turn-stills.ts'

/** What the map showed when it had drawn a scene. */
export type Drawn = {
  /** What the scene lays over the user's own view. */
  over: Partial<View>
  rings: IsochroneResult | null
  shown: SceneShown
  look: Look | null
  /** null: the map paints nothing that could be kept. */
  still: Still | null
}

/** Puts a scene on the map, calls `done` in the task in which the map has painted all of it; returns the stop. */
export type PutOnMap = (scene: MapScene, done: (over: Partial<View>) => void) => () => void

/** At most so many stills, each as large as the screen, are kept. */
const MOST_STILLS = 4
/** The hall sees a scene arrive before the map turns to the next one. */
const BREATH_MILLISECONDS = 300

/** By scene id, the one used last at the end. */
const kept = new Map<string, Drawn>()
let live: { id: string; isDrawn: boolean; drawn: () => void; stop: () => void } | null = null
let lying: Still | null = null

/** The scene that is ready to take the place of the one before the hall; null: none yet. */
export const readyScene = signal<string | null>(null)

/** What the map showed of a scene, where it still holds. */
export function drawnOf(sceneId: string): Drawn | null {
  return kept.get(sceneId) ?? null
}

/**
 * Brings a scene before the hall and calls `shown`, at once where it is ready; then has the map draw `ahead` beneath
 * it. Returns what ends the wait for either.
 */
export function stand(
  scene: MapScene,
  ahead: MapScene | null,
  putOnMap: PutOnMap,
  shown: () => void,
): () => void {
  let isGone = false
  let breath: ReturnType<typeof setTimeout> | undefined
  readyScene.value = null
  const isReady = (id: string) => Boolean(kept.get(id)?.still) || (live?.id === id && live.isDrawn)
  const sayReady = () => {
    if (!isGone && ahead && isReady(ahead.id)) readyScene.value = ahead.id
  }
  const show = () => {
    if (isGone) return
    const still = use(scene.id)?.still ?? null
    if (still) {
      turnStills(lying, still, scene.transition ?? PLAIN_TRANSITION)
      lying = still
    } else takeAway()
    shown()
    sayReady()
    // Without a still before it, the map itself is what the hall sees.
    if (!ahead || isReady(ahead.id) || !still) return
    breath = setTimeout(() => draw(ahead, putOnMap, sayReady), BREATH_MILLISECONDS)
  }
  if (isReady(scene.id)) show()
  else {
    takeAway()
    draw(scene, putOnMap, show)
  }
  return () => {
    isGone = true
    clearTimeout(breath)
  }
}

/** Forgets every still: what they show holds no longer. */
export function forgetStills(): void {
  live?.stop()
  live = null
  takeAway()
  clearStills()
  kept.clear()
  readyScene.value = null
}

function takeAway(): void {
  lying?.element.remove()
  lying = null
}

/** Draws a scene; one that is being drawn already goes on. */
function draw(scene: MapScene, putOnMap: PutOnMap, drawn: () => void): void {
  if (live?.id === scene.id && !live.isDrawn) {
    live.drawn = drawn
    return
  }
  live?.stop()
  const drawing = { id: scene.id, isDrawn: false, drawn, stop: () => {} }
  live = drawing
  drawing.stop = putOnMap(scene, (over) => {
    drawing.isDrawn = true
    keep(scene.id, over)
    drawing.drawn()
  })
}

function keep(id: string, over: Partial<View>): void {
  const element = stillOfMap()
  const look = lookNow()
  if (element) {
    element.dataset.scene = id
    element.dataset.look = JSON.stringify(look)
  }
  const still = element && { element, look }
  kept.set(id, { over, rings: rings.peek(), shown: sceneShown.peek(), look, still })
  for (const oldest of [...kept.keys()].slice(0, -MOST_STILLS)) {
    if (kept.get(oldest)?.still !== lying) kept.delete(oldest)
  }
}

/** The scene is used now: of all that are kept it goes last. */
function use(id: string): Drawn | undefined {
  const drawn = kept.get(id)
  if (!drawn) return
  kept.delete(id)
  kept.set(id, drawn)
  return drawn
}
