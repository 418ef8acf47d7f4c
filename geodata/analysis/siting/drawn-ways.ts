// How long and how far are the ways of a candidate in every draw?
import { addAmount, countUpTo, lower } from '#geodata/analysis/doubt/arrays.ts'
import { drawKilometers, drawMinutes } from '#geodata/analysis/doubt/clouds.ts'
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
  if (drawn) drawMinutes(into, drawn.ways, here, drawn.point, speed, drawn.shiftMinutes)
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
 * Writes the minutes to the nearest in every draw, Infinity where there is none; of makers, to the nearest that
 * makes the input then.
 */
export function nearestMinutes(
  into: Float64Array,
  here: Here,
  makers: readonly Pick<InputMaker, 'partner' | 'chance' | 'drawnChance'>[],
  doubt: Doubt,
): void {
  into.fill(Infinity)
  // Nobody who is always farther than one that is always there can be the nearest.
  const enough = Math.min(
    ...makers.map(({ partner: { drawn }, drawnChance }) =>
      drawn && !drawnChance ? endsOf(drawn, doubt).most : Infinity,
    ),
  )
  for (const { partner, chance, drawnChance } of makers) {
    if (!partner.drawn || endsOf(partner.drawn, doubt).least > enough) continue
    minutesOf(doubt.lent, here, partner, doubt)
    lower(into, doubt.lent, drawnChance, chance)
  }
}

/** The shortest and the longest that any draw can give. */
export function endsOf({ ways, shiftMinutes }: DrawnWays, { asked }: Doubt) {
  const [shortest, longest] = [ways.leastMinutes + shiftMinutes, ways.mostMinutes + shiftMinutes]
  return { least: shortest * asked.speedLow, most: longest * asked.speedHigh }
}
