// Which suppliers would there be if projects of the pool were carried out, as local sourcing counts them?
//
// Each product of a project with an agreed park is one supplier there. What names no park, only a segment, or products
// that no vehicle plant takes in is left out, and said to be.
import type { Prospect } from '#geodata/analysis/prospects/prospect.ts'
import type { ProspectStage } from '#geodata/contract/editable/prospects.ts'
import type { SourcingKnown } from '#geodata/contract/processes/local-sourcing.ts'

export type FutureSupplier = { prospectId: string; productId: string; parkId: string }
export type LeftOut = {
  prospectId: string
  /** noPark, noProduct: not recorded; notCounted: local sourcing knows neither its products nor its park. */
  why: 'noPark' | 'noProduct' | 'notCounted'
}

/** Of the projects in these stages. */
export function suppliersOf(
  prospects: readonly Prospect[],
  stages: readonly ProspectStage[],
  { products, parks }: Pick<SourcingKnown, 'products' | 'parks'>,
): { suppliers: FutureSupplier[]; leftOut: LeftOut[] } {
  const isNeeded = new Set(products.map(({ productId }) => productId))
  const isPark = new Set(parks.map(({ id }) => id))
  const suppliers: FutureSupplier[] = []
  const leftOut: LeftOut[] = []
  for (const { id: prospectId, properties } of prospects) {
    const { parkId, productIds, stage } = properties
    if (!stages.includes(stage)) continue
    const made =
      parkId !== null && isPark.has(parkId) ? productIds.filter((id) => isNeeded.has(id)) : []
    if (parkId === null) leftOut.push({ prospectId, why: 'noPark' })
    else if (productIds.length === 0) leftOut.push({ prospectId, why: 'noProduct' })
    else if (made.length === 0) leftOut.push({ prospectId, why: 'notCounted' })
    else for (const productId of made) suppliers.push({ prospectId, productId, parkId })
  }
  return { suppliers, leftOut }
}
