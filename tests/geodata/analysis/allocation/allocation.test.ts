// Are greedy answers as good as proven, swaps never worse, and the exact ones exactly the best? By enumeration.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoverageProblem,
  coverageOf,
  coverageProgram,
  greedyCoverage,
  isAllowed,
  swappedCoverage,
} from '#geodata/analysis/allocation/maximal-coverage.ts'
import {
  greedyMedian,
  type MedianProblem,
  medianCost,
  medianProgram,
  swappedMedian,
} from '#geodata/analysis/allocation/median.ts'
import { solve } from '#server/processes/solver.ts'

/** Every choice of at most `count` of `size`. */
function* choices(size: number, count: number, from = 0): Generator<number[]> {
  yield []
  if (count === 0) return
  for (let first = from; first < size; first++) {
    for (const rest of choices(size, count - 1, first + 1)) yield [first, ...rest]
  }
}

const coverage = (sizes: { options: number; cells: number; count: number }) =>
  fc.record({
    weights: fc.array(fc.integer({ min: 0, max: 9 }), {
      minLength: sizes.cells,
      maxLength: sizes.cells,
    }),
    covers: fc.array(
      fc.uniqueArray(fc.integer({ min: 0, max: sizes.cells - 1 }), { maxLength: 6 }),
      { minLength: sizes.options, maxLength: sizes.options },
    ),
    groupOf: fc.array(fc.integer({ min: 0, max: 3 }), {
      minLength: sizes.options,
      maxLength: sizes.options,
    }),
    capacities: fc.array(fc.option(fc.integer({ min: 1, max: 2 })), { minLength: 4, maxLength: 4 }),
    count: fc.integer({ min: 1, max: sizes.count }),
  })

function bestCoverage(problem: CoverageProblem): number {
  let best = 0
  for (const options of choices(problem.covers.length, problem.count)) {
    if (isAllowed(problem, options)) best = Math.max(best, coverageOf(problem, options))
  }
  return best
}

describe('maximal coverage', () => {
  it('is solved exactly: 15 choose 5, with capacities', () => {
    fc.assert(
      fc.property(coverage({ options: 15, cells: 20, count: 5 }), (problem) => {
        const solved = solve(coverageProgram(problem), 20)!
        expect(solved.isProven).toBe(true)
        expect(solved.value).toBeCloseTo(bestCoverage(problem), 6)
        const options = solved.chosen.map((name) => Number(name.slice(1)))
        expect(isAllowed(problem, options)).toBe(true)
        expect(coverageOf(problem, options)).toBeCloseTo(solved.value, 6)
      }),
      { numRuns: 12, seed: 5 },
    )
  })

  it('is answered at once with at least 1 − 1/e of the best, or half of it under capacities', () => {
    fc.assert(
      fc.property(coverage({ options: 9, cells: 12, count: 4 }), (problem) => {
        const free = { ...problem, capacities: [null, null, null, null] }
        expect(greedyCoverage(free).value).toBeGreaterThanOrEqual(
          (1 - 1 / Math.E) * bestCoverage(free) - 1e-9,
        )
        const greedy = greedyCoverage(problem)
        const best = bestCoverage(problem)
        expect(greedy.value).toBeGreaterThanOrEqual(best / 2 - 1e-9)
        const swapped = swappedCoverage(problem, greedy)
        expect(isAllowed(problem, swapped.options)).toBe(true)
        expect(swapped.value).toBeGreaterThanOrEqual(greedy.value)
        expect(swapped.value).toBeLessThanOrEqual(best + 1e-9)
      }),
      { numRuns: 200 },
    )
  })
})

const median = (sites: number, demands: number, count: number) =>
  fc.record({
    weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: demands, maxLength: demands }),
    timeTo: fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: 200 })), {
        minLength: demands,
        maxLength: demands,
      }),
      { minLength: sites, maxLength: sites },
    ),
    existing: fc.array(fc.option(fc.integer({ min: 1, max: 200 })), {
      minLength: demands,
      maxLength: demands,
    }),
    unserved: fc.constant(240),
    count: fc.integer({ min: 1, max: count }),
  })

function leastCost(problem: MedianProblem): number {
  let least = Number.POSITIVE_INFINITY
  for (const sites of choices(problem.timeTo.length, problem.count)) {
    least = Math.min(least, medianCost(problem, sites))
  }
  return least
}

describe('the p-median', () => {
  it('is solved exactly: 15 choose 5, with existing ones fixed', () => {
    fc.assert(
      fc.property(median(15, 10, 5), (problem) => {
        const solved = solve(medianProgram(problem), 20)!
        expect(solved.isProven).toBe(true)
        expect(solved.value).toBeCloseTo(leastCost(problem), 5)
        const sites = solved.chosen.map((name) => Number(name.slice(1)))
        expect(medianCost(problem, sites)).toBeCloseTo(solved.value, 5)
      }),
      { numRuns: 12, seed: 5 },
    )
  })

  it('is answered at once, never worse after exchanges and never better than the best', () => {
    fc.assert(
      fc.property(median(9, 7, 4), (problem) => {
        const greedy = greedyMedian(problem)
        const swapped = swappedMedian(problem, greedy)
        expect(swapped.value).toBeLessThanOrEqual(greedy.value + 1e-9)
        expect(swapped.value).toBeGreaterThanOrEqual(leastCost(problem) - 1e-9)
        // With one site greedy tries them all.
        const one = { ...problem, count: 1 }
        expect(greedyMedian(one).value).toBeCloseTo(leastCost(one), 9)
      }),
      { numRuns: 150 },
    )
  })
})
