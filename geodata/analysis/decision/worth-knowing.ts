// Which fact, once found out, would most raise the chance that the first place is right?
//
// Now the best choice is whoever wins most of the draws. Were a fact known, one would choose anew for each
// value it can have; the mean over its values of the winner's chance then is what is had by knowing (expected
// value of perfect information on one parameter; Raiffa and Schlaifer 1961, with the chance of being right as
// the value). Choosing and counting in the same draws would flatter every fact, so the choice is made in one
// half of the draws and counted in the other, both ways round.

/** An uncertain thing with its value in every draw, as one of a few groups. */
export type Uncertain = { groups: Uint8Array; groupCount: number }

/** A fact counts where what it raises cannot well be chance: by so many standard errors. */
const SURE_ERRORS = 3.5

/**
 * The chance that the choice is right once each thing is known, in their order, null where it raises nothing
 * for sure; and `now`, without knowing any. `winners`: who is first in every draw, as an index below
 * `candidateCount`.
 */
export function worthKnowing(
  winners: Uint16Array,
  candidateCount: number,
  things: readonly Uncertain[],
): {
  now: number
  nowIndex: number
  known: (number | null)[]
  /** By the same choice and count: the chance that the choice is then another than now. */
  others: (number | null)[]
} {
  const times = new Uint32Array(candidateCount)
  for (const winner of winners) times[winner] = (times[winner] ?? 0) + 1
  const nowIndex = times.indexOf(Math.max(...times))
  const now = (times[nowIndex] ?? 0) / Math.max(1, winners.length)
  const found = things.map((thing) => raisedBy(winners, candidateCount, thing, nowIndex))
  return {
    now,
    nowIndex,
    known: found.map((one) => one && now + one.raised),
    others: found.map((one) => one?.other ?? null),
  }
}

/** By how much knowing the thing raises the chance over always choosing `nowIndex`, and how often another is chosen. */
function raisedBy(
  winners: Uint16Array,
  candidateCount: number,
  { groups, groupCount }: Uncertain,
  nowIndex: number,
): { raised: number; other: number } | null {
  const halves = [0, 1].map(() => new Uint32Array(groupCount * candidateCount))
  winners.forEach((winner, draw) => {
    const times = halves[draw % 2]
    const at = (groups[draw] ?? 0) * candidateCount + winner
    if (times) times[at] = (times[at] ?? 0) + 1
  })
  const [gained, lost, switched] = [0, 1].reduce(
    ([gains, losses, switches], half) => {
      const [chosen, counted] = half === 0 ? halves : halves.toReversed()
      for (let group = 0; group < groupCount; group++) {
        const from = group * candidateCount
        const of = [...(chosen?.subarray(from, from + candidateCount) ?? [])]
        const best = of.indexOf(Math.max(...of))
        if (best === nowIndex) continue
        gains += counted?.[from + best] ?? 0
        losses += counted?.[from + nowIndex] ?? 0
        for (const times of counted?.subarray(from, from + candidateCount) ?? []) switches += times
      }
      return [gains, losses, switches] as [number, number, number]
    },
    [0, 0, 0] as [number, number, number],
  )
  const count = Math.max(1, winners.length)
  const raised = (gained - lost) / count
  const standardError = Math.sqrt((gained + lost) / count - raised ** 2) / Math.sqrt(count)
  return raised > SURE_ERRORS * standardError ? { raised, other: switched / count } : null
}
