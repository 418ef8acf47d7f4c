// How do the compared stand side by side? Asked of the server, as Site asks its question, with those compared.
import { computed, effect, signal, untracked } from '@preact/signals'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { AskedInputs } from '#geodata/contract/processes/index.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { inSight } from '#web/api/asked.ts'
import { execute, ProblemError } from '#web/api/client.ts'
import { newestOnly } from '#web/api/newest-only.ts'
import { takenOf } from '#web/state/answers/compare.ts'
import { answeredPlaces } from '#web/state/answers/compared-place.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { candidateIdOf, sitingInputs } from '#web/state/answers/siting.ts'
import type { View } from '#web/state/view/view.ts'

export type ComparisonAsked = AskedInputs<'comparison'>

/** A pin that no road of the network comes near, and what the server says of it. */
export type OffRoads = { id: string; why: Bilingual }

export type ComparisonAnswer = {
  /** null: fewer than two are left to compare. */
  result: ComparisonResult | null
  offRoads: readonly OffRoads[]
}

const LEAST = 2
const keptId = computed(() => kept.value?.id ?? null)
const OF_A_PIN = /^\/inputs\/siting\/pins\/(\d+)\/lngLat$/

/** Without the pins that the server refused for their place; null: that was not what it refused. */
function withoutRefused(
  asked: ComparisonAsked,
  { problem }: ProblemError,
): { asked: ComparisonAsked; offRoads: OffRoads[] } | null {
  const pins = asked.siting.pins ?? []
  const errors = problem.errors ?? []
  const offRoads = errors.flatMap(({ pointer, detail, detailZh }) => {
    const pin = pins[Number(OF_A_PIN.exec(pointer)?.[1])]
    return pin ? [{ id: pin.id, why: { zh: detailZh, en: detail } }] : []
  })
  if (offRoads.length === 0 || offRoads.length < errors.length) return null
  const isLeft = (id: string) => offRoads.every((one) => one.id !== id)
  const { referenceId, ...others } = asked
  return {
    offRoads,
    asked: {
      ...others,
      siting: { ...asked.siting, pins: pins.filter(({ id }) => isLeft(id)) },
      candidateIds: asked.candidateIds.filter(isLeft),
      ...(referenceId !== undefined && isLeft(referenceId) ? { referenceId } : {}),
    },
  }
}

async function send(asked: ComparisonAsked, signal: AbortSignal): Promise<ComparisonAnswer> {
  if (asked.candidateIds.length < LEAST) return { result: null, offRoads: [] }
  try {
    return { result: await execute('comparison', asked, signal), offRoads: [] }
  } catch (error) {
    const left = error instanceof ProblemError ? withoutRefused(asked, error) : null
    if (!left) throw error
    const { result, offRoads } = await send(left.asked, signal)
    return { result, offRoads: [...left.offRoads, ...offRoads] }
  }
}

export const comparisonQuestion = newestOnly(send)
export const comparison = comparisonQuestion.asked

/** The question the view asks, or the kept one that lies over it; null while nothing is to be made, or nobody is compared. */
export function comparisonInputs(of: View): ComparisonAsked | null {
  const { taken } = takenOf(of.compared)
  const siting = kept.value?.siting ?? sitingInputs(of)
  if (taken.length === 0 || !siting) return null
  const { referenceId } = of.side
  return {
    siting,
    candidateIds: taken.map((id) => candidateIdOf(id, of)),
    ...(referenceId !== null && taken.includes(referenceId)
      ? { referenceId: candidateIdOf(referenceId, of) }
      : {}),
  }
}

/** The last answer, and of whose question: one's own (null) or a kept one. */
const last = signal<{ answer: ComparisonAnswer; keptId: string | null } | null>(null)
effect(() => {
  const asked = comparison.value
  if (asked.kind === 'answered') {
    last.value = { answer: asked.result, keptId: untracked(() => kept.value?.id ?? null) }
  } else if (asked.kind === 'unasked') last.value = null
})

/** What is shown: the answer, or the one before it while the next is computed or has failed; null: none yet. */
export const shownComparison = computed((): ComparisonAnswer | null => {
  const before = last.value
  return inSight(comparison.value) ?? (before?.keptId === keptId.value ? before.answer : null)
})

effect(() => {
  const candidates = shownComparison.value?.result?.candidates ?? []
  answeredPlaces.value = new Map(candidates.map(({ id, lngLat }) => [id, lngLat]))
})
