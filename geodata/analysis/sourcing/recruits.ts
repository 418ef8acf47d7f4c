// Which supplier, of which product in which park, fills most gaps, and which ten in order? (强链补链)
//
// A gap is a product that a plant takes in and for which no recorded maker is in time (at the middle of
// its trip). A recruit is a product made in a park; it fills the gaps of that product at the plants the
// park reaches in time. Choosing k recruits that fill most is maximal coverage (Church & ReVelle 1974,
// allocation/maximal-coverage.ts): greedy gives an order at once, a solver the proof. A park takes at
// most so many recruits, and no more than its undeveloped land ÷ the land of each; where the land is
// unknown only the number limits it, and that is said.
//
// What a recruit adds has outer bounds, and a likely range from joint draws (drawn-gaps.ts). Low: plants that it surely reaches (high end of the trip), of which
// surely no firm serves the need (no recorded maker nor a firm of the segment may be in time), nor perhaps
// a recruit before it. High: plants that it perhaps reaches, not surely served by any firm or before it.
import {
  type CoverageProblem,
  coverageProgram,
  greedyCoverage,
  swappedCoverage,
} from '#geodata/analysis/allocation/maximal-coverage.ts'
import type { Solver } from '#geodata/analysis/allocation/program.ts'
import { reachBy } from '#geodata/analysis/coverage/reach.ts'
import type { DrawnCells } from '#geodata/analysis/sourcing/drawn-cells.ts'
import { drawnGaps } from '#geodata/analysis/sourcing/drawn-gaps.ts'
import { supplyCells } from '#geodata/analysis/sourcing/rates.ts'
import type { GapFillingInputs, GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

type Settings = Pick<
  GapFillingInputs,
  'withinMinutes' | 'count' | 'mostInPark' | 'hectaresEach' | 'assignedOnly' | 'byCapacity'
>
/** Hectares come from square kilometers: 371 may be 370.99999999999994. */
const ROUNDING = 1e-9

type Answer = Omit<GapFillingResult, 'basis' | 'known' | 'doubtfulEnds' | 'doubt'>

export function gapFilling(
  known: SourcingKnown,
  settings: Settings,
  prove: { solve: Solver; limitSeconds: number } | null,
  drawn: DrawnCells | null = null,
): Answer {
  const { problem, options, cells, weights } = problemOf(known, settings)
  const greedy = greedyCoverage(problem)
  const swapped = swappedCoverage(problem, greedy)
  const solved = prove?.solve(coverageProgram(problem), prove.limitSeconds) ?? null
  const exact = solved && {
    options: solved.chosen.map((name) => Number(name.slice(1))),
    value: solved.value,
  }
  const best = exact && exact.value > swapped.value + 1e-9 ? exact : swapped
  const bound = solved ? solved.bound : null
  const doubt = doubtOf(known, settings.withinMinutes, cells, weights)
  const likely = drawn && drawnGaps(drawn, weights)
  const gapWeight = problem.weights.reduce((sum, weight) => sum + weight, 0)
  return {
    // The order in which greedy would take them: each with what it adds to those before.
    recruits: orderedGains(problem, best.options).flatMap(({ option, gain, cells: filled }) => {
      const { product, park } = options[option] ?? {}
      const [made, home] = [known.products[product ?? -1], known.parks[park ?? -1]]
      if (product === undefined || park === undefined || !made || !home) return []
      return {
        productId: made.productId,
        parkId: home.id,
        addedWeight: gain,
        ...doubt.added(product, home.secondsTo),
        addedWeightLikely: likely?.added(product, park, gain) ?? null,
        plantIds: filled.map((cell) => known.plants[cell % known.plants.length]?.id ?? ''),
        isLandUnknown: home.undevelopedHectares === null,
      }
    }),
    filledWeight: best.value,
    ...doubt.filled(),
    filledWeightLikely: likely?.filled(best.value) ?? null,
    greedyWeight: greedy.value,
    gapWeight,
    ...doubt.gaps,
    gapWeightLikely: likely?.gaps(gapWeight) ?? null,
    neededWeight: known.products.length * weights.reduce((sum, weight) => sum + weight, 0),
    proof: {
      kind: solved === null ? 'none' : solved.isProven ? 'proven' : 'bounded',
      bound,
      gapShare: bound === null || bound <= 0 ? null : Math.max(0, (bound - best.value) / bound),
    },
  }
}

type Cells = ReturnType<typeof supplyCells>

/** What is sure, and what is possible, of the gaps and of each recruit after those before it. */
function doubtOf(
  { plants }: SourcingKnown,
  withinMinutes: number,
  cells: Cells,
  weights: readonly number[],
) {
  // Of each cell: is it open for sure, may it be open; `filled` likewise, as recruits are added.
  const surelyOpen = cells.map((row) => row.map(({ high }) => high === 0))
  const perhapsOpen = cells.map((row) => row.map(({ low }) => low === 0))
  const sum = (all: readonly boolean[][]) =>
    all.reduce((total, row) => total + sumWhere(row, weights), 0)
  const gaps = { gapWeightLow: sum(surelyOpen), gapWeightHigh: sum(perhapsOpen) }
  const surelyFilled = cells.map((row) => row.map(() => false))
  const perhapsFilled = cells.map((row) => row.map(() => false))
  return {
    gaps,
    added(product: number, secondsTo: SourcingKnown['parks'][number]['secondsTo']) {
      const reaches = plants.map((_, plant) =>
        secondsTo[plant] ? reachBy(secondsTo[plant], withinMinutes) : 'beyond',
      )
      const low = reaches.map(
        (reach, plant) =>
          reach === 'within' &&
          surelyOpen[product]?.[plant] === true &&
          perhapsFilled[product]?.[plant] === false,
      )
      const high = reaches.map(
        (reach, plant) =>
          reach !== 'beyond' &&
          perhapsOpen[product]?.[plant] === true &&
          surelyFilled[product]?.[plant] === false,
      )
      for (const [plant, reach] of reaches.entries()) {
        const [sure, perhaps] = [surelyFilled[product], perhapsFilled[product]]
        if (reach === 'within' && sure) sure[plant] = true
        if (reach !== 'beyond' && perhaps) perhaps[plant] = true
      }
      return { addedWeightLow: sumWhere(low, weights), addedWeightHigh: sumWhere(high, weights) }
    },
    /** Of all that were added. */
    filled: () => ({
      filledWeightLow: sum(both(surelyFilled, surelyOpen)),
      filledWeightHigh: sum(both(perhapsFilled, perhapsOpen)),
    }),
  }
}

function both(one: readonly boolean[][], other: readonly boolean[][]): boolean[][] {
  return one.map((row, index) => row.map((is, plant) => is && other[index]?.[plant] === true))
}

function sumWhere(is: readonly boolean[], weights: readonly number[]): number {
  return is.reduce((total, one, plant) => total + (one ? (weights[plant] ?? 0) : 0), 0)
}

/** Options and cells are numbered row by row: product × park, product × plant. */
function problemOf(known: SourcingKnown, settings: Settings) {
  const { products, plants, parks } = known
  const { withinMinutes, hectaresEach, mostInPark, assignedOnly } = settings
  const cells = supplyCells(known, withinMinutes)
  const weights = plantWeights(known, settings)
  const isInTime = (park: number, plant: number) => {
    const seconds = parks[park]?.secondsTo[plant]
    return seconds !== null && seconds !== undefined && seconds[1] <= withinMinutes * 60
  }
  const options: { product: number; park: number }[] = []
  const covers: number[][] = []
  products.forEach(({ segmentId }, product) => {
    parks.forEach(({ segmentIds }, park) => {
      if (assignedOnly && !segmentIds.includes(segmentId)) return
      const filled = plants.flatMap((_, plant) =>
        (cells[product]?.[plant]?.central ?? 0) === 0 && isInTime(park, plant)
          ? [product * plants.length + plant]
          : [],
      )
      if (filled.length === 0) return
      options.push({ product, park })
      covers.push(filled)
    })
  })
  const problem: CoverageProblem = {
    weights: products.flatMap((_, product) =>
      plants.map((_, plant) =>
        (cells[product]?.[plant]?.central ?? 0) === 0 ? (weights[plant] ?? 0) : 0,
      ),
    ),
    covers,
    groupOf: options.map(({ park }) => park),
    capacities: parks.map(({ undevelopedHectares }) => {
      // Unknown land keeps the park, as everywhere.
      if (hectaresEach === null || undevelopedHectares === null) return mostInPark
      const onLand = Math.max(0, Math.floor(undevelopedHectares / hectaresEach + ROUNDING))
      return Math.min(onLand, mostInPark ?? onLand)
    }),
    count: settings.count,
  }
  return { problem, options, cells, weights }
}

/** Alike, or by documented capacity with unknown ones at the median; the sum is the number of plants. */
function plantWeights({ plants }: SourcingKnown, { byCapacity }: Settings): number[] {
  if (!byCapacity) return plants.map(() => 1)
  const known = plants
    .flatMap(({ capacity }) => (capacity === null ? [] : [capacity]))
    .sort((a, b) => a - b)
  const median = known[Math.floor(known.length / 2)] ?? 1
  const raw = plants.map(({ capacity }) => capacity ?? median)
  const sum = raw.reduce((total, one) => total + one, 0)
  return raw.map((one) => (one * plants.length) / sum)
}

/** Those chosen in the order of what each adds, and the cells it fills first. */
function orderedGains({ weights, covers }: CoverageProblem, chosen: readonly number[]) {
  const left = new Set(chosen)
  const covered = new Set<number>()
  const ordered: { option: number; gain: number; cells: number[] }[] = []
  while (left.size > 0) {
    let best: (typeof ordered)[number] | null = null
    for (const option of [...left].sort((a, b) => a - b)) {
      const cells = (covers[option] ?? []).filter((cell) => !covered.has(cell))
      const gain = cells.reduce((sum, cell) => sum + (weights[cell] ?? 0), 0)
      if (!best || gain > best.gain + 1e-12) best = { option, gain, cells }
    }
    if (!best) break
    ordered.push(best)
    left.delete(best.option)
    for (const cell of best.cells) covered.add(cell)
  }
  return ordered
}
