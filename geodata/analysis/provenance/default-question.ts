// Whose first place counts where no question is in view?
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { SitingInputs } from '#geodata/contract/processes/siting.ts'

/**
 * Where a maker of the segment belongs that most parks name as theirs, of equals the first of the taxonomy: of the first
 * of its products of which it is recorded what it is made from, else of the segment. null: there is no segment to ask
 * about. Every weight and assumption is the default of `siting`.
 */
export function defaultQuestion({
  parks,
  taxonomy,
  productInputs,
}: Pick<RegionFacts, 'parks' | 'taxonomy' | 'productInputs'>): SitingInputs | null {
  const times = (id: string) =>
    parks.filter(({ properties }) => properties.segmentIds.includes(id)).length
  const [most] = taxonomy
    .map(({ segmentId, products }) => ({ segmentId, products, count: times(segmentId) }))
    .sort((a, b) => b.count - a.count)
  if (!most) return null
  const made = most.products.find(({ productId }) =>
    productInputs.some((input) => input.productId === productId),
  )
  return SitingInputs.parse(made ? { productId: made.productId } : { segmentId: most.segmentId })
}
