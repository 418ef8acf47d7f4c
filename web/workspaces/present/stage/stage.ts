// The stage as it is now, and how acts reach it: from keys, fingers and its buttons.
import { signal } from '@preact/signals'
import { attachedFiles } from '#geodata/analysis/stories/scene-files.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { endShow, show } from '#web/workspaces/present/present-prepare.ts'
import { groundOf, sceneAt } from '#web/workspaces/present/scenes.ts'
import { askLive } from '#web/workspaces/present/stage/asking.ts'
import type { Act } from '#web/workspaces/present/stage/keys.ts'
import { BARE_STAGE, type Stage, stageAfter } from '#web/workspaces/present/stage/stage-state.ts'
import { canLead } from '#web/workspaces/present/together/can-lead.ts'

export const stage = signal<Stage>(BARE_STAGE)

/** The way to the presenter's window; null: there is none, as in a file that was given away. */
export const presenterDoor = signal<{ open: () => void; address: () => string } | null>(null)

/** The presenter's window: not asked for, on its way, listening, gone, or the browser did not let it open. */
export const presenterWindow = signal<'none' | 'opened' | 'linked' | 'gone' | 'blocked'>('none')

/** The page fills the screen. */
export const isFull = signal(false)

/** A line drawn over the scene, in shares of the window's width and height. */
export type Stroke = readonly (readonly [x: number, y: number])[]
/** The ink on the scene that is on; it goes with the scene. */
export const strokes = signal<readonly Stroke[]>([])

/** Goes to a scene that exists. */
export function goTo(scene: number): void {
  changeView({ scene })
}

export function perform(act: Act): void {
  const state = show.peek()
  if (state.kind !== 'answered' || (act === 'together' && !canLead())) return
  const { story } = state.result
  const { scenes } = story
  const scene = sceneAt(story, view.peek().scene)?.scene
  if (act === 'files' && !(scene && attachedFiles(story, scene).length > 0)) return
  const after = stageAfter(stage.peek(), act, { scene: view.peek().scene, scenes: scenes.length })
  stage.value = after.stage
  if (act === 'clear') strokes.value = []
  if (act === 'full') turnFull()
  if (act === 'presenter') presenterDoor.peek()?.open()
  if (act === 'ask') askLive(groundOf(state.result.story, view.peek().scene))
  if (after.scene !== null) goTo(after.scene)
  if (after.leaves) endShow()
}

/** Escape is the page's own where the browser lends it: it then leaves one level, not full screen at once. */
type KeyboardLock = { lock?: (keys: string[]) => Promise<void>; unlock?: () => void }
const keyboard = () => (navigator as { keyboard?: KeyboardLock }).keyboard

/** Fills the screen; must be called within a click or a key. Where it is refused the window is filled. */
export function fillScreen(): void {
  const filled = document.documentElement.requestFullscreen?.()
  filled?.then(() => keyboard()?.lock?.(['Escape'])).catch(() => {})
}

let leaving = false
/** True while full screen ends because the page wants it. */
export const isLeavingFullScreen = () => leaving

export function leaveFullScreen(): void {
  keyboard()?.unlock?.()
  if (!document.fullscreenElement) return
  leaving = true
  void document.exitFullscreen().finally(() => {
    leaving = false
  })
}

function turnFull(): void {
  if (document.fullscreenElement) leaveFullScreen()
  else fillScreen()
}
