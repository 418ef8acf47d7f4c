// Which pictures make a video of a story, and when? Frames at fixed times: the same story gives the same frames.
//
// While one scene gives way to the next there are many frames a second; while a scene stands there is one a second,
// each as long as it lasts.
//
//   scene 1 ──────────┬──────────┬ turn ││││││ scene 2 ──────────┬──────────┤
import { TURN_EASING } from '#web/workspaces/present/stage/turn-stills.ts'

export const TURN_FRAMES_PER_SECOND = 25
const STANDING_SECONDS = 1

export type PlannedFrame = {
  scene: number
  /** How far the scene has come, above 0 up to 1: at 1 nothing is left of the one before. */
  progress: number
  startSeconds: number
  durationSeconds: number
}

export type PlannedScene = { seconds: number; turnSeconds: number }

/** A turn takes its time from the scene that comes. */
export function plannedFrames(scenes: readonly PlannedScene[]): PlannedFrame[] {
  let begun = 0
  return scenes.flatMap(({ seconds, turnSeconds }, scene) => {
    const turns = Math.round(Math.min(turnSeconds, seconds / 2) * TURN_FRAMES_PER_SECOND)
    const stands = seconds - turns / TURN_FRAMES_PER_SECOND
    const standing = Math.max(1, Math.ceil(stands / STANDING_SECONDS))
    const frame = (progress: number, after: number, durationSeconds: number): PlannedFrame => ({
      scene,
      progress,
      startSeconds: begun + after,
      durationSeconds,
    })
    const frames = [
      // Each shows how far things have come in the middle of its time.
      ...Array.from({ length: turns }, (_, at) =>
        frame((at + 0.5) / turns, at / TURN_FRAMES_PER_SECOND, 1 / TURN_FRAMES_PER_SECOND),
      ),
      ...Array.from({ length: standing }, (_, at) =>
        frame(1, seconds - stands + (at * stands) / standing, stands / standing),
      ),
    ]
    begun += seconds
    return frames
  })
}

/** How far a turn has come at a share of its time, as the stage turns (CSS Easing Functions, cubic Bézier). */
export function easedTurn(share: number): number {
  const [x1, y1, x2, y2] = TURN_EASING
  const at = (t: number, one: number, two: number) =>
    3 * (1 - t) ** 2 * t * one + 3 * (1 - t) * t ** 2 * two + t ** 3
  let [low, high] = [0, 1]
  // Time only grows along the curve: halving finds its place.
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2
    if (at(middle, x1, x2) < share) low = middle
    else high = middle
  }
  return at((low + high) / 2, y1, y2)
}
