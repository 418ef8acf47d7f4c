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
  const covered = new Uint8Array(weights.length)
  const isTaken = new Uint8Array(covers.length)
  const room = roomOf(problem, [])
  const options: number[] = []
  while (options.length < Math.min(count, covers.length)) {
    let best = -1
    let most = -1
    covers.forEach((cells, option) => {
      if (isTaken[option] === 1 || (room[groupOf[option] ?? 0] ?? 0) <= 0) return
      let gain = 0
      for (const cell of cells) if (covered[cell] === 0) gain += weights[cell] ?? 0
      if (gain > most) {
        most = gain
        best = option
      }
    })
    if (best < 0) break
    options.push(best)
    isTaken[best] = 1
    const group = groupOf[best] ?? 0
    room[group] = (room[group] ?? 0) - 1
    for (const cell of covers[best] ?? []) covered[cell] = 1
  }
  return { options, value: coverageOf(problem, options) }
}

/** Exchanges one chosen for the one not chosen that adds most, while that covers more. */
export function swappedCoverage(problem: CoverageProblem, from: Choice): Choice {
  const { weights, covers, groupOf } = problem
  const options = [...from.options]
  // How often each cell is covered: what one option alone covers leaves with it.
  const times = new Uint32Array(weights.length)
  const count = (option: number, by: number) => {
    for (const cell of covers[option] ?? []) times[cell] = (times[cell] ?? 0) + by
  }
  /** What the option would add to, or alone holds of, those that are counted. */
  const alone = (option: number) => {
    let weight = 0
    for (const cell of covers[option] ?? []) if (times[cell] === 0) weight += weights[cell] ?? 0
    return weight
  }
  for (const option of options) count(option, 1)
  for (let improved = true; improved; ) {
    improved = false
    for (const [place, out] of options.entries()) {
      count(out, -1)
      const room = roomOf(problem, options.with(place, -1))
      let best = out
      let most = alone(out)
      covers.forEach((cells, option) => {
        if (cells.length === 0 || (room[groupOf[option] ?? 0] ?? 0) <= 0) return
        const gain = alone(option)
        if (gain <= most + TOLERANCE) return
        most = gain
        best = option
      })
      improved ||= best !== out
      options[place] = best
      count(best, 1)
    }
  }
  return { options, value: coverageOf(problem, options) }
}

const TOLERANCE = 1e-9

export function isAllowed(problem: CoverageProblem, options: readonly number[]): boolean {
  return roomOf(problem, options).every((room) => room >= 0)
}

/** How many more of each group may be chosen, with these chosen already; −1 stands for none. */
function roomOf({ capacities, groupOf }: CoverageProblem, options: readonly number[]): number[] {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0)
  const room = Array.from({ length: groups }, (_, group) => capacities[group] ?? Infinity)
  for (const option of options) {
    const group = groupOf[option]
    if (group !== undefined) room[group] = (room[group] ?? 0) - 1
  }
  return room
}

export function coverageProgram(problem: CoverageProblem): Program {
  const { weights, covers, groupOf, capacities, count } = problem
  const options = covers.map((_, option) => option)
  const cells = weights.flatMap((weight, cell) => (weight > 0 ? [cell] : []))
  const coverers = weights.map((): number[] => [])
  for (const option of options)
    for (const cell of covers[option] ?? []) coverers[cell]?.push(option)
  return {
    sense: 'maximize',
    objective: cells.map((cell) => [weights[cell] ?? 0, `z${cell}`]),
    rows: [
      ...cells.map((cell) => ({
        terms: [
          [1, `z${cell}`] as const,
          ...(coverers[cell] ?? []).map((option) => [-1, `y${option}`] as const),
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
