// Is a supplier within X truck minutes of whom it supplies, and how many suppliers are?
//
// A trip is an interval [low, central, high]: within if even high is in time, perhaps if only low
// is, beyond if not even low is. A firm without a measured way may be anywhere: it counts in none
// but the highest number. So a place that becomes unknown can only widen [low, high].
import type {
  CoverageFirm,
  ReachCounts,
  Seconds,
  Verdict,
} from '#geodata/contract/processes/coverage.ts'

export type Reach = keyof ReachCounts

/** How one trip stands to the limit; null minutes: all count. */
export function reachBy(seconds: Seconds | undefined, withinMinutes: number | null): Reach {
  if (withinMinutes === null) return 'within'
  if (!seconds) return 'unmeasured'
  const limit = withinMinutes * 60
  const [low, , high] = seconds
  return high <= limit ? 'within' : low <= limit ? 'perhaps' : 'beyond'
}

/** How the firm stands to whichever of the destinations, given by their index, it reaches best. */
export function reachOf(
  { secondsTo }: Pick<CoverageFirm, 'secondsTo'>,
  destinations: readonly number[],
  withinMinutes: number | null,
): Reach {
  if (withinMinutes === null) return 'within'
  let best: Reach = 'unmeasured'
  for (const index of destinations) {
    const reach = reachBy(secondsTo[index], withinMinutes)
    if (reach === 'within') return reach
    if (reach === 'perhaps' || best === 'unmeasured') best = reach
  }
  return best
}

/** Whether a need at one destination is met: surely, perhaps, or not. `maybe`: firms that may make it. */
export function coveredAt(
  destination: number,
  firms: readonly CoverageFirm[],
  maybe: readonly CoverageFirm[],
  withinMinutes: number | null,
): 'covered' | 'perhaps' | 'uncovered' {
  let isPerhaps = false
  for (const { secondsTo } of firms) {
    const reach = reachBy(secondsTo[destination], withinMinutes)
    if (reach === 'within') return 'covered'
    if (reach !== 'beyond') isPerhaps = true
  }
  const isReached = ({ secondsTo }: CoverageFirm) =>
    reachBy(secondsTo[destination], withinMinutes) !== 'beyond'
  return isPerhaps || maybe.some(isReached) ? 'perhaps' : 'uncovered'
}

export function countReaches(reaches: Iterable<Reach>): ReachCounts {
  const counts = { within: 0, perhaps: 0, beyond: 0, unmeasured: 0 }
  for (const reach of reaches) counts[reach] += 1
  return counts
}

/** Suppliers that count: surely, and at most. */
export function suppliersOf({ within, perhaps, unmeasured }: ReachCounts): [number, number] {
  return [within, within + perhaps + unmeasured]
}

/** What so few suppliers are called; null: enough. The lowest number names it, the highest may turn it. */
export function verdictOf(low: number, high: number, thinFirms: number): Verdict | null {
  const kind = nameOf(low, thinFirms)
  return kind && { kind, isCertain: nameOf(high, thinFirms) === kind }
}

function nameOf(suppliers: number, thinFirms: number): Verdict['kind'] | null {
  if (suppliers === 0) return 'gap'
  if (suppliers > thinFirms) return null
  return suppliers === 1 ? 'single' : 'thin'
}
