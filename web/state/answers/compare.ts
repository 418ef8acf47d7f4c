// Which candidates stand side by side, and in which order?
import { signal } from '@preact/signals'
import { MOST_COMPARED } from '#geodata/contract/processes/comparison.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { View } from '#web/state/view/view.ts'

export { letterOf } from '#geodata/model/column-letter.ts'

export const COMPARED_MAXIMUM = MOST_COMPARED
/** So much ground is shown around those that are compared, on every side. */
export const COMPARED_MARGIN_KILOMETERS = 30
/** A longer id is none of this region's. */
const LONGEST_ID = 80

export type Compared =
  | { kind: 'park'; id: string }
  | { kind: 'pin'; id: string; lngLat: LngLat }
  | { kind: 'unreadable'; id: string }

/** Rings by candidate id, so that changing the letter never asks twice. */
export const comparedRings = signal<ReadonlyMap<string, IsochroneResult>>(new Map())

/** The id under which a pin is compared. */
export function pinCandidateId(lngLat: LngLat): string {
  return `pin:${lngLat[0].toFixed(5)},${lngLat[1].toFixed(5)}`
}

/** Reads one entry of `view.compared`: a park id or "pin:lng,lat". */
export function readCompared(id: string): Compared {
  if (id.length > LONGEST_ID) return { kind: 'unreadable', id }
  if (!id.startsWith('pin:')) return { kind: 'park', id }
  const [lng, lat] = id.slice(4).split(',').map(Number)
  const sound =
    lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
  return sound ? { kind: 'pin', id, lngLat: [lng, lat] } : { kind: 'unreadable', id }
}

/** The list with one more candidate; the same list when it is there already or full. */
export function withCompared(compared: string[], id: string): string[] {
  if (compared.includes(id) || compared.length >= COMPARED_MAXIMUM) return compared
  return [...compared, id]
}

/** The list without a candidate. */
export function withoutCompared(compared: string[], id: string): string[] {
  return compared.filter((one) => one !== id)
}

/** The list with a candidate moved by so many places; at an end it stays. */
export function movedCompared(compared: readonly string[], id: string, by: number): string[] {
  const from = compared.indexOf(id)
  const to = Math.min(Math.max(0, from + by), compared.length - 1)
  const moved = compared.filter((one) => one !== id)
  if (from < 0) return moved
  moved.splice(to, 0, id)
  return moved
}

export type TakenOfCompared = {
  /** At most six, each once: the columns. */
  taken: string[]
  /** Named once more. */
  twice: string[]
  /** Read, but more than are compared at once. */
  beyond: string[]
  unreadable: string[]
}

/** What becomes of a list that an address names: nothing of it is dropped without being told. */
export function takenOf(compared: readonly string[]): TakenOfCompared {
  const each = [...new Set(compared)]
  const isReadable = (id: string) => readCompared(id).kind !== 'unreadable'
  const readable = each.filter(isReadable)
  return {
    taken: readable.slice(0, COMPARED_MAXIMUM),
    twice: each.filter((id) => compared.filter((one) => one === id).length > 1),
    beyond: readable.slice(COMPARED_MAXIMUM),
    unreadable: each.filter((id) => !isReadable(id)),
  }
}

/** The index of the candidate whose rings are shown, always one that exists. */
export function shownIndex({ compared, comparedShown }: View): number {
  const last = Math.max(0, takenOf(compared).taken.length - 1)
  return Math.min(Math.max(0, Math.floor(comparedShown)), last)
}
