// Which candidates stand side by side, row by row?
import { signal } from '@preact/signals'
import {
  measuredWithin,
  smallerIsBetter,
  type Verdict,
  verdicts,
} from '#geodata/analysis/decision/verdicts.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { CriterionId, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { View } from '#web/state/view/view.ts'

export const COMPARED_MAXIMUM = 6

/** The letter of a column: A for the first. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}

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

/** The index of the candidate whose rings are shown, always one that exists. */
export function shownIndex(of: View): number {
  const whole = Math.floor(of.comparedShown)
  return Math.min(Math.max(0, whole), Math.max(0, of.compared.length - 1))
}

export type TermRow = {
  criterion: SitingResult['criteria'][number]
  /** One slot per compared candidate; null: the answer does not hold that candidate. */
  terms: (SitingResult['ranking'][number]['terms'][number] | null)[]
  verdicts: Verdict[]
}

/** One row per criterion, one slot per compared candidate in the order of the view. */
export function termRows(result: SitingResult, compared: string[]): TermRow[] {
  return result.criteria.map((criterion) => {
    const terms = compared.map((id) => termOf(result, id, criterion.id))
    const intervals = terms.map((term) => term && measuredWithin(term))
    return { criterion, terms, verdicts: verdicts(intervals, smallerIsBetter(criterion)) }
  })
}

function termOf(result: SitingResult, id: string, criterion: CriterionId) {
  const candidate = result.ranking.find((one) => one.id === id)
  return candidate?.terms.find((term) => term.criterion === criterion) ?? null
}
