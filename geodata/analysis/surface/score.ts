// What does every cell score under the weights in force? Fast enough to follow a slider.
//
// As siting: value 1 at `best`, 0 at `worst`, linear between; an unknown takes the whole interval and is
// drawn at its middle. Scores 0 … 100 over the criteria that a bare place has, whose weights keep the
// proportions that they have in siting.
import { valueAt } from '#geodata/analysis/siting/criterion.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'

type Weighed = Pick<SurfaceResult, 'cells' | 'criteria' | 'raws'>
type Weights = Readonly<Record<string, number>>

/**
 * NaN: no truck gets anywhere from there, so nothing is known of it. `weights` in any scale; a criterion that is not
 * given keeps its default, as points of a hundred.
 */
export function cellScores({ cells, criteria, raws }: Weighed, weights: Weights): Float32Array {
  const shares = sharesInForce(criteria, weights)
  const scores = new Float32Array(cells.length)
  criteria.forEach((criterion, index) => {
    const points = 100 * (shares[index] ?? 0)
    const values = raws[criterion.id] ?? []
    for (let cell = 0; cell < cells.length; cell++) {
      const measured = values[cell] ?? null
      const value = measured === null ? 0.5 : valueAt(criterion, measured)
      scores[cell] = (scores[cell] ?? 0) + points * value
    }
  })
  // Counts of who is in reach are none there, and would look like a finding.
  const minutes = criteria.flatMap(({ id, unit }) => (unit === 'minutes' ? [raws[id] ?? []] : []))
  for (let cell = 0; cell < cells.length; cell++) {
    if (minutes.every((amounts) => (amounts[cell] ?? null) === null)) scores[cell] = Number.NaN
  }
  return scores
}

/** What a park scores by the criteria of a bare place alone, so that the two can be compared. */
export function parkScore(
  { criteria }: Pick<SurfaceResult, 'criteria'>,
  { values }: Pick<SurfaceResult['parks'][number], 'values'>,
  weights: Weights,
): number {
  const shares = sharesInForce(criteria, weights)
  return values.reduce((sum, value, index) => sum + 100 * (shares[index] ?? 0) * value, 0)
}

/** Of the criteria in their order; they sum to one. */
export function sharesInForce(criteria: SurfaceResult['criteria'], weights: Weights): number[] {
  const raw = criteria.map(({ id, defaultShare }) => weights[id] ?? defaultShare * 100)
  const sum = raw.reduce((total, one) => total + one, 0)
  return raw.map((one) => (sum > 0 ? one / sum : 1 / criteria.length))
}
