// What is sited by a question of a story, in words?
import type { TaxonomySegment } from '#geodata/contract/documents.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Asked = { productId?: unknown; segmentId?: unknown }

/** The product, else the segment; what is no longer there is called by its id. */
export function productAsked(
  { productId, segmentId }: Asked,
  taxonomy: readonly TaxonomySegment[],
): Bilingual {
  const product = taxonomy
    .flatMap(({ products }) => products)
    .find((one) => one.productId === productId)
  const segment = taxonomy.find((one) => one.segmentId === segmentId)
  const id = String(productId ?? segmentId ?? '')
  return product?.name ?? segment?.name ?? { zh: id, en: id }
}
