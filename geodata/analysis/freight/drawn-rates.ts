// What do a kilometer and a tonne over it take in every draw? One rate for all trips of a truck.
import { multiply, spread } from '#geodata/analysis/doubt/arrays.ts'
import type { Draws } from '#geodata/analysis/doubt/draws.ts'
import type { Interval } from '#geodata/analysis/freight/freight.ts'
import type { TruckRates } from '#geodata/analysis/freight/rates.ts'
import type { Truck } from '#geodata/contract/processes/siting.ts'

type Rate<Name extends keyof TruckRates> = Pick<TruckRates, Name>

/** Yuan for a kilometer, with what of the way back is paid; null: no row says so. */
export function drawnYuanPerKilometer(
  draws: Draws,
  truck: Truck,
  { yuanPerKilometer, paidReturn }: Rate<'yuanPerKilometer' | 'paidReturn'>,
): Float64Array | null {
  if (!yuanPerKilometer) return null
  const yuan = drawnBetween(draws, `price of ${truck}`, yuanPerKilometer)
  multiply(yuan, drawnBetween(draws, 'paid way back', paidReturn))
  return yuan
}

/** Yuan for a kilometer of toll road. */
export function drawnTollPerKilometer(
  draws: Draws,
  truck: Truck,
  { tollYuanPerKilometer: toll }: Rate<'tollYuanPerKilometer'>,
): Float64Array | null {
  return toll && drawnBetween(draws, `toll of ${truck}`, toll)
}

/** Kilograms of CO₂ for a tonne over a kilometer. */
export function drawnCarbonPerTonneKilometer(
  draws: Draws,
  truck: Truck,
  { kilogramsCarbonPerTonneKilometer: carbon }: Rate<'kilogramsCarbonPerTonneKilometer'>,
): Float64Array | null {
  return carbon && drawnBetween(draws, `carbon of ${truck}`, carbon)
}

/** An amount between documented ends, the same for whoever uses it in one draw. */
function drawnBetween(draws: Draws, name: string, { low, high }: Interval): Float64Array {
  return spread(draws.evenly(name), low, high)
}
