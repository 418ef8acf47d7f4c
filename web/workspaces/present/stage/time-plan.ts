// How long is each scene meant to stay?
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
