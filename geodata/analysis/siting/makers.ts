// Who makes a purchased input? Surely who is recorded with it; perhaps who is known by a wider product or its segment.
//
// Recorded with it: with the product of that very name, or with a text that names it. A firm recorded with
// the wider product of which the input is one kind (an ingot maker under 镁铝合金, where 铝型材 is bought)
// may make it, with the chance (k + 1) ÷ (n + 2) for k that do among n of the product. A firm of which only
// the segment is known may make it with the chance (k + 1) ÷ (n + p + 1) for k makers among n firms with
// known products and p products of the segment (Laplace’s rule of succession both times, spread evenly where
// nothing is known). Possible makers widen what is told and never carry the central value.
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import type { Question } from '#geodata/analysis/siting/question.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

export type Purchased = {
  productId: string | null
  segmentId: string | null
  title: Bilingual
}

export type Maker = {
  company: Company
  /** product: recorded with the input itself; class: with the wider product; segment: only with its segment. */
  basis: 'product' | 'class' | 'segment'
  /** Chance that it makes the input; 1 where that is recorded. */
  chance: number
}

/** What the user says is bought, or what the facts record for the product. */
export function purchased(
  { productInputs, taxonomy }: RegionFacts,
  { productId }: Pick<Question, 'productId'>,
  { upstream }: Pick<SitingInputs, 'upstream'>,
): Purchased[] {
  if (upstream) {
    return upstream.map((one) => {
      const segment = taxonomy.find(({ segmentId, products }) =>
        one.segmentId
          ? segmentId === one.segmentId
          : products.some((product) => product.productId === one.productId),
      )
      const product = segment?.products.find((each) => each.productId === one.productId)
      const id = one.productId ?? one.segmentId ?? ''
      return {
        productId: one.productId ?? null,
        segmentId: segment?.segmentId ?? null,
        title: product?.name ?? segment?.name ?? { zh: id, en: id },
      }
    })
  }
  return productInputs
    .filter((row) => productId && row.productId === productId)
    .map((row) => ({
      productId: row.inputProductId,
      segmentId: row.inputSegmentId,
      title: { zh: row.inputZh, en: row.inputEn },
    }))
    .filter((one) => one.productId || one.segmentId)
}

/** Those recorded with it first; `chance` in the place of the register’s where it is given. */
export function makersOf(facts: RegionFacts, input: Purchased, chance?: number): Maker[] {
  const { productId, segmentId } = input
  const segment = facts.taxonomy.find((one) =>
    segmentId
      ? one.segmentId === segmentId
      : one.products.some((product) => product.productId === productId),
  )
  const listed = new Set(segment?.products.map((product) => product.productId))
  const ofSegment = facts.companies.filter(
    ({ properties }) =>
      properties.kind !== 'oem' &&
      segment !== undefined &&
      properties.segmentIds.includes(segment.segmentId),
  )
  const ofProduct = facts.companies.filter(
    ({ properties }) => productId && properties.productIds.includes(productId),
  )
  const sure = ofProduct.filter((firm) => namesInput(facts, input, firm))
  const isUnrecorded = ({ properties }: Company) =>
    !properties.productIds.some((one) => listed.has(one))
  const recorded = ofSegment.filter((firm) => !isUnrecorded(firm)).length
  const possible = (firms: readonly Company[], basis: Maker['basis'], share: number) =>
    firms
      .filter((firm) => !sure.includes(firm))
      .map((company) => ({ company, basis, chance: chance ?? share }))
  const makers = productId ? sure.length : 0
  return [
    ...sure.map((company) => ({ company, basis: 'product' as const, chance: 1 })),
    ...possible(ofProduct, 'class', (sure.length + 1) / (ofProduct.length + 2)),
    ...possible(
      ofSegment.filter((firm) => !ofProduct.includes(firm) && (!productId || isUnrecorded(firm))),
      'segment',
      (makers + 1) / ((productId ? recorded : 0) + listed.size + 1),
    ),
  ]
}

/** Whether a firm recorded with the product of an input is recorded with the input itself. */
function namesInput(
  { companyProducts, taxonomy }: RegionFacts,
  { productId, title }: Purchased,
  { properties: { id } }: Company,
): boolean {
  const product = taxonomy
    .flatMap(({ products }) => products)
    .find((one) => one.productId === productId)
  if (!product || product.name.zh === title.zh) return true
  return companyProducts.some(
    (row) =>
      row.companyId === id && row.productId === productId && row.productText?.includes(title.zh),
  )
}
