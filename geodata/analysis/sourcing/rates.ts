// What share of the products a vehicle plant takes in has a known supplier within X truck minutes?
//
//   rate of a plant = products with at least n suppliers in time ÷ products it takes in      n = 1, 2
//
// A supplier is a firm recorded to make the product; one of which only the segment is known may make it.
// A trip that is in time only at its low end, a firm without a place, and such a firm count in the high
// end alone, so that [low, high] holds whatever turns out; `central` takes recorded makers at the middle
// of their trips. What is likely of it stands on joint draws (drawn-rates.ts). It counts known firms and listed products by number, not by value: it is not the local
// supply rate of purchases that is published for the city.
import { reachBy } from '#geodata/analysis/coverage/reach.ts'
import type { SourcingKnown, SourcingRates } from '#geodata/contract/processes/local-sourcing.ts'

type Added = { productId: string; secondsTo: SourcingKnown['firms'][number]['secondsTo'] }
type Count = { low: number; central: number; high: number }

/** `added`: suppliers that are not there yet. */
export function sourcingRates(
  known: SourcingKnown,
  withinMinutes: number,
  added: readonly Added[] = [],
): SourcingRates {
  const cells = supplyCells(known, withinMinutes, added)
  const rateOf = (counts: readonly Count[], least: number) => ({
    low: counts.filter(({ low }) => low >= least).length,
    central: counts.filter(({ central }) => central >= least).length,
    high: counts.filter(({ high }) => high >= least).length,
    likely: null,
  })
  const segments = [...new Set(known.products.map(({ segmentId }) => segmentId))]
  const of = (counts: readonly Count[]) => ({
    needed: counts.length,
    one: rateOf(counts, 1),
    two: rateOf(counts, 2),
  })
  return {
    plants: known.plants.map(({ id }, plant) => ({
      plantId: id,
      ...of(cells.map((row) => row[plant] ?? NOBODY)),
    })),
    segments: segments.map((segmentId) => ({
      segmentId,
      ...of(cells.filter((_, index) => known.products[index]?.segmentId === segmentId).flat()),
    })),
    products: known.products.map(({ productId }, product) => ({
      productId,
      ...of(cells[product] ?? []),
    })),
    total: of(cells.flat()),
  }
}

const NOBODY: Count = { low: 0, central: 0, high: 0 }

/** Suppliers in time of each product (row) at each plant (column). */
export function supplyCells(
  { products, plants, firms }: SourcingKnown,
  withinMinutes: number,
  added: readonly Added[] = [],
): Count[][] {
  return products.map(({ productId, segmentId }) => {
    const makers = firms.filter((firm) => firm.productIds.includes(productId))
    const maybe = firms.filter((firm) => firm.onlySegmentIds.includes(segmentId))
    const secondsOfMakers = makers.map(({ secondsTo }) => secondsTo)
    for (const one of added) if (one.productId === productId) secondsOfMakers.push(one.secondsTo)
    return plants.map((_, plant) => {
      const count = { ...NOBODY }
      for (const secondsTo of secondsOfMakers) {
        const seconds = secondsTo[plant]
        const reach = reachBy(seconds, withinMinutes)
        if (reach === 'within') count.low += 1
        if (reach !== 'beyond') count.high += 1
        if (seconds && seconds[1] <= withinMinutes * 60) count.central += 1
      }
      for (const { secondsTo } of maybe) {
        if (reachBy(secondsTo[plant], withinMinutes) !== 'beyond') count.high += 1
      }
      return count
    })
  })
}
