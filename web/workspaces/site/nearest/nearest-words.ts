// How are distances of the proximity board written?
import type { NearestResult } from '#geodata/contract/processes/nearest.ts'

export type NearestAnswer = NearestResult

/** Kilometers: one decimal below ten, whole above. */
export function kilometersText(meters: number): string {
  const kilometers = meters / 1000
  return kilometers < 10 ? kilometers.toFixed(1) : String(Math.round(kilometers))
}
