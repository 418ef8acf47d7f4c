// Who might supply a firm, and whom might it supply? Derived from products and their inputs.
//
// A firm fits a product when it is recorded to make it. Where of a firm only the segment is known, or
// of an input, the segment must do, and the answer says so. Vehicle makers take every product that
// the table of inputs says is delivered to their plants.
import type { ProductInputRow, RegionFacts } from '#geodata/analysis/facts.ts'
import type { Company } from '#geodata/contract/collections.ts'
import type {
  PartnerCounts,
  PossiblePartner,
  SupplyChainResult,
  SupplyGood,
} from '#geodata/contract/processes/supply-chain.ts'

type Match = SupplyGood['match']
type Facts = Pick<RegionFacts, 'companies' | 'taxonomy' | 'productInputs'>
type Made = { productId: string | null; segmentId: string | null }
type TakesPart = (company: Company, trade: Trade) => Match | null
/** One thing that is bought: what it is, and what it goes into; null: a vehicle. */
type Trade = { good: Made; into: Made | null; name: SupplyGood['name']; source: string }

/** `most`: so many partners of a side are listed, the firmest first. */
export function supplyChain(
  facts: Facts,
  companyIds: ReadonlySet<string>,
  most = Number.POSITIVE_INFINITY,
): Omit<SupplyChainResult, 'basis'> {
  const fits = fitsBy(facts)
  const trades = tradesOf(facts)
  const asked = facts.companies.filter(({ properties }) => companyIds.has(properties.id))
  const others = facts.companies.filter(({ properties }) => !companyIds.has(properties.id))
  const [askedAlike, othersAlike] = [alike(asked), alike(others)]
  const buys = (company: Company, { into }: Trade): Match | null =>
    into ? fits(company, into) : company.properties.kind === 'oem' ? 'product' : null
  const sells = (company: Company, { good }: Trade): Match | null => fits(company, good)
  const suppliers = partners(othersAlike, sells, wanted(askedAlike, buys, trades))
  const customers = partners(othersAlike, buys, wanted(askedAlike, sells, trades))
  return {
    suppliers: listed(suppliers, most),
    customers: listed(customers, most),
    counts: { suppliers: countsOf(suppliers), customers: countsOf(customers) },
    withoutProducts: asked
      .filter(
        ({ properties: { kind, productIds, segmentIds } }) =>
          kind !== 'oem' && productIds.length + segmentIds.length === 0,
      )
      .map(({ properties }) => properties.id),
  }
}

/** Firms that are of one kind and make the same trade alike, whichever of them it is. */
function alike(companies: readonly Company[]): Company[][] {
  const byWhatTheyMake = Map.groupBy(
    companies,
    ({ properties: { kind, productIds, segmentIds } }) =>
      [kind, productIds.join(), segmentIds.join()].join('|'),
  )
  return [...byWhatTheyMake.values()]
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
  groups: readonly (readonly Company[])[],
  takesPart: TakesPart,
  trades: readonly Trade[],
): { trade: Trade; match: Match }[] {
  return trades.flatMap((trade) => {
    const matches = groups.map(([one]) => one && takesPart(one, trade))
    const match = matches.includes('product') ? 'product' : matches.find((one) => one)
    return match ? [{ trade, match }] : []
  })
}

type Partners = { companies: readonly Company[]; goods: PossiblePartner['goods'] }

/** The firmest first. */
function partners(
  groups: readonly (readonly Company[])[],
  takesPart: TakesPart,
  asked: readonly { trade: Trade; match: Match }[],
): Partners[] {
  return groups
    .flatMap((companies) => {
      const goods = asked.flatMap(({ trade, match }) => {
        const theirs = companies[0] && takesPart(companies[0], trade)
        return theirs ? [goodOf(trade, match === 'product' ? theirs : 'segment')] : []
      })
      return goods.length > 0 ? [{ companies, goods: goods.sort(byFirmness) }] : []
    })
    .sort((a, b) => byFirmness(a.goods[0], b.goods[0]) || b.goods.length - a.goods.length)
}

function listed(partners: readonly Partners[], most: number): PossiblePartner[] {
  const list: PossiblePartner[] = []
  for (const { companies, goods } of partners) {
    for (const { properties } of companies) {
      if (list.length >= most) return list
      list.push({ companyId: properties.id, goods })
    }
  }
  return list
}

function countsOf(partners: readonly Partners[]): PartnerCounts {
  const counts = { product: 0, segment: 0 }
  for (const { companies, goods } of partners) {
    counts[goods[0]?.match ?? 'segment'] += companies.length
  }
  return counts
}

function goodOf({ name, into, source }: Trade, match: Match): SupplyGood {
  return { name, intoProductId: into?.productId ?? null, match, source }
}

function byFirmness(a: SupplyGood | undefined, b: SupplyGood | undefined): number {
  return Number(a?.match === 'segment') - Number(b?.match === 'segment')
}
