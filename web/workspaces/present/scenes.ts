// Which scene is on, and what does a key do to it?
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { FigureAnswer, Scene, Story } from '#geodata/contract/stories.ts'

/** Everything the scenes of a story show, fetched before the first one is drawn. */
export type Prepared = {
  story: Story
  /** Per scene id, one slot per figure. */
  figures: ReadonlyMap<string, FigureAnswer[]>
  /** Per scene id; null where the scene has no analysis. */
  rings: ReadonlyMap<string, IsochroneResult | null>
}

export type Step = { kind: 'to'; scene: number } | { kind: 'leave' } | null

/** What a key means while presenting; null: not ours. Clickers send PageUp and PageDown. */
export function stepFor(key: string, shift: boolean, scene: number, scenes: number): Step {
  const last = scenes - 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
      return { kind: 'to', scene: Math.min(last, scene + 1) }
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return { kind: 'to', scene: Math.max(0, scene - 1) }
    case ' ':
      return { kind: 'to', scene: shift ? Math.max(0, scene - 1) : Math.min(last, scene + 1) }
    case 'Home':
      return { kind: 'to', scene: 0 }
    case 'End':
      return { kind: 'to', scene: last }
    case 'Escape':
      return { kind: 'leave' }
    default:
      return null
  }
}

/** A place a finger touches, in pixels, and when. */
export type Touch = { x: number; y: number; milliseconds: number }

const SWIPE_PIXELS = 60
const SWIPE_MILLISECONDS = 800

/** What a finger that went from one place to another means: sideways turns the scene; null: not ours. */
export function stepForSwipe(from: Touch, to: Touch, scene: number, scenes: number): Step {
  const [aside, down] = [to.x - from.x, to.y - from.y]
  const isSwipe =
    Math.abs(aside) >= SWIPE_PIXELS &&
    Math.abs(aside) > 2 * Math.abs(down) &&
    to.milliseconds - from.milliseconds <= SWIPE_MILLISECONDS
  return isSwipe ? stepFor(aside < 0 ? 'ArrowRight' : 'ArrowLeft', false, scene, scenes) : null
}

/** A title breaks on the stage; read out or in a list it runs on. */
export function oneLine(title: string, language: string): string {
  return title.replaceAll('\n', language === 'en' ? ' ' : '')
}

/** The scene of a story that the view names, always one that exists. */
export function sceneAt(story: Story, wanted: number): { scene: Scene; index: number } | null {
  const index = Math.min(Math.max(0, Math.floor(wanted)), story.scenes.length - 1)
  const scene = story.scenes[index]
  return scene ? { scene, index } : null
}

/** The words of a scene with each `{figure}` replaced by what `say` makes of its answer. */
export function filled(
  words: string,
  scene: Scene,
  answers: readonly FigureAnswer[],
  say: (answer: FigureAnswer | undefined) => string,
): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, name) =>
    say(answers[scene.figures.findIndex(({ id }) => id === name)]),
  )
}

/** The doubt of a count that its words do not already state; null: none. */
export function untoldDoubt({ value, low, high, said }: FigureAnswer): [number, number] | null {
  if (low === null || high === null || said === null || said.zh.includes('–')) return null
  return low === value && high === value ? null : [low, high]
}

/** The layers a scene leaves out, to be hidden while it is on. */
export function sceneLayers<Layer extends string>(all: readonly Layer[], scene: Scene): Layer[] {
  return all.filter((layer) => !(scene.layers as readonly string[]).includes(layer))
}
