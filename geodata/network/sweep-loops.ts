// What does one pass from the top to the bottom do to the costs at every position?
//
// Rows lie highest first and name only earlier positions, so one linear read settles everything:
// when a row is reached, the costs it reads are final. `cost` comes in with what the upward search
// found, NO_WAY elsewhere; NO_WAY plus anything is never less than NO_WAY, so it never wins. With
// lanes, the costs of several origins lie side by side: cost[position × lanes + lane].
//
// Which road is cheaper is a coin toss to the processor, and a wrong guess costs more than the rest
// of the line. Impedances and costs are below 2³⁰, so a sum minus a cost is a 32-bit integer whose
// sign, spread over all bits, keeps or drops the saving without a branch (a third less time alone;
// in lanes nothing, so the plain comparison stays there, on machine integers by `>>> 0`).
//
// The same loops in WebAssembly are wasm/sweep-one.ts and wasm/sweep-lanes.ts; these here serve where it
// cannot be had, and say what those must answer.

/** Positions may be those of a part of the hierarchy, numbered anew in the same order. */
export type SweptRows = {
  readonly firstArc: Uint32Array
  readonly arcs: Uint32Array
  readonly lengthMeters: Float64Array
}

export function sweepOne(rows: SweptRows, cost: Uint32Array): void {
  const { firstArc, arcs } = rows
  const count = firstArc.length - 1
  let at = 0
  for (let position = 0; position < count; position++) {
    const end = 2 * firstArc[position + 1]!
    let best = cost[position]! | 0
    for (; at < end; at += 2) {
      const saving = (cost[arcs[at]!]! + arcs[at + 1]! - best) | 0
      best = (best + (saving & (saving >> 31))) | 0
    }
    cost[position] = best
  }
}

/** Carries the length of the cheapest path along; meaningless where the cost is NO_WAY. */
export function sweepOneWithLength(
  rows: SweptRows,
  cost: Uint32Array,
  lengthMeters: Float64Array,
): void {
  const { firstArc, arcs } = rows
  const count = firstArc.length - 1
  let at = 0
  for (let position = 0; position < count; position++) {
    const end = 2 * firstArc[position + 1]!
    let best = cost[position]! | 0
    let bestAt = -1
    for (; at < end; at += 2) {
      const saving = (cost[arcs[at]!]! + arcs[at + 1]! - best) | 0
      const isCheaper = saving >> 31
      best = (best + (saving & isCheaper)) | 0
      bestAt = (bestAt + ((at - bestAt) & isCheaper)) | 0
    }
    if (bestAt < 0) continue
    cost[position] = best
    lengthMeters[position] = lengthMeters[arcs[bestAt]!]! + rows.lengthMeters[bestAt >> 1]!
  }
}

export function sweepLanes(rows: SweptRows, cost: Uint32Array, lanes: number): void {
  const { firstArc, arcs } = rows
  const count = firstArc.length - 1
  let at = 0
  for (let position = 0; position < count; position++) {
    const end = 2 * firstArc[position + 1]!
    const here = position * lanes
    for (; at < end; at += 2) {
      const higher = arcs[at]! * lanes
      const impedance = arcs[at + 1]!
      for (let lane = 0; lane < lanes; lane++) {
        const reached = (cost[higher + lane]! + impedance) >>> 0
        if (reached < cost[here + lane]!) cost[here + lane] = reached
      }
    }
  }
}

/** As `sweepLanes`, with the lengths of the cheapest paths beside them in the same order. */
export function sweepLanesWithLength(
  rows: SweptRows,
  cost: Uint32Array,
  lengthMeters: Float64Array,
  lanes: number,
): void {
  const { firstArc, arcs } = rows
  const count = firstArc.length - 1
  let at = 0
  for (let position = 0; position < count; position++) {
    const end = 2 * firstArc[position + 1]!
    const here = position * lanes
    for (; at < end; at += 2) {
      const higher = arcs[at]! * lanes
      const impedance = arcs[at + 1]!
      const meters = rows.lengthMeters[at >> 1]!
      for (let lane = 0; lane < lanes; lane++) {
        const reached = (cost[higher + lane]! + impedance) >>> 0
        if (reached >= cost[here + lane]!) continue
        cost[here + lane] = reached
        lengthMeters[here + lane] = lengthMeters[higher + lane]! + meters
      }
    }
  }
}
