// What do sites for a product and the next recruits take, at once and proven, and how does that grow?
//
//   npm run bench -- allocation
//
// Invented squares of sites and plants: a site reaches what lies near it, minutes are distances.
import {
  type CoverageProblem,
  coverageProgram,
  greedyCoverage,
  swappedCoverage,
} from '#geodata/analysis/allocation/maximal-coverage.ts'
import {
  greedyMedian,
  type MedianProblem,
  medianProgram,
  swappedMedian,
} from '#geodata/analysis/allocation/median.ts'
import type { Program } from '#geodata/analysis/allocation/program.ts'
import { solve } from '#server/processes/solver.ts'
import { machine, printHeading, printRow, time } from '#tests/bench/timing.ts'
import { seeded } from '#tests/support/random.ts'

const CHOSEN = 10
const MOST_IN_ONE_PARK = 3
const WITHIN_MINUTES = 40
const LIMIT_SECONDS = 20

function minutesBetween(sites: number, plants: number): number[][] {
  const random = seeded(sites * plants)
  const places = (count: number) =>
    Array.from({ length: count }, () => [200 * random(), 200 * random()] as const)
  const to = places(plants)
  return places(sites).map(([x, y]) => to.map(([u, v]) => Math.hypot(u - x, v - y)))
}

/** Recruits: every product in every park, three at most in one; half of the needs are met already. */
function recruits(parks: number, plants: number, products: number): CoverageProblem {
  const minutes = minutesBetween(parks, plants)
  const random = seeded(products)
  const options = Array.from({ length: products * parks }, (_, option) => option)
  return {
    weights: Array.from({ length: products * plants }, () => (random() < 0.5 ? 0 : 1)),
    covers: options.map((option) =>
      (minutes[option % parks] ?? []).flatMap((one, plant) =>
        one <= WITHIN_MINUTES ? [Math.floor(option / parks) * plants + plant] : [],
      ),
    ),
    groupOf: options.map((option) => option % parks),
    capacities: Array.from({ length: parks }, () => MOST_IN_ONE_PARK),
    count: CHOSEN,
  }
}

function nearest(sites: number, plants: number): MedianProblem {
  return {
    weights: Array.from({ length: plants }, () => 1),
    timeTo: minutesBetween(sites, plants),
    existing: Array.from({ length: plants }, () => null),
    unserved: 240,
    count: CHOSEN,
  }
}

/** One run of the solver, with what it proved: its time is not a matter of microseconds. */
function timeExact(name: string, program: Program, found: number): void {
  const started = performance.now()
  const solved = solve(program, LIMIT_SECONDS)
  const milliseconds = performance.now() - started
  const gap = solved ? Math.abs(solved.bound - found) / Math.max(solved.bound, found) : Number.NaN
  printRow(
    name,
    milliseconds.toFixed(0),
    solved?.isProven ? 'proven' : 'bounded',
    `${(100 * gap).toFixed(1)} %`,
  )
}

const SIZES = [
  [25, 20],
  [50, 20],
  [100, 40],
  [200, 80],
] as const

console.log(`${machine()}\n`)
printHeading()
const exact: [name: string, program: Program, found: number][] = []
for (const [sites, plants] of SIZES) {
  const gaps = recruits(sites, plants, 60)
  let filled = 0
  time(`${CHOSEN} recruits: ${sites} parks × 60 products, ${plants} plants`, 5, () => {
    filled = swappedCoverage(gaps, greedyCoverage(gaps)).value
  })
  exact.push([`recruits, exact: ${sites} parks`, coverageProgram(gaps), filled])
  const median = nearest(sites, plants)
  let cost = 0
  time(`${CHOSEN} of ${sites} sites nearest to ${plants} plants`, 5, () => {
    cost = swappedMedian(median, greedyMedian(median)).value
  })
  exact.push([`nearest, exact: ${sites} sites, ${plants} plants`, medianProgram(median), cost])
}
console.log()
printRow('the same by HiGHS, at most 20 s each', 'once, ms', '', 'live is off')
for (const row of exact) timeExact(...row)
