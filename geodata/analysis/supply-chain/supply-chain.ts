// Who might supply a firm, and whom might it supply? Derived from products and their inputs.
//
// A firm fits a product when it is recorded to make it. Where of a firm only the segment is known, or
// of an input, the segment must do, and the answer says so. Vehicle makers take every product that
// the table of inputs says is delivered to their plants.
import type { ProductInputRow, RegionFacts } from '#geodata/analysis/facts.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type {
  PossiblePartner,
  SupplyChainResult,
  SupplyGood,
} from '#geodata/contract/processes/supply-chain.ts'

type Match = SupplyGood['match']
type Facts = Pick<RegionFacts, 'companies' | 'taxonomy' | 'productInputs'>
type Made = { productId: string | null; segmentId: string | null }
/** One thing that is bought: what it is, and what it goes into; null: a vehicle. */
type Trade = { good: Made; into: Made | null; name: SupplyGood['name']; source: string }

export function supplyChain(
  facts: Facts,
  companyIds: ReadonlySet<string>,
): Omit<SupplyChainResult, 'basis'> {
  const fits = fitsBy(facts)
  const trades = tradesOf(facts)
  const asked = facts.companies.filter(({ properties }) => companyIds.has(properties.id))
  const others = facts.companies.filter(({ properties }) => !companyIds.has(properties.id))
  const buys = (company: Company, { into }: Trade): Match | null =>
    into ? fits(company, into) : company.properties.kind === 'oem' ? 'product' : null
  const sells = (company: Company, { good }: Trade): Match | null => fits(company, good)
  return {
    suppliers: partners(others, sells, wanted(asked, buys, trades)),
    customers: partners(others, buys, wanted(asked, sells, trades)),
    withoutProducts: asked
      .filter(
        ({ properties: { kind, productIds, segmentIds } }) =>
          kind !== 'oem' && productIds.length + segmentIds.length === 0,
      )
      .map(({ properties }) => properties.id),
  }
}

/** How firmly a firm makes something; null: it does not. */
function fitsBy({ taxonomy }: Facts): (company: Company, made: Made) => Match | null {
  const segmentOf = new Map(
    taxonomy.flatMap(({ segmentId, products }) =>
      products.map(({ productId }) => [productId, segmentId] as const),
    ),
  )
  return ({ properties: { productIds, segmentIds } }, { productId, segmentId }) => {
    if (productId !== null && productIds.includes(productId)) return 'product'
    if (segmentId === null || !segmentIds.includes(segmentId)) return null
    // Whose products of the segment are known makes those, and not another.
    const isToldApart = productIds.some((one) => segmentOf.get(one) === segmentId)
    return productId === null || !isToldApart ? 'segment' : null
  }
}

function tradesOf({ productInputs, taxonomy }: Facts): Trade[] {
  const inputs = productInputs
    .filter(({ inputProductId, inputSegmentId }) => inputProductId ?? inputSegmentId)
    .map((row) => ({
      good: { productId: row.inputProductId, segmentId: row.inputSegmentId },
      into: { productId: row.productId, segmentId: row.segmentId },
      name: { zh: row.inputZh, en: row.inputEn },
      source: row.source,
    }))
  const delivered = new Map<string, ProductInputRow>()
  for (const row of productInputs) {
    if (row.productId && row.deliveryModeToPlant && !delivered.has(row.productId)) {
      delivered.set(row.productId, row)
    }
  }
  const toPlants = taxonomy.flatMap(({ segmentId, products }) =>
    products.flatMap(({ productId, name }) => {
      const row = delivered.get(productId)
      return row ? [{ good: { productId, segmentId }, into: null, name, source: row.source }] : []
    }),
  )
  return [...inputs, ...toPlants]
}

/** The trades that a firm takes part in, with how firmly the firmest of them does. */
function wanted(
  companies: readonly Company[],
  takesPart: (company: Company, trade: Trade) => Match | null,
  trades: readonly Trade[],
): { trade: Trade; match: Match }[] {
  return trades.flatMap((trade) => {
    const matches = companies.map((company) => takesPart(company, trade))
    const match = matches.includes('product') ? 'product' : matches.find((one) => one !== null)
    return match ? [{ trade, match }] : []
  })
}

function partners(
  companies: readonly Company[],
  takesPart: (company: Company, trade: Trade) => Match | null,
  asked: readonly { trade: Trade; match: Match }[],
): PossiblePartner[] {
  return companies
    .flatMap((company) => {
      const goods = asked.flatMap(({ trade, match }) => {
        const theirs = takesPart(company, trade)
        return theirs ? [goodOf(trade, match === 'product' ? theirs : 'segment')] : []
      })
      return goods.length > 0
        ? [{ companyId: company.properties.id, goods: goods.sort(byFirmness) }]
        : []
    })
    .sort((a, b) => byFirmness(a.goods[0], b.goods[0]) || b.goods.length - a.goods.length)
}

function goodOf({ name, into, source }: Trade, match: Match): SupplyGood {
  return { name, intoProductId: into?.productId ?? null, match, source }
}

function byFirmness(a: SupplyGood | undefined, b: SupplyGood | undefined): number {
  return Number(a?.match === 'segment') - Number(b?.match === 'segment')
}
