// Which amount of one criterion, were it so, makes it first?
//
// Its score grows with its value by the weight of the criterion, so the value that closes the gap to the best of the
// others is a closed form; the amount is read back from the scale. What is counted is asked in whole numbers.
import { type Field, hardestOf } from '#geodata/analysis/decision/winning/field.ts'
import { valueAt } from '#geodata/analysis/siting/criterion.ts'
import { roundedTo2 } from '#geodata/analysis/siting/told-ways.ts'
import type { SitingResult, SitingTerm } from '#geodata/contract/processes/siting.ts'

type Criterion = SitingResult['criteria'][number]

export type Fact = {
  k: number
  from: number | null
  to: number
  value: number
  /** By how much of its scale it is otherwise. */
  size: number
  chance: number
  isWithin: boolean
}

const LEAST = 1e-12

/** null: no amount of it closes the gap, or it has no weight. */
export function factToWin(field: Field, criteria: readonly Criterion[], k: number): Fact | null {
  const hardest = hardestOf(field)
  const weight = field.weights[k] ?? 0
  if (!hardest || weight === 0) return null
  return factAt(field, criteria, k, (field.own.value[k] ?? 0) - hardest.lead / 100 / weight)
}

/** The fact that its value is at least so great; null: none is. */
export function factAt(
  field: Field,
  criteria: readonly Criterion[],
  k: number,
  wanted: number,
): Fact | null {
  const criterion = criteria[k]
  const term = field.own.measured.terms[k]
  if (!criterion || !term || wanted > 1 + LEAST) return null
  const to = amountAt(criterion, Math.min(1, wanted))
  const value = valueAt(criterion, to)
  const values = field.own.measured.drawn[k]?.values ?? 0
  return {
    k,
    from: term.raw,
    to,
    value,
    size: Math.max(0, value - (field.own.value[k] ?? 0)),
    chance: shareOf(values, value),
    isWithin: value <= term.valueHigh + LEAST && isDoubtful(term),
  }
}

/** Whether anything of it is left to be found out. */
export const isDoubtful = ({ valueLow, valueHigh }: SitingTerm) => valueHigh - valueLow > LEAST

/** The least amount of that value; of what is counted the next whole number, of a fit the next step. */
function amountAt({ best, worst, unit }: Criterion, value: number): number {
  const exact = worst + value * (best - worst)
  const step = unit === 'plants' || unit === 'companies' ? 1 : unit === 'share' ? 0.5 : null
  if (step === null) return best > worst ? upTo2(exact) : downTo2(exact)
  const steps = exact / step
  return step * (best > worst ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9))
}

/** Told in two decimals, and never short of what is wanted. */
const upTo2 = (exact: number) => roundedTo2(Math.ceil(exact * 100 - 1e-9) / 100)
const downTo2 = (exact: number) => roundedTo2(Math.floor(exact * 100 + 1e-9) / 100)

function shareOf(values: Float64Array | number, least: number): number {
  if (typeof values === 'number') return values >= least - LEAST ? 1 : 0
  let count = 0
  for (const value of values) if (value >= least - LEAST) count += 1
  return count / values.length
}
