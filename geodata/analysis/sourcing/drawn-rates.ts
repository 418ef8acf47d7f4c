// In which range do nine of ten draws put a sourcing rate?
import { addAmount } from '#geodata/analysis/doubt/arrays.ts'
import { likelyRange } from '#geodata/analysis/doubt/likely.ts'
import { atLeast, type DrawnCells } from '#geodata/analysis/sourcing/drawn-cells.ts'
import type {
  Rate,
  SourcingKnown,
  SourcingRates,
} from '#geodata/contract/processes/local-sourcing.ts'

/** The rates with the likely range of each; the central value is always in it. */
export function likelyRates(
  rates: SourcingRates,
  { products, plants }: Pick<SourcingKnown, 'products' | 'plants'>,
  drawn: DrawnCells,
): SourcingRates {
  const lent = new Float64Array(drawn.draws)
  const served = (['one', 'two'] as const).map((name, index) => {
    const sums = { name, ...sumsOf(drawn, products, plants.length, index + 1) }
    return sums
  })
  const told = <R extends Rate>(rate: R, of: (one: (typeof served)[number]) => Float64Array) => {
    const likely = (name: 'one' | 'two') => {
      const sums = served.find((one) => one.name === name)
      if (!sums) return null
      const [low, high] = likelyRange(of(sums), lent)
      const { central } = rate[name]
      return [Math.min(low, central), Math.max(high, central)] as [number, number]
    }
    return {
      ...rate,
      one: { ...rate.one, likely: likely('one') },
      two: { ...rate.two, likely: likely('two') },
    }
  }
  const nothing = new Float64Array(drawn.draws)
  return {
    plants: rates.plants.map((rate, plant) =>
      told(rate, ({ ofPlants }) => ofPlants[plant] ?? nothing),
    ),
    segments: rates.segments.map((rate) =>
      told(rate, ({ ofSegments }) => ofSegments.get(rate.segmentId) ?? nothing),
    ),
    products: rates.products.map((rate, product) =>
      told(rate, ({ ofProducts }) => ofProducts[product] ?? nothing),
    ),
    total: told(rates.total, ({ total }) => total),
  }
}

/** Needs with at least so many suppliers in time, draw by draw, summed each way. */
function sumsOf(
  { draws, cells }: DrawnCells,
  products: SourcingKnown['products'],
  plantCount: number,
  least: number,
) {
  const array = () => new Float64Array(draws)
  const total = array()
  const ofPlants = Array.from({ length: plantCount }, array)
  const ofProducts = products.map(array)
  const ofSegments = new Map(products.map(({ segmentId }) => [segmentId, array()]))
  cells.forEach((row, product) => {
    const ofProduct = ofProducts[product]
    const ofSegment = ofSegments.get(products[product]?.segmentId ?? '')
    row.forEach((count, plant) => {
      const is = atLeast(count, least)
      if (is === false) return
      for (const sum of [total, ofPlants[plant], ofProduct, ofSegment]) {
        if (!sum) continue
        if (is === true) addAmount(sum, 1)
        else for (let draw = 0; draw < draws; draw++) sum[draw] = (sum[draw] ?? 0) + (is[draw] ?? 0)
      }
    })
  })
  return { total, ofPlants, ofProducts, ofSegments }
}
