// What does it cost to send a product to a plant, and what does it emit?
//
//   trips = units ÷ units per truck
//   cost = trips × kilometers × r × yuan per kilometer        r: what of the way back is paid, 1 … 2
//   toll = trips × kilometers of toll road × yuan per kilometer (part of the cost, not added to it)
//   CO₂ = units × kilograms per unit ÷ 1000 × kilometers × kilograms per tonne-kilometer
//
// r = 1: the truck finds a load back; r = 2: it returns empty and is paid for both ways. Every figure is
// an interval from the ends of what goes into it; what is unknown leaves its figure unknown. CO₂ counts
// full trucks (GB/T 51366-2019): a truck of bulky parts emits more per tonne than this.

import type { TruckRates } from '#geodata/analysis/freight/rates.ts'
import type { LengthInterval } from '#geodata/analysis/ground/length-doubt.ts'

export type Interval = { low: number; high: number }

export type Shipment = {
  /** Sent in the time that is asked for; null: unknown. */
  units: number | null
  unitsPerTruck: number | null
  kilogramsPerUnit: number | null
  /** null: there is no way. */
  length: LengthInterval | null
  /** null: not known of this network. */
  tollMeters: number | null
}

export type Freight = {
  trips: number | null
  yuan: Interval | null
  tollYuan: Interval | null
  kilogramsCarbon: Interval | null
}

export function freightOf(rates: TruckRates, shipment: Shipment): Freight {
  const { units, unitsPerTruck, kilogramsPerUnit, length, tollMeters } = shipment
  const kilometers = length && { low: length.lowMeters / 1000, high: length.highMeters / 1000 }
  const trips = units === null || unitsPerTruck === null ? null : units / unitsPerTruck
  const tonnes =
    units === null || kilogramsPerUnit === null ? null : (units * kilogramsPerUnit) / 1000
  return {
    trips,
    yuan: product(trips, kilometers, rates.yuanPerKilometer, rates.paidReturn),
    tollYuan: product(trips, exactly(tollMeters), rates.tollYuanPerKilometer),
    kilogramsCarbon: product(tonnes, kilometers, rates.kilogramsCarbonPerTonneKilometer),
  }
}

/** Sums what is known; null where any part is unknown, so that no total looks smaller than it is. */
export function totalOf(parts: readonly Freight[]): Freight {
  const sum = (of: (part: Freight) => Interval | null): Interval | null => {
    const all = parts.map(of)
    if (all.length === 0 || all.some((one) => one === null)) return null
    return {
      low: all.reduce((total, one) => total + (one?.low ?? 0), 0),
      high: all.reduce((total, one) => total + (one?.high ?? 0), 0),
    }
  }
  const trips = parts.map((part) => part.trips)
  return {
    trips: trips.some((one) => one === null)
      ? null
      : trips.reduce<number>((total, one) => total + (one ?? 0), 0),
    yuan: sum(({ yuan }) => yuan),
    tollYuan: sum(({ tollYuan }) => tollYuan),
    kilogramsCarbon: sum(({ kilogramsCarbon }) => kilogramsCarbon),
  }
}

function exactly(meters: number | null): Interval | null {
  return meters === null ? null : { low: meters / 1000, high: meters / 1000 }
}

/** Of amounts that are never negative: the lows give the low, the highs the high. */
function product(amount: number | null, ...factors: (Interval | null)[]): Interval | null {
  if (amount === null) return null
  const result = { low: amount, high: amount }
  for (const factor of factors) {
    if (!factor) return null
    result.low *= factor.low
    result.high *= factor.high
  }
  return result
}
