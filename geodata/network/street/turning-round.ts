// Where may a truck of 17 m not turn round?
//
// Where two streets merely meet, since a way was split there for a bridge, a name or a limit, there is
// no room to turn that is not everywhere. At crossings, at the ends of roads, and where one cannot
// drive on, turning round stays allowed.
//
//   a ── b ── c ── e ── f        no turn a → d at b: round at c, back to b and on to d is no way out;
//        │                       at f, where the road ends, it is
//        d
//
// A search over states needs to be told only where turning round could gain anything: on the way away
// from a junction that may be entered in more than one state. Everywhere else a trip that turns round
// comes back to the state it left, which costs more than to have stayed; so states stay few.
import { CLOSED } from '#geodata/network/street/street-network.ts'
import {
  headOf,
  leavingByJunction,
  type TurnRestriction,
  type TurnTown,
} from '#geodata/network/street/turn-states.ts'

/** The turns that are missing beside those forbidden already; both together hold for every trip. */
export function noTurningRound(
  town: TurnTown,
  restrictions: readonly TurnRestriction[],
): TurnRestriction[] {
  const { firstLeaving, leaving } = leavingByJunction(town)
  const onward = onwardAtSplits(town)
  const entered = new Set(restrictions.flatMap(({ path }) => path.map((one) => headOf(town, one))))
  const walked = new Set<number>()
  const found: TurnRestriction[] = []
  for (const junction of entered) {
    for (let i = firstLeaving[junction]!; i < firstLeaving[junction + 1]!; i++) {
      let directed: number | null = leaving[i]!
      while (directed !== null && !walked.has(directed)) {
        walked.add(directed)
        const next = onward(directed)
        const isTwoWay: boolean = town.impedanceDeciseconds[directed ^ 1] !== CLOSED
        if (next !== null && isTwoWay) {
          found.push({ kind: 'no', path: [directed], to: [directed ^ 1] })
        }
        directed = isTwoWay ? next : null
      }
    }
  }
  return found
}

/** The one open street that goes on where a directed street ends at a mere meeting of two; else null. */
function onwardAtSplits(town: TurnTown): (directed: number) => number | null {
  const { count, from, to, junctionCount, impedanceDeciseconds } = town
  const ends = new Uint32Array(junctionCount)
  /** Of two numbers, either one tells the other. */
  const both = new Uint32Array(junctionCount)
  const isOpen = (directed: number) => impedanceDeciseconds[directed] !== CLOSED
  for (let street = 0; street < count; street++) {
    if (!isOpen(2 * street) && !isOpen(2 * street + 1)) continue
    for (const junction of [from[street]!, to[street]!]) {
      ends[junction]!++
      both[junction]! ^= street
    }
  }
  return (directed) => {
    const junction = headOf(town, directed)
    const other = both[junction]! ^ (directed >> 1)
    // A street that begins and ends here is no other street: it cancels itself out.
    if (ends[junction] !== 2 || from[directed >> 1] === to[directed >> 1]) return null
    const next = 2 * other + (from[other] === junction ? 0 : 1)
    return isOpen(next) ? next : null
  }
}
