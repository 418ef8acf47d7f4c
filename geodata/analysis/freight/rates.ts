// What does a kilometer cost, and what does it emit, by truck?
//
// Each rate is the interval of one or more rows of freight_costs.csv or tolls.csv, those that the region
// names for each truck, listed by their ids, so that every figure can be traced. The truckload prices include fuel and tolls: tolls are therefore reported
// beside the cost and never added to it. Emission factors are those of GB/T 51366-2019 for a full truck;
// factors from well to tank and from tank to wheel of other lists are not mixed in.
import type { FreightCostRow, RegionFacts, TollRow } from '#geodata/analysis/facts.ts'
import type { LogisticsInputs } from '#geodata/contract/processes/logistics.ts'
import type { Truck } from '#geodata/contract/processes/siting.ts'
import { datesSpan } from '#geodata/model/dates-span.ts'

export type Rate = {
  low: number
  high: number
  /** Empty: the user's own. */
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
  /** Yuan for one kilometer of toll road in the region, without bridges and tunnels. */
  tollYuanPerKilometer: Rate | null
  /** What of the way back is paid: 1 nothing, 2 all of it. */
  paidReturn: { low: number; high: number }
}

/** The classes of the nation's toll rule (JT/T 489) that a truck falls into. */
const TOLL_CLASSES: Record<Truck, readonly string[]> = {
  box4: ['货1'],
  box7: ['货2'],
  box10: ['货3', '货4'],
  semitrailer: ['货6'],
}

export function ratesOf(
  { home: { rates }, freightCosts, tolls }: Pick<RegionFacts, 'home' | 'freightCosts' | 'tolls'>,
  truck: Truck,
  factors: Factors = {},
): TruckRates {
  const rows = rates.trucks[truck]
  const costs = (ids: readonly string[] = []) => freightCosts.filter(({ id }) => ids.includes(id))
  const tollRows = tolls.filter(
    ({ region, kind, tollClass }) =>
      region === rates.tollRegion &&
      kind === 'rate_per_km' &&
      TOLL_CLASSES[truck].includes(tollClass ?? ''),
  )
  return {
    yuanPerKilometer: own(factors.price) ?? rateOf(costs(rows && [rows.priceRowId])),
    kilogramsCarbonPerTonneKilometer: own(factors.carbon) ?? rateOf(costs(rows?.carbonRowIds)),
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
