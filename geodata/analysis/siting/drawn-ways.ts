// How long and how far are the ways of a candidate in every draw?
import { addAmount, countUpTo } from '#geodata/analysis/doubt/arrays.ts'
import {
  drawKilometers,
  drawMinutes,
  lowerByMinutes,
  movedMinutes,
} from '#geodata/analysis/doubt/clouds.ts'
import type { DrawnWays } from '#geodata/analysis/doubt/drawing.ts'
import type { Doubt } from '#geodata/analysis/siting/criterion.ts'
import type { InputMaker, Partner, Partners } from '#geodata/analysis/siting/partners.ts'

export type Here = Pick<Partners, 'point'>
type There = Pick<Partner, 'drawn'>

/** Writes the minutes to or from a partner in every draw; false: it is not reached. */
export function minutesOf(
  into: Float64Array,
  { point: here }: Here,
  { drawn }: There,
  { speed }: Pick<Doubt, 'speed'>,
): boolean {
  if (drawn) drawMinutes(into, drawn.ways, here, drawn.point, speed, drawn)
  return drawn !== null
}

/** Writes the kilometers to or from a partner in every draw; false: it is not reached. */
export function kilometersOf(into: Float64Array, { point: here }: Here, { drawn }: There): boolean {
  if (drawn) drawKilometers(into, drawn.ways, here, drawn.point, drawn.shiftMeters)
  return drawn !== null
}

/** Writes how many partners are within a time in every draw; who is not reached is not. */
export function countsWithin(
  into: Float64Array,
  here: Here,
  partners: readonly Partner[],
  withinMinutes: number,
  doubt: Doubt,
): void {
  into.fill(0)
  let always = 0
  for (const partner of partners) {
    if (!partner.drawn) continue
    const { least, most } = endsOf(partner.drawn, doubt)
    if (most <= withinMinutes) always += 1
    else if (least <= withinMinutes && minutesOf(doubt.lent, here, partner, doubt))
      countUpTo(into, doubt.lent, withinMinutes)
  }
  addAmount(into, always)
}

/**
 * Adds, in every draw, how many of those that may make something are within a time and make it then (or, where
 * `make` is false, do not make it). `isThere`: it is at the candidate itself, whatever its way.
 */
export function addMakersWithin<Of extends Pick<InputMaker, 'partner' | 'chance' | 'drawnChance'>>(
  into: Float64Array,
  here: Here,
  makers: readonly Of[],
  asked: { withinMinutes: number; make: boolean; isThere: (maker: Of) => boolean },
  doubt: Doubt,
): void {
  const { withinMinutes, make, isThere } = asked
  for (const maker of makers) {
    const { partner, chance, drawnChance } = maker
    const ends = partner.drawn ? endsOf(partner.drawn, doubt) : null
    const isAlways = isThere(maker) || (ends !== null && ends.most <= withinMinutes)
    if (!drawnChance || (!isAlways && (ends === null || ends.least > withinMinutes))) continue
    if (!isAlways) minutesOf(doubt.lent, here, partner, doubt)
    for (let draw = 0; draw < into.length; draw++) {
      const isNear = isAlways || (doubt.lent[draw] ?? Infinity) <= withinMinutes
      const makes = (drawnChance[draw] ?? 1) < chance
      if (isNear && makes === make) into[draw] = (into[draw] ?? 0) + 1
    }
  }
}

/**
 * Writes the minutes to the nearest in every draw, Infinity where there is none; of makers, to the nearest that
 * makes the input then.
 */
export function nearestMinutes(
  into: Float64Array,
  here: Here,
  makers: readonly Pick<InputMaker, 'partner' | 'makingDraws'>[],
  doubt: Doubt,
): void {
  into.fill(Infinity)
  // Nobody who is always farther than one that is always there can be the nearest.
  const enough = Math.min(
    ...makers.map(({ partner: { drawn }, makingDraws }) =>
      drawn && !makingDraws ? endsOf(drawn, doubt).most : Infinity,
    ),
  )
  for (const { partner, makingDraws } of makers) {
    if (!partner.drawn || endsOf(partner.drawn, doubt).least > enough) continue
    const { ways, point } = partner.drawn
    lowerByMinutes(into, ways, here.point, point, doubt.speed, partner.drawn, makingDraws)
  }
}

/** The shortest and the longest that any draw can give. */
export function endsOf(drawn: DrawnWays, { asked }: Pick<Doubt, 'asked'>) {
  const { leastMinutes, mostMinutes } = drawn.ways
  const [shortest, longest] = [movedMinutes(leastMinutes, drawn), movedMinutes(mostMinutes, drawn)]
  return { least: shortest * asked.speedLow, most: longest * asked.speedHigh }
}
