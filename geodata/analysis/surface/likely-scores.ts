// In which range does the score of every cell lie in nine of ten joint draws?
//
// The draws are those of siting: of the same names and the same seed, so that a cell has the range that siting
// gives a pin at its centre in so many draws. Of every cell the criteria are drawn anew and weighed together.
import { addScaled } from '#geodata/analysis/doubt/arrays.ts'
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import type { Criterion, Doubt, SitingContext } from '#geodata/analysis/siting/criterion.ts'
import { drawnValue, nameOfUnknown } from '#geodata/analysis/siting/drawn-terms.ts'
import type { Partners } from '#geodata/analysis/siting/partners.ts'
import { candidateOf } from '#geodata/analysis/surface/cell-partners.ts'
import type { CellWays } from '#geodata/analysis/surface/cell-ways.ts'
import type { Cells } from '#geodata/analysis/surface/cells.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'

type Drawn = {
  criteria: readonly Criterion[]
  /** The same with their weights and scales. */
  told: SurfaceResult['criteria']
  /** The central ones of every cell. */
  scores: Float32Array
  doubt: Doubt
}

/** Low and high end of every cell, in their order, with the central score in it, one decimal; null where that is unknown. */
export function likelyScores(
  context: SitingContext,
  cells: Cells,
  partners: Partners,
  ways: CellWays,
  { criteria, told, scores, doubt }: Drawn,
  report: () => void,
): ([number, number] | null)[] {
  const weighed = criteria.flatMap((criterion, index) => {
    const scale = told[index]
    return scale && scale.weight > 0 ? [{ criterion, scale, points: 100 * scale.weight }] : []
  })
  const drawn = new Float64Array(doubt.draws.count)
  const ranges: ([number, number] | null)[] = []
  ways((cell) => {
    const end = cells.ends[cell]
    const central = scores[cell] ?? Number.NaN
    report()
    if (!end || Number.isNaN(central)) {
      ranges.push(null)
      return
    }
    const candidate = candidateOf(cells.ids[cell] ?? '', end)
    const site = { candidate, partners, needs: [] }
    drawn.fill(0)
    for (const { criterion, points, scale } of weighed) {
      const raws = doubt.lentToo
      if (criterion.draw?.(context, site, doubt, raws)) {
        for (let d = 0; d < drawn.length; d++) {
          drawn[d] = (drawn[d] ?? 0) + points * drawnValue(scale, raws[d] ?? Number.NaN)
        }
      } else {
        // Nothing is known of it here: it may be worth anything.
        addScaled(drawn, doubt.draws.evenly(nameOfUnknown(criterion, candidate)), points)
      }
    }
    const [low, high] = likelyRange(drawn, doubt.lent)
    ranges.push([rounded(Math.min(low, central)), rounded(Math.max(high, central))])
  })
  return ranges
}

function rounded(score: number): number {
  return Math.round(score * 10) / 10
}
