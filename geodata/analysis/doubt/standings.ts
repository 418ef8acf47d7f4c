// Who is ahead of whom, draw by draw?
import { endsOf, LIKELY_SHARE, type Range } from '#geodata/analysis/doubt/likely.ts'

/** Scores are level where they differ by no more: sums in another order differ in their last digits. */
export const LEVEL_POINTS = 1e-9

export type Standings = {
  /** Share of the draws in which it is first; who are first together share the draw. */
  first: number[]
  /** Share of the draws in which at most two are ahead. */
  topThree: number[]
  /** Ranks of nine in ten draws. */
  rankLikely: Range[]
  /** `before[a][b]`: share of the draws in which a is ahead of b; level draws count half. */
  before: Float64Array[]
}

/** `scores`: one array per candidate, a number a draw. Equals share a rank. */
export function standingsOf(scores: readonly Float64Array[]): Standings {
  const count = scores.length
  const draws = scores[0]?.length ?? 0
  const ahead = scores.map(() => new Uint16Array(draws))
  const ends = scores.map(endsOf)
  /** Of each, how many are ahead of it in every draw. */
  const alwaysAhead = new Uint16Array(count)
  const before = scores.map(() => new Float64Array(count).fill(0.5))
  for (let a = 0; a < count; a++) {
    const [mine, aheadOfMine] = [scores[a]!, ahead[a]!]
    for (let b = a + 1; b < count; b++) {
      const surely = surelyAhead(ends[a]!, ends[b]!)
      if (surely !== 0) {
        const behind = surely > 0 ? b : a
        alwaysAhead[behind] = alwaysAhead[behind]! + 1
        before[a]![b] = surely > 0 ? 1 : 0
        before[b]![a] = surely > 0 ? 0 : 1
        continue
      }
      const [other, aheadOfOther] = [scores[b]!, ahead[b]!]
      let [won, lost] = [0, 0]
      for (let d = 0; d < draws; d++) {
        const lead = mine[d]! - other[d]!
        const wins = lead > LEVEL_POINTS ? 1 : 0
        const loses = lead < -LEVEL_POINTS ? 1 : 0
        won += wins
        lost += loses
        aheadOfOther[d] = aheadOfOther[d]! + wins
        aheadOfMine[d] = aheadOfMine[d]! + loses
      }
      const share = draws === 0 ? 0.5 : (won + (draws - won - lost) / 2) / draws
      before[a]![b] = share
      before[b]![a] = 1 - share
    }
  }
  ahead.forEach((one, index) => {
    const always = alwaysAhead[index]!
    if (always > 0) for (let d = 0; d < draws; d++) one[d] = one[d]! + always
  })
  const firsts = new Uint16Array(draws)
  for (const one of ahead)
    for (let d = 0; d < draws; d++) if (one[d] === 0) firsts[d] = firsts[d]! + 1
  return {
    first: ahead.map((one) => {
      let sum = 0
      for (let d = 0; d < draws; d++) if (one[d] === 0) sum += 1 / firsts[d]!
      return draws === 0 ? 0 : sum / draws
    }),
    topThree: ahead.map((one) => {
      let sum = 0
      for (let d = 0; d < draws; d++) if (one[d]! <= 2) sum += 1
      return draws === 0 ? 0 : sum / draws
    }),
    rankLikely: ahead.map((one) => likelyRank(one, count)),
    before,
  }
}

/** 1: the first lies above the second in every draw, −1: below; 0: neither. */
function surelyAhead([lowA, highA]: Range, [lowB, highB]: Range): number {
  if (lowA > highB + LEVEL_POINTS) return 1
  return lowB > highA + LEVEL_POINTS ? -1 : 0
}

function likelyRank(ahead: Uint16Array, count: number): Range {
  const times = new Uint32Array(count + 1)
  for (let d = 0; d < ahead.length; d++) times[ahead[d]!]!++
  const tail = Math.floor(((1 - LIKELY_SHARE) / 2) * (ahead.length - 1))
  const at = (from: 'best' | 'worst') => {
    let passed = 0
    for (let step = 0; step < count; step++) {
      const rank = from === 'best' ? step : count - 1 - step
      passed += times[rank] ?? 0
      if (passed > tail) return rank + 1
    }
    return 1
  }
  return [at('best'), at('worst')]
}

/** Who is first in every draw; of equals the one that stands first in the list. */
export function winnersOf(scores: readonly Float64Array[], draws: number): Uint16Array {
  const winners = new Uint16Array(draws)
  for (let index = 1; index < scores.length; index++) {
    const mine = scores[index]!
    for (let d = 0; d < draws; d++) {
      if (mine[d]! > scores[winners[d]!]![d]! + LEVEL_POINTS) winners[d] = index
    }
  }
  return winners
}

/** A candidate that the likeliest is not ahead of in so many draws cannot be told apart from it. */
export const TOLD_APART_SHARE = 0.95

/**
 * The group of each, from 1 on, by their order in the ranking. The first group is whoever wins most of the draws and all
 * that cannot be told apart from it; of those left the first of the ranking heads the next.
 */
export function groupsOf({ before, first }: Pick<Standings, 'before' | 'first'>): number[] {
  const groups = before.map(() => 0)
  let head = first.indexOf(Math.max(...first))
  for (let group = 1; head >= 0; group++) {
    groups.forEach((known, index) => {
      const ahead = before[head]?.[index] ?? 0
      if (known === 0 && (index === head || ahead < TOLD_APART_SHARE)) groups[index] = group
    })
    head = groups.indexOf(0)
  }
  return groups
}
