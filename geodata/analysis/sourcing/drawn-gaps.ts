// How much of the gaps do recruits fill, draw by draw?
import { addScaled } from '#geodata/analysis/doubt/arrays.ts'
import { likelyRange, type Range } from '#geodata/analysis/doubt/likely.ts'
import { atLeast, type DrawnCells } from '#geodata/analysis/sourcing/drawn-cells.ts'

export type DrawnGaps = {
  /** The likely range of all gaps, the central value in it. */
  gaps: (central: number) => [number, number]
  /** Of what one recruit more fills after those before it. */
  added: (product: number, park: number, central: number) => [number, number]
  /** Of what all that were added fill. */
  filled: (central: number) => [number, number]
}

export function drawnGaps(
  { draws, cells, parkWithin }: DrawnCells,
  weights: readonly number[],
): DrawnGaps {
  const lent = new Float64Array(draws)
  const told = (drawn: Float64Array, central: number) => {
    const [low, high]: Range = likelyRange(drawn, lent)
    return [Math.min(low, central), Math.max(high, central)] as [number, number]
  }
  // 1 in the draws in which the plant goes without; recruits set them to 0.
  const open = cells.map((row) =>
    row.map((count) => {
      const served = atLeast(count, 1)
      if (typeof served === 'boolean') return new Uint8Array(draws).fill(served ? 0 : 1)
      return served.map((one) => 1 - one)
    }),
  )
  const all = new Float64Array(draws)
  for (const row of open) {
    row.forEach((cell, plant) => {
      addWeighted(all, cell, weights[plant] ?? 0)
    })
  }
  const filled = new Float64Array(draws)
  return {
    gaps: (central) => told(all, central),
    added: (product, park, central) => {
      const gained = new Float64Array(draws)
      open[product]?.forEach((cell, plant) => {
        const within = parkWithin(park, plant)
        if (within === false) return
        const newly =
          within === true ? cell.slice() : cell.map((one, draw) => one & (within[draw] ?? 0))
        addWeighted(gained, newly, weights[plant] ?? 0)
        for (let draw = 0; draw < draws; draw++) cell[draw] = (cell[draw] ?? 0) - (newly[draw] ?? 0)
      })
      addScaled(filled, gained)
      return told(gained, central)
    },
    filled: (central) => told(filled, central),
  }
}

function addWeighted(into: Float64Array, is: Uint8Array, weight: number): void {
  for (let draw = 0; draw < into.length; draw++)
    into[draw] = (into[draw] ?? 0) + weight * (is[draw] ?? 0)
}
