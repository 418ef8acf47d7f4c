// Which candidates stand side by side, and who is best and worst in each row?
import { signal } from '@preact/signals'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import type { CriterionId, SitingInputs, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { execute } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { type SitingAsked, sitingInputs } from '#web/state/answers/siting.ts'
import type { View } from '#web/state/view/view.ts'

export const COMPARED_MAXIMUM = 4
export const LETTERS = ['A', 'B', 'C', 'D'] as const

export type Compared =
  | { kind: 'park'; id: string }
  | { kind: 'pin'; id: string; lngLat: LngLat }
  | { kind: 'unreadable'; id: string }

export const comparisonQuestion = newestOnly((inputs: SitingAsked, signal) =>
  execute('siting', inputs, signal),
)
export const comparison = comparisonQuestion.asked

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

/** The index of the candidate whose rings are shown, always one that exists. */
export function shownIndex(of: View): number {
  const whole = Math.floor(of.comparedShown)
  return Math.min(Math.max(0, whole), Math.max(0, of.compared.length - 1))
}

/** Siting for exactly the compared; hard constraints stay out, so that no candidate disappears. */
export function comparisonInputs(of: View): SitingAsked | null {
  const question = sitingInputs(of)
  if (!question) return null
  const read = of.compared.map(readCompared)
  const parkIds = read.flatMap((one) => (one.kind === 'park' ? [one.id] : []))
  const pins: SitingInputs['pins'] = read.flatMap((one) =>
    one.kind === 'pin' ? [{ id: one.id, lngLat: one.lngLat }] : [],
  )
  if (parkIds.length + pins.length === 0) return null
  const needs = question.needs?.map((need) => ({ ...need, isHard: false })) ?? []
  const { area: _, ...rest } = question
  return { ...rest, needs, parkIds, pins }
}

export type Verdict = 'best' | 'worst' | null

/**
 * Best and worst of a row in natural units. Unknown (null) takes no part, and a row in which all
 * known values agree, or only one is known, has no verdict. Equal firsts are all best.
 */
export function verdicts(values: (number | null)[], smallerIsBetter: boolean): Verdict[] {
  const known = values.filter((value) => value !== null)
  const low = Math.min(...known)
  const high = Math.max(...known)
  if (known.length < 2 || low === high) return values.map(() => null)
  const best = smallerIsBetter ? low : high
  const worst = smallerIsBetter ? high : low
  return values.map((value) => (value === best ? 'best' : value === worst ? 'worst' : null))
}

/** Whether less is better in a criterion, read from its value function. */
export function smallerIsBetter(criterion: { best: number; worst: number }): boolean {
  return criterion.best < criterion.worst
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
    const raw = terms.map((term) => (term?.known ? term.raw : null))
    return { criterion, terms, verdicts: verdicts(raw, smallerIsBetter(criterion)) }
  })
}

function termOf(result: SitingResult, id: string, criterion: CriterionId) {
  const candidate = result.ranking.find((one) => one.id === id)
  return candidate?.terms.find((term) => term.criterion === criterion) ?? null
}
