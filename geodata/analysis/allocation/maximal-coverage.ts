// Which k options together cover the most? (maximal covering location problem, Church & ReVelle 1974)
//
//   maximise Σ w_c z_c   with   z_c ≤ Σ_{o covers c} y_o,   Σ y_o = k,   Σ_{o in group} y_o ≤ capacity
//
// Greedy: take the option that adds most, k times. Without capacities its value is at least 1 − 1/e ≈ 63 %
// of the best (Nemhauser, Wolsey & Fisher 1978), with them at least a half (Fisher, Nemhauser & Wolsey
// 1978, a matroid). Swaps of one chosen for one not chosen follow until none helps. The exact answer is
// a mixed-integer program (program.ts) for a solver.
import type { Program } from '#geodata/analysis/allocation/program.ts'

export type CoverageProblem = {
  /** Weight of each cell to cover, not negative. */
  weights: readonly number[]
  /** The cells each option covers. */
  covers: readonly (readonly number[])[]
  /** The group of each option, and how many of a group may be chosen; a group without one: any number. */
  groupOf: readonly number[]
  capacities: readonly (number | null)[]
  count: number
}

/** Chosen options in the order they were taken, and the weight they cover. */
export type Choice = { options: number[]; value: number }

export function coverageOf(
  { weights, covers }: CoverageProblem,
  options: readonly number[],
): number {
  const covered = new Set(options.flatMap((option) => covers[option] ?? []))
  let value = 0
  for (const cell of covered) value += weights[cell] ?? 0
  return value
}

export function greedyCoverage(problem: CoverageProblem): Choice {
  const { weights, covers, groupOf, count } = problem
  const covered = new Set<number>()
  const room = roomOf(problem)
  const options: number[] = []
  while (options.length < Math.min(count, covers.length)) {
    let best = -1
    let most = -1
    covers.forEach((cells, option) => {
      if (options.includes(option) || (room[groupOf[option] ?? 0] ?? 0) <= 0) return
      let gain = 0
      for (const cell of cells) if (!covered.has(cell)) gain += weights[cell] ?? 0
      if (gain > most) {
        most = gain
        best = option
      }
    })
    if (best < 0) break
    options.push(best)
    const group = groupOf[best] ?? 0
    room[group] = (room[group] ?? 0) - 1
    for (const cell of covers[best] ?? []) covered.add(cell)
  }
  return { options, value: coverageOf(problem, options) }
}

/** Exchanges one chosen for one not chosen while that covers more; the first that helps is taken. */
export function swappedCoverage(problem: CoverageProblem, from: Choice): Choice {
  let now = from
  for (let improved = true; improved; ) {
    improved = false
    for (const out of now.options) {
      for (let option = 0; option < problem.covers.length; option++) {
        if (now.options.includes(option)) continue
        const options = now.options.map((one) => (one === out ? option : one))
        if (!isAllowed(problem, options)) continue
        const value = coverageOf(problem, options)
        if (value <= now.value + TOLERANCE) continue
        now = { options, value }
        improved = true
        break
      }
      if (improved) break
    }
  }
  return now
}

const TOLERANCE = 1e-9

export function isAllowed(problem: CoverageProblem, options: readonly number[]): boolean {
  const room = roomOf(problem)
  for (const option of options) {
    const group = problem.groupOf[option] ?? 0
    room[group] = (room[group] ?? 0) - 1
    if ((room[group] ?? 0) < 0) return false
  }
  return true
}

function roomOf({ capacities, groupOf }: CoverageProblem): number[] {
  const groups = Math.max(0, ...groupOf.map((group) => group + 1))
  return Array.from({ length: groups }, (_, group) => capacities[group] ?? Infinity)
}

export function coverageProgram(problem: CoverageProblem): Program {
  const { weights, covers, groupOf, capacities, count } = problem
  const options = covers.map((_, option) => option)
  const cells = weights.flatMap((weight, cell) => (weight > 0 ? [cell] : []))
  const coversCell = (cell: number) => options.filter((option) => covers[option]?.includes(cell))
  return {
    sense: 'maximize',
    objective: cells.map((cell) => [weights[cell] ?? 0, `z${cell}`]),
    rows: [
      ...cells.map((cell) => ({
        terms: [
          [1, `z${cell}`] as const,
          ...coversCell(cell).map((option) => [-1, `y${option}`] as const),
        ],
        relation: '<=' as const,
        bound: 0,
      })),
      {
        terms: options.map((option) => [1, `y${option}`] as const),
        relation: '<=' as const,
        bound: count,
      },
      ...capacities.flatMap((capacity, group) => {
        const members = options.filter((option) => groupOf[option] === group)
        return capacity === null || members.length === 0
          ? []
          : [
              {
                terms: members.map((option) => [1, `y${option}`] as const),
                relation: '<=' as const,
                bound: capacity,
              },
            ]
      }),
    ],
    atMostOne: cells.map((cell) => `z${cell}`),
    binaries: options.map((option) => `y${option}`),
  }
}
