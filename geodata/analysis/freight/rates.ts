// What does a kilometer cost, and what does it emit, by truck?
//
// Each rate is the interval of one or more rows of freight_costs.csv or tolls.csv, named by their ids, so
// that every figure can be traced. The truckload prices include fuel and tolls: tolls are therefore told
// beside the cost and never added to it. Emission factors are those of GB/T 51366-2019 for a full truck;
// factors from well to tank and from tank to wheel of other lists are not mixed in.
import type { FreightCostRow, RegionFacts, TollRow } from '#geodata/analysis/facts.ts'
import type { LogisticsInputs } from '#geodata/contract/processes/logistics.ts'
import type { Truck } from '#geodata/contract/processes/siting.ts'
import { datesSpan } from '#geodata/model/dates-span.ts'

export type Rate = {
  low: number
  high: number
  /** Empty: the asker's own. */
  rowIds: string[]
  source: string
  asOf: string | null
}

/** A load back, or an empty way that is paid. */
export const PAID_RETURN = { low: 1, high: 2 }

type Factors = LogisticsInputs['factors']

export type TruckRates = {
  /** Yuan for one kilometer of a full truck, fuel and tolls in it; null: no row says so. */
  yuanPerKilometer: Rate | null
  kilogramsCarbonPerTonneKilometer: Rate | null
  /** Yuan for one kilometer of toll road in Chongqing, without bridges and tunnels. */
  tollYuanPerKilometer: Rate | null
  /** What of the way back is paid: 1 nothing, 2 all of it. */
  paidReturn: { low: number; high: number }
}

type RowIds = { price: string; carbon: readonly string[]; tollClasses: readonly string[] }

/** Which rows say it: the truckload price, the factors of the masses it carries, its classes of toll. */
const ROWS: Record<Truck, RowIds> = {
  box4: { price: 'F10', carbon: ['F28'], tollClasses: ['货1'] },
  box7: { price: 'F11', carbon: ['F29'], tollClasses: ['货2'] },
  box10: { price: 'F12', carbon: ['F30', 'F31'], tollClasses: ['货3', '货4'] },
  semitrailer: { price: 'F13', carbon: ['F32', 'F33'], tollClasses: ['货6'] },
}

export function ratesOf(
  { freightCosts, tolls }: Pick<RegionFacts, 'freightCosts' | 'tolls'>,
  truck: Truck,
  factors: Factors = {},
): TruckRates {
  const { price, carbon, tollClasses } = ROWS[truck]
  const costs = (ids: readonly string[]) => freightCosts.filter(({ id }) => ids.includes(id))
  const tollRows = tolls.filter(
    ({ region, kind, tollClass }) =>
      region === '重庆' && kind === 'rate_per_km' && tollClasses.includes(tollClass ?? ''),
  )
  return {
    yuanPerKilometer: own(factors.price) ?? rateOf(costs([price])),
    kilogramsCarbonPerTonneKilometer: own(factors.carbon) ?? rateOf(costs(carbon)),
    tollYuanPerKilometer: own(factors.toll) ?? rateOf(tollRows),
    paidReturn: factors.return ?? PAID_RETURN,
  }
}

function own(factor: Factors[keyof Factors]): Rate | null {
  return factor ? { ...factor, rowIds: [], source: '', asOf: null } : null
}

function rateOf(rows: readonly (FreightCostRow | TollRow)[]): Rate | null {
  const ends = rows.flatMap((row) =>
    'value' in row ? [row.value, row.value] : [row.valueLow, row.valueHigh],
  )
  const known = ends.filter((end) => end !== null)
  if (known.length === 0) return null
  return {
    low: Math.min(...known),
    high: Math.max(...known),
    rowIds: rows.map(({ id }) => id),
    source: [...new Set(rows.map(({ source }) => source))].join('; '),
    asOf: datesSpan(rows.map(({ asOf }) => asOf))?.oldest ?? null,
  }
}
