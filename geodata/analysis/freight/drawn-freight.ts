// What does a shipment cost and emit in every draw, and what is likely of that?
//
// The same formulas as freight.ts, one draw at a time. All trips of a draw pay the same rates, and a place
// lies where it lies for all of them: a total is summed draw by draw, and is surer than its parts together.
import { addScaled } from '#geodata/analysis/doubt/arrays.ts'
import type { Draws } from '#geodata/analysis/doubt/draws.ts'
import { likelyRange, type Range } from '#geodata/analysis/doubt/likely.ts'
import {
  drawnCarbonPerTonneKilometer,
  drawnTollPerKilometer,
  drawnYuanPerKilometer,
} from '#geodata/analysis/freight/drawn-rates.ts'
import type { Shipment } from '#geodata/analysis/freight/freight.ts'
import type { TruckRates } from '#geodata/analysis/freight/rates.ts'
import type { Truck } from '#geodata/contract/processes/siting.ts'

/** null: unknown, as in freight.ts. */
type Of<T> = { yuan: T | null; tollYuan: T | null; kilogramsCarbon: T | null }
export type DrawnFreight = Of<Float64Array>
export type LikelyFreight = Of<[low: number, high: number]>

/** Per kilometer, and for CO₂ per tonne and kilometer. */
export function drawnRatesOf(draws: Draws, truck: Truck, rates: TruckRates): DrawnFreight {
  return {
    yuan: drawnYuanPerKilometer(draws, truck, rates),
    tollYuan: drawnTollPerKilometer(draws, truck, rates),
    kilogramsCarbon: drawnCarbonPerTonneKilometer(draws, truck, rates),
  }
}

/** `kilometers`: of the way in every draw; null: nothing is drawn of it. */
export function drawnFreightOf(
  rates: DrawnFreight,
  { units, unitsPerTruck, kilogramsPerUnit, tollMeters }: Omit<Shipment, 'length'>,
  kilometers: Float64Array | null,
): DrawnFreight {
  const trips = units === null || unitsPerTruck === null ? null : units / unitsPerTruck
  const tonnes =
    units === null || kilogramsPerUnit === null ? null : (units * kilogramsPerUnit) / 1000
  const over = (amount: number | null, rate: Float64Array | null) =>
    amount === null || !rate || !kilometers
      ? null
      : rate.map((each, draw) => amount * each * (kilometers[draw] ?? 0))
  const tolled = trips === null || tollMeters === null ? null : (trips * tollMeters) / 1000
  return {
    yuan: over(trips, rates.yuan),
    tollYuan: tolled === null ? null : (rates.tollYuan?.map((each) => tolled * each) ?? null),
    kilogramsCarbon: over(tonnes, rates.kilogramsCarbon),
  }
}

/** Summed draw by draw; null where any part is unknown. */
export function drawnTotal(parts: readonly DrawnFreight[], draws: number): DrawnFreight {
  const sum = (of: keyof DrawnFreight): Float64Array | null => {
    const known = parts.flatMap((part) => part[of] ?? [])
    if (known.length === 0 || known.length < parts.length) return null
    const total = new Float64Array(draws)
    for (const one of known) addScaled(total, one)
    return total
  }
  return {
    yuan: sum('yuan'),
    tollYuan: sum('tollYuan'),
    kilogramsCarbon: sum('kilogramsCarbon'),
  }
}

/** `lent` is overwritten. */
export function likelyFreight(drawn: DrawnFreight, lent: Float64Array): LikelyFreight {
  const likely = (one: Float64Array | null): [number, number] | null => {
    if (!one) return null
    const [low, high]: Range = likelyRange(one, lent)
    return [low, high]
  }
  return {
    yuan: likely(drawn.yuan),
    tollYuan: likely(drawn.tollYuan),
    kilogramsCarbon: likely(drawn.kilogramsCarbon),
  }
}
