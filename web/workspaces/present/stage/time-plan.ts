// How long is each scene meant to stay, and is the presenter ahead of that or behind?
import type { Story } from '#geodata/contract/stories.ts'

/** Where neither the scene nor the whole says how long: about what a figure and two sentences take to say. */
const PLAIN_SECONDS = 60

/** Seconds per scene; a scene that says none takes an equal share of what the whole leaves to such scenes. */
export function plannedSeconds({ scenes, targetMinutes }: Story): number[] {
  const said = scenes.reduce((sum, { seconds = 0 }) => sum + seconds, 0)
  const open = scenes.filter(({ seconds }) => seconds === undefined).length
  const left = targetMinutes === undefined ? null : targetMinutes * 60 - said
  const share = left !== null && left > 0 ? left / Math.max(1, open) : PLAIN_SECONDS
  return scenes.map(({ seconds }) => seconds ?? share)
}

export type Standing = {
  /** What the plan gives the whole, in seconds. */
  totalSeconds: number
  /** What it gives to the end of this scene. */
  untilSeconds: number
  /** Over the end of this scene by so much, or short of its beginning (below 0); 0: within it. */
  behindSeconds: number
}

export function standingAt(
  planned: readonly number[],
  scene: number,
  elapsedSeconds: number,
): Standing {
  const sum = (parts: readonly number[]) => parts.reduce((total, one) => total + one, 0)
  const from = sum(planned.slice(0, scene))
  const until = from + (planned[scene] ?? 0)
  return {
    totalSeconds: sum(planned),
    untilSeconds: until,
    behindSeconds:
      elapsedSeconds > until ? elapsedSeconds - until : Math.min(0, elapsedSeconds - from),
  }
}

/** 75 → 1:15, an hour and more as 1:02:03; whole seconds, towards zero. */
export function clockText(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds))
  const [hours, minutes, rest] = [Math.trunc(whole / 3600), Math.trunc(whole / 60) % 60, whole % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
