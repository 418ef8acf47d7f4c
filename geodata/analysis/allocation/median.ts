// Which k sites bring a supplier nearest to its customers? (p-median, ReVelle & Swain 1970)
//
//   minimise Σ_d w_d Σ_s t_sd x_sd   with   Σ_s x_sd = 1,   x_sd ≤ y_s,   Σ y_s = k
//
// Existing suppliers are one more column at their best time, always open; not being served at all costs
// a stated time, so that every demand has an answer. Greedy takes the site that lowers the sum most, k
// times; exchanges of one site follow until none helps (Teitz & Bart 1968). The exact answer is a
// mixed-integer program for a solver.
import type { Choice } from '#geodata/analysis/allocation/maximal-coverage.ts'
import type { Program } from '#geodata/analysis/allocation/program.ts'

export type MedianProblem = {
  /** Weight of each demand, not negative. */
  weights: readonly number[]
  /** Time of each site to each demand; null: no way. */
  timeTo: readonly (readonly (number | null)[])[]
  /** The best time of those that are there already; null: there is none. */
  existing: readonly (number | null)[]
  /** Counted where no supplier serves. */
  unserved: number
  count: number
}

/** Σ weight × time of the nearest; of existing ones too. */
export function medianCost(
  { weights, timeTo, existing, unserved }: MedianProblem,
  sites: readonly number[],
): number {
  return weights.reduce((total, weight, demand) => {
    let best = Math.min(existing[demand] ?? unserved, unserved)
    for (const site of sites) best = Math.min(best, timeTo[site]?.[demand] ?? unserved)
    return total + weight * best
  }, 0)
}

export function greedyMedian(problem: MedianProblem): Choice {
  const options: number[] = []
  while (options.length < Math.min(problem.count, problem.timeTo.length)) {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    problem.timeTo.forEach((_, site) => {
      if (options.includes(site)) return
      const cost = medianCost(problem, [...options, site])
      if (cost < least) {
        least = cost
        best = site
      }
    })
    if (best < 0) break
    options.push(best)
  }
  return { options, value: medianCost(problem, options) }
}

export function swappedMedian(problem: MedianProblem, from: Choice): Choice {
  let now = from
  for (let improved = true; improved; ) {
    improved = false
    for (const out of now.options) {
      for (let site = 0; site < problem.timeTo.length && !improved; site++) {
        if (now.options.includes(site)) continue
        const options = now.options.map((one) => (one === out ? site : one))
        const value = medianCost(problem, options)
        if (value >= now.value - 1e-9) continue
        now = { options, value }
        improved = true
      }
      if (improved) break
    }
  }
  return now
}

export function medianProgram(problem: MedianProblem): Program {
  const { weights, timeTo, existing, unserved, count } = problem
  const demands = weights.flatMap((weight, demand) => (weight > 0 ? [demand] : []))
  const sites = timeTo.map((_, site) => site)
  const elsewhere = (demand: number) => Math.min(existing[demand] ?? unserved, unserved)
  // A site that is no nearer than what is there already never serves: it needs no column.
  const nearer = (demand: number) =>
    sites.filter((site) => (timeTo[site]?.[demand] ?? unserved) < elsewhere(demand))
  return {
    sense: 'minimize',
    objective: demands.flatMap((demand) => [
      [(weights[demand] ?? 0) * elsewhere(demand), `e${demand}`] as const,
      ...nearer(demand).map(
        (site) =>
          [
            (weights[demand] ?? 0) * (timeTo[site]?.[demand] ?? unserved),
            `x${site}_${demand}`,
          ] as const,
      ),
    ]),
    rows: [
      ...demands.map((demand) => ({
        terms: [
          [1, `e${demand}`] as const,
          ...nearer(demand).map((site) => [1, `x${site}_${demand}`] as const),
        ],
        relation: '=' as const,
        bound: 1,
      })),
      ...demands.flatMap((demand) =>
        nearer(demand).map((site) => ({
          terms: [[1, `x${site}_${demand}`] as const, [-1, `y${site}`] as const],
          relation: '<=' as const,
          bound: 0,
        })),
      ),
      {
        terms: sites.map((site) => [1, `y${site}`] as const),
        relation: '<=' as const,
        bound: count,
      },
    ],
    atMostOne: demands.flatMap((demand) => [
      `e${demand}`,
      ...nearer(demand).map((site) => `x${site}_${demand}`),
    ]),
    binaries: sites.map((site) => `y${site}`),
  }
}
