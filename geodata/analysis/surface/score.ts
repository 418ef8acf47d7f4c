// What does every cell score under the weights in force? Fast enough to follow a slider.
//
// As siting: value 1 at `best`, 0 at `worst`, linear between; an unknown takes the whole interval and is
// drawn at its middle. Scores 0 … 100 over the criteria that a bare place has.
import { valueAt } from '#geodata/analysis/siting/criterion.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'

type Weighed = Pick<SurfaceResult, 'cells' | 'criteria' | 'raws'>

/** `weights` in any scale; absent ones are those of the result. */
export function cellScores(
  { cells, criteria, raws }: Weighed,
  weights: Readonly<Record<string, number>>,
): Float32Array {
  const raw = criteria.map(({ id, weight }) => weights[id] ?? weight * 100)
  const sum = raw.reduce((total, one) => total + one, 0)
  const scores = new Float32Array(cells.length)
  criteria.forEach((criterion, index) => {
    const share = sum > 0 ? (raw[index] ?? 0) / sum : 1 / criteria.length
    const values = raws[criterion.id] ?? []
    for (let cell = 0; cell < cells.length; cell++) {
      const measured = values[cell] ?? null
      scores[cell] =
        (scores[cell] ?? 0) + 100 * share * (measured === null ? 0.5 : valueAt(criterion, measured))
    }
  })
  return scores
}
