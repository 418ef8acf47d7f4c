// What has been judged of pairs of criteria, as one plain value and as one word of the address?
import { CriterionId, type SitingResult } from '#geodata/contract/processes/siting.ts'

/**
 * A judgement per pair, row by row above the diagonal, −8 … 8: 0 both matter equally, 3 the first of
 * the pair matters four times as much, −3 the second does.
 */
export type Pairs = { ids: CriterionId[]; steps: number[] }

/** Saaty's scale ends at nine times. */
export const MOST_STEPS = 8
const MIDDLE = 'i'.charCodeAt(0)

/** "land.hubMinutes:k", a letter per pair, i in the middle; nothing judged is left out. */
export function encodePairs(pairs: Pairs | null): string | null {
  if (!pairs) return null
  const letters = pairs.steps.map((step) => String.fromCharCode(MIDDLE + step)).join('')
  return `${pairs.ids.join('.')}:${letters}`
}

export function decodePairs(text: string | null): Pairs | null {
  const [names = '', letters = ''] = (text ?? '').split(':')
  const ids = names.split('.').filter((name) => CriterionId.safeParse(name).success)
  const steps = [...letters].map((letter) => letter.charCodeAt(0) - MIDDLE)
  const fits = steps.length === pairCount(ids.length) && ids.length > 1
  return fits && steps.every((step) => Math.abs(step) <= MOST_STEPS) ? { ids, steps } : null
}

export function pairCount(criteria: number): number {
  return (criteria * (criteria - 1)) / 2
}

/** The pairs in the order of their judgements. */
export function pairsOf(count: number): [row: number, column: number][] {
  const all: [number, number][] = []
  for (let row = 0; row < count; row++) {
    for (let column = row + 1; column < count; column++) all.push([row, column])
  }
  return all
}

/** How many times the first of a pair matters: 1 ÷ 9 … 9. */
export function timesOf(step: number): number {
  return step >= 0 ? 1 + step : 1 / (1 - step)
}

export function stepOf(times: number): number {
  const step = times >= 1 ? times - 1 : 1 - 1 / times
  return Math.min(MOST_STEPS, Math.max(-MOST_STEPS, Math.round(step)))
}

/** The full matrix of judgements: reciprocal, ones on the diagonal. */
export function judgementsOf({ ids, steps }: Pairs): number[][] {
  const matrix = ids.map(() => ids.map(() => 1))
  for (const [index, [row, column]] of pairsOf(ids.length).entries()) {
    const times = timesOf(steps[index] ?? 0)
    matrix[row]?.splice(column, 1, times)
    matrix[column]?.splice(row, 1, 1 / times)
  }
  return matrix
}

/** What the weights in force say of each pair, rounded to the scale: where judging begins. */
export function pairsFromWeights(criteria: SitingResult['criteria']): Pairs {
  const weighted = criteria.filter(({ weight }) => weight > 0)
  return {
    ids: weighted.map(({ id }) => id),
    steps: pairsOf(weighted.length).map(([row, column]) =>
      stepOf((weighted[row]?.weight ?? 1) / (weighted[column]?.weight ?? 1)),
    ),
  }
}
