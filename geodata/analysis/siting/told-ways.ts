// How long and how far is a way, with the range that its draws likely give, and the bounds that hold every draw?
import { endsOf as leastAndMost, likelyRange, type Range } from '#geodata/analysis/doubt/likely.ts'
import { type LengthInterval, lengthDoubt } from '#geodata/analysis/ground/length-doubt.ts'
import type { Place } from '#geodata/analysis/ground/trips.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import { endsOf, type Here, minutesOf } from '#geodata/analysis/siting/drawn-ways.ts'
import type { Partner } from '#geodata/analysis/siting/partners.ts'
import type { SecondsInterval } from '#geodata/contract/shared.ts'

type TimedWay = Pick<Partner, 'duration' | 'drawn'>

/** Minutes as an answer tells them; `duration` is null where there is no way, `likelyMinutes` where nothing is drawn. */
export function toldMinutes(
  way: TimedWay,
  here: Here,
  doubt: Doubt,
): { duration: SecondsInterval | null; likelyMinutes: [number, number] | null } {
  const { duration, drawn } = way
  if (!duration || !drawn || !minutesOf(doubt.lentToo, here, way, doubt)) {
    return { duration, likelyMinutes: null }
  }
  const { least, most } = endsOf(drawn, doubt)
  // Ways are kept in 32 bits: what a hundredth of a second does not show is no doubt.
  return {
    duration: {
      lowSeconds: Math.max(0, Math.min(duration.lowSeconds, roundedTo2(least * 60))),
      centralSeconds: duration.centralSeconds,
      highSeconds: Math.max(duration.highSeconds, roundedTo2(most * 60)),
    },
    likelyMinutes: spanOf(likelyRange(doubt.lentToo, doubt.lent), duration.centralSeconds / 60),
  }
}

/** The length with the doubt of its ends by the rule of the radius, and no narrower than any drawn way. */
export function lengthBounds(
  here: Place,
  there: Place,
  { drawn }: Pick<Partner, 'drawn'>,
  wayMeters: number,
): LengthInterval {
  const ruled = lengthDoubt(here, there, wayMeters)
  if (!drawn) return ruled
  const { ways, shiftMeters } = drawn
  const [shortest, longest] = leastAndMost(ways.meters)
  return {
    lowMeters: Math.max(0, Math.min(ruled.lowMeters, Math.floor(shortest + shiftMeters))),
    centralMeters: ruled.centralMeters,
    highMeters: Math.max(ruled.highMeters, Math.ceil(longest + shiftMeters)),
  }
}

/** The range in two decimals, with the central value in it; null: there is none. */
export function spanOf([low, high]: Range, central: number | null): [number, number] {
  return [roundedTo2(Math.min(low, central ?? low)), roundedTo2(Math.max(high, central ?? high))]
}

export function roundedTo2(value: number): number {
  return Math.round(value * 100) / 100
}
