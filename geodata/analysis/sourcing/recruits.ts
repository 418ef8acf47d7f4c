// Which supplier, of which product in which park, fills most gaps, and which ten in order? (强链补链)
//
// A gap is a product that a plant takes in and for which no recorded maker is in time (at the middle of
// its trip). A recruit is a product made in a park; it fills the gaps of that product at the plants the
// park reaches in time. Choosing k recruits that fill most, at most so many in one park, is maximal
// coverage (allocation/maximal-coverage.ts): greedy gives an order at once, a solver the proof.
import {
  type CoverageProblem,
  coverageProgram,
  greedyCoverage,
  swappedCoverage,
} from '#geodata/analysis/allocation/maximal-coverage.ts'
import type { Solver } from '#geodata/analysis/allocation/program.ts'
import { supplyCells } from '#geodata/analysis/sourcing/rates.ts'
import type { GapFillingInputs, GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

type Settings = Pick<
  GapFillingInputs,
  'withinMinutes' | 'count' | 'mostInPark' | 'leastHectares' | 'assignedOnly' | 'byCapacity'
>
type Answer = Omit<GapFillingResult, 'basis' | 'known'>

export function gapFilling(
  known: SourcingKnown,
  settings: Settings,
  prove: { solve: Solver; limitSeconds: number } | null,
): Answer {
  const { problem, options, parks } = problemOf(known, settings)
  const greedy = greedyCoverage(problem)
  const swapped = swappedCoverage(problem, greedy)
  const solved = prove?.solve(coverageProgram(problem), prove.limitSeconds) ?? null
  const exact = solved && {
    options: solved.chosen.map((name) => Number(name.slice(1))),
    value: solved.value,
  }
  const best = exact && exact.value > swapped.value + 1e-9 ? exact : swapped
  const bound = solved ? solved.bound : null
  return {
    // The order in which greedy would take them: each with what it adds to those before.
    recruits: orderedGains(problem, best.options).map(({ option, gain, cells }) => {
      const { product, park } = options[option] ?? { product: 0, park: 0 }
      return {
        productId: known.products[product]?.productId ?? '',
        parkId: parks[park]?.id ?? '',
        addedWeight: gain,
        plantIds: cells.map((cell) => known.plants[cell % known.plants.length]?.id ?? ''),
        isLandUnknown: parks[park]?.undevelopedHectares === null,
      }
    }),
    filledWeight: best.value,
    greedyWeight: greedy.value,
    gapWeight: problem.weights.reduce((sum, weight) => sum + weight, 0),
    neededWeight: weightOfAll(known, settings),
    proof: {
      kind: solved === null ? 'none' : solved.isProven ? 'proven' : 'bounded',
      bound,
      gapShare: bound === null || bound <= 0 ? null : Math.max(0, (bound - best.value) / bound),
    },
  }
}

/** Options and cells are numbered row by row: product × park, product × plant. */
function problemOf(known: SourcingKnown, settings: Settings) {
  const { products, plants } = known
  const { withinMinutes, leastHectares, assignedOnly } = settings
  // Unknown land keeps the park, as everywhere; it is said.
  const parks = known.parks.filter(
    ({ undevelopedHectares }) =>
      leastHectares === null ||
      undevelopedHectares === null ||
      undevelopedHectares >= leastHectares,
  )
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
    capacities: parks.map(() => settings.mostInPark),
    count: settings.count,
  }
  return { problem, options, parks }
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

function weightOfAll(known: SourcingKnown, settings: Settings): number {
  const weights = plantWeights(known, settings)
  return known.products.length * weights.reduce((sum, weight) => sum + weight, 0)
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
