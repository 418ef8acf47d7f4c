// Which text of a firm's products is to be matched first, and what does a match make of the firm?
import type { ProductText } from '#geodata/contract/documents.ts'
import type { RowDraft } from '#web/api/edits.ts'

/** The texts, those of firms without any product first, since these are found for nothing today. */
export function inNeedFirst(texts: readonly ProductText[]): ProductText[] {
  return texts.toSorted((a, b) => Number(a.productIds.length > 0) - Number(b.productIds.length > 0))
}

/** The firm as it was read, with one more product. */
export function withProduct({ type, geometry, properties }: RowDraft, productId: string): RowDraft {
  const before = Array.isArray(properties.productIds) ? properties.productIds.map(String) : []
  const productIds = [...new Set([...before, productId])].sort()
  return { type, geometry, properties: { ...properties, productIds } }
}
