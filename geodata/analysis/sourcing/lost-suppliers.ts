// Which supplier would be missed most, and who would lose its only source of what?
//
// For every recorded maker: the products and plants for which, at the middle of its trips, it is the only
// one in time, and those for which it is one of two. Firms of which only the segment is known may stand
// in for it; that is why no firm is called irreplaceable.
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

export type LostSupplier = {
  firmId: string
  /** Needs that would have no recorded supplier in time, and those that would have one left. */
  only: { productId: string; plantId: string }[]
  second: { productId: string; plantId: string }[]
}

/** The firm whose loss leaves most needs without a supplier comes first. */
export function lostSuppliers(
  { products, plants, firms }: SourcingKnown,
  withinMinutes: number,
): LostSupplier[] {
  const lost = new Map<string, LostSupplier>()
  const of = (firmId: string) => {
    const one = lost.get(firmId) ?? { firmId, only: [], second: [] }
    lost.set(firmId, one)
    return one
  }
  for (const { productId } of products) {
    const makers = firms.filter((firm) => firm.productIds.includes(productId))
    plants.forEach(({ id: plantId }, plant) => {
      const inTime = makers.filter(({ secondsTo }) => {
        const seconds = secondsTo[plant]
        return seconds && seconds[1] <= withinMinutes * 60
      })
      if (inTime.length === 1) for (const { id } of inTime) of(id).only.push({ productId, plantId })
      if (inTime.length === 2)
        for (const { id } of inTime) of(id).second.push({ productId, plantId })
    })
  }
  return [...lost.values()].sort(
    (a, b) =>
      b.only.length - a.only.length ||
      b.second.length - a.second.length ||
      (a.firmId < b.firmId ? -1 : 1),
  )
}
