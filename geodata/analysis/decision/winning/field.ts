// Who is to be first, and before whom? All of it in central values.
import { weightedSum } from '#geodata/analysis/decision/alternatives.ts'
import { LEVEL_POINTS } from '#geodata/analysis/doubt/standings.ts'
import type { MeasuredCandidate } from '#geodata/analysis/siting/measure.ts'

/** A candidate with its value 0 … 1 by criterion. */
export type Runner = { id: string; value: readonly number[]; measured: MeasuredCandidate }

export type Field = {
  /** By criterion; they sum to one. */
  weights: readonly number[]
  own: Runner
  rivals: readonly Runner[]
}

export function runnerOf(measured: MeasuredCandidate): Runner {
  return { id: measured.id, value: measured.terms.map(({ value }) => value), measured }
}

/** By how many points it is ahead of a rival under these weights; below zero: behind. */
export function leadOver({ own }: Pick<Field, 'own'>, rival: Runner, weights: readonly number[]) {
  return 100 * (weightedSum(weights, own.value) - weightedSum(weights, rival.value))
}

/** The rival that is hardest to beat, and the lead over it; null: there is none. */
export function hardestOf(field: Field): { rival: Runner; lead: number } | null {
  let hardest: { rival: Runner; lead: number } | null = null
  for (const rival of field.rivals) {
    const lead = leadOver(field, rival, field.weights)
    if (hardest === null || lead < hardest.lead) hardest = { rival, lead }
  }
  return hardest
}

/** First of all, or level with the first. */
export function wins(field: Field): boolean {
  const hardest = hardestOf(field)
  return hardest === null || hardest.lead >= -LEVEL_POINTS
}

/** The field in which one value of its own is another. */
export function withValue(field: Field, k: number, value: number): Field {
  const values = field.own.value.map((one, j) => (j === k ? value : one))
  return { ...field, own: { ...field.own, value: values } }
}
