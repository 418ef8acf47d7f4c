// How does every score move with the weight of one criterion, and where do two scores cross?
//
// The criterion gets the share t of all weight and the others keep their proportions, so a score is the straight
// line t × value + (1 − t) × mean of the others: two lines cross at most once, and where is a closed form.
import { weightedSum } from '#geodata/analysis/decision/alternatives.ts'
import { toShares } from '#geodata/analysis/decision/sensitivity.ts'
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import { mixOf } from '#geodata/analysis/doubt/mixes.ts'
import { LEVEL_POINTS } from '#geodata/analysis/doubt/standings.ts'
import { roundedTo2 } from '#geodata/analysis/siting/told-ways.ts'
import type { WeightLine } from '#geodata/contract/processes/comparison.ts'

/** A candidate with its value by criterion: central, least, greatest, and draw by draw. */
export type Judged = {
  id: string
  value: readonly number[]
  valueLow: readonly number[]
  valueHigh: readonly number[]
  drawn: readonly (Float64Array | number)[]
}

/** The likely scores are told at so many equal steps of the share. */
const LIKELY_STEPS = 5

/** One per criterion; `weights` sum to one, `count` is how many draws there are. */
export function weightLines(
  criteria: readonly string[],
  weights: readonly number[],
  judged: readonly Judged[],
  count: number,
): WeightLine[] {
  return criteria.map((criterion, k) => {
    const others = proportionsWithout(weights, k)
    const ends = judged.map((one) => ({
      none: scoreOf(one, (values) => weightedSum(others, values)),
      all: scoreOf(one, (values) => values[k] ?? 0),
    }))
    const lines = ends.map(({ none, all }, i) => ({
      id: judged[i]?.id ?? '',
      at0: none.central,
      at1: all.central,
    }))
    return {
      criterion,
      share: weights[k] ?? 0,
      ends,
      likely: likelyAlong(judged, others, k, count),
      crossings: crossingsOf(lines),
      leaders: leadersOf(lines),
    }
  })
}

/** What the others count, were the criterion without weight: as now to each other, alike where it has all. */
export function proportionsWithout(weights: readonly number[], k: number): number[] {
  const left = weights.map((weight, j) => (j === k ? 0 : weight))
  const isAll = left.every((weight) => weight === 0)
  return toShares(isAll ? weights.map((_, j) => (j === k ? 0 : 1)) : left)
}

function scoreOf(
  { value, valueLow, valueHigh }: Judged,
  of: (values: readonly number[]) => number,
) {
  return { central: 100 * of(value), low: 100 * of(valueLow), high: 100 * of(valueHigh) }
}

function likelyAlong(
  judged: readonly Judged[],
  others: readonly number[],
  k: number,
  count: number,
) {
  const parts = judged.map(({ drawn }) => ({
    none: mixOf(others, drawn, count),
    all: mixOf(
      others.map((_, j) => (j === k ? 1 : 0)),
      drawn,
      count,
    ),
  }))
  const [scores, lent] = [new Float64Array(count), new Float64Array(count)]
  return Array.from({ length: LIKELY_STEPS + 1 }, (_, step) => {
    const share = step / LIKELY_STEPS
    const ranges = parts.map(({ none, all }): [number, number] => {
      for (let d = 0; d < count; d++) {
        scores[d] = 100 * ((1 - share) * (none[d] ?? 0) + share * (all[d] ?? 0))
      }
      const [low, high] = likelyRange(scores, lent)
      return [roundedTo2(low), roundedTo2(high)]
    })
    return { share, ranges }
  })
}

type Line = { id: string; at0: number; at1: number }

const heightAt = ({ at0, at1 }: Line, share: number) => at0 + share * (at1 - at0)

function crossingsOf(lines: readonly Line[]): WeightLine['crossings'] {
  const found = lines.flatMap((one, i) =>
    lines.slice(i + 1).flatMap((other) => {
      const lead0 = one.at0 - other.at0
      const lead1 = one.at1 - other.at1
      const cross = Math.min(lead0, lead1) < -LEVEL_POINTS && Math.max(lead0, lead1) > LEVEL_POINTS
      if (!cross) return []
      const share = lead0 / (lead0 - lead1)
      const ids: [string, string] = lead0 > 0 ? [one.id, other.id] : [other.id, one.id]
      return [{ share, score: heightAt(one, share), ids }]
    }),
  )
  return found.sort((a, b) => a.share - b.share)
}

/** Who is first along the share: between neighbouring crossings nobody changes places. */
function leadersOf(lines: readonly Line[]): WeightLine['leaders'] {
  const stops = [0, ...crossingsOf(lines).map(({ share }) => share), 1]
  const leaders: WeightLine['leaders'] = []
  for (let s = 1; s < stops.length; s++) {
    const [fromShare, toShare] = [stops[s - 1] ?? 0, stops[s] ?? 1]
    if (toShare <= fromShare) continue
    const middle = (fromShare + toShare) / 2
    const most = Math.max(...lines.map((line) => heightAt(line, middle)))
    const ids = lines
      .filter((line) => heightAt(line, middle) >= most - LEVEL_POINTS)
      .map(({ id }) => id)
    const last = leaders.at(-1)
    if (last && last.ids.join() === ids.join()) last.toShare = toShare
    else leaders.push({ fromShare, toShare, ids })
  }
  return leaders
}
