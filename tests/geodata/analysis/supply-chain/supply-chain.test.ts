// Who might supply whom? Invented firms around an invented battery.
import { describe, expect, it } from 'vitest'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { supplyChain } from '#geodata/analysis/supply-chain/supply-chain.ts'

type Firm = { products?: string[]; segments?: string[]; kind?: string }

function region(firms: Record<string, Firm>): RegionFacts {
  const product = (productId: string) => ({ productId, name: { zh: productId, en: productId } })
  return {
    companies: Object.entries(firms).map(
      ([id, { products = [], segments = [], kind = 'tier1' }]) => ({
        properties: { id, kind, productIds: products, segmentIds: segments },
      }),
    ),
    taxonomy: [
      { segmentId: 'packs', products: [product('pack')] },
      { segmentId: 'cells', products: [product('cathode'), product('anode')] },
    ],
    productInputs: [
      input('pack', 'packs', 'cathode', 'cells', 'JIT'),
      input('cathode', 'cells', null, 'salts', null),
    ],
  } as unknown as RegionFacts
}

function input(
  productId: string,
  segmentId: string,
  inputProductId: string | null,
  inputSegmentId: string,
  deliveryModeToPlant: string | null,
) {
  const name = inputProductId ?? inputSegmentId
  return {
    ...{ productId, segmentId, inputProductId, inputSegmentId, deliveryModeToPlant },
    ...{ inputZh: name, inputEn: name, source: 'invented' },
  }
}

const told = (facts: RegionFacts, ...ids: string[]) => {
  const { suppliers, customers } = supplyChain(facts, new Set(ids))
  const short = (partners: typeof suppliers) =>
    partners.map(({ companyId, goods }) => `${companyId} ${goods[0]?.match}`)
  return { suppliers: short(suppliers), customers: short(customers) }
}

describe('possible trade', () => {
  const facts = region({
    packer: { products: ['pack'], segments: ['packs'] },
    cathodes: { products: ['cathode'], segments: ['cells'] },
    anodes: { products: ['anode'], segments: ['cells'] },
    somehow: { segments: ['cells'] },
    salter: { segments: ['salts'] },
    maker: { kind: 'oem' },
  })

  it('finds who makes an input, firmly; and who is only known to work in its segment, weakly', () => {
    expect(told(facts, 'packer').suppliers).toEqual(['cathodes product', 'somehow segment'])
  })

  it('does not take the maker of one product for the maker of another of the segment', () => {
    expect(told(facts, 'anodes').customers).toEqual([])
  })

  it('finds who buys: the next in the chain, and vehicle makers where it is delivered to plants', () => {
    expect(told(facts, 'cathodes').customers).toEqual(['packer product'])
    expect(told(facts, 'packer').customers).toEqual(['maker product'])
    expect(told(facts, 'maker').suppliers).toEqual(['packer product'])
  })

  it('is weak when of the input only the segment is known', () => {
    expect(told(facts, 'cathodes').suppliers).toEqual(['salter segment'])
  })

  it('is the same from both ends', () => {
    const ids = facts.companies.map(({ properties }) => properties.id)
    for (const one of ids) {
      for (const { companyId } of supplyChain(facts, new Set([one])).suppliers) {
        const back = supplyChain(facts, new Set([companyId])).customers
        expect(back.map((partner) => partner.companyId)).toContain(one)
      }
    }
  })

  it('leaves out trade among the firms of one park', () => {
    expect(told(facts, 'packer', 'cathodes').suppliers).not.toContain('cathodes product')
  })

  it('says of whom nothing can be derived', () => {
    const bare = region({ unknown: {} })
    expect(supplyChain(bare, new Set(['unknown'])).withoutProducts).toEqual(['unknown'])
  })

  it('lists so many of a side as are asked for, the firmest first, and counts them all', () => {
    const cathodes = Object.fromEntries(
      Array.from({ length: 7 }, (_, number) => [
        `cathodes${number}`,
        { products: ['cathode'], segments: ['cells'] },
      ]),
    )
    const many = region({
      somehow: { segments: ['cells'] },
      packer: { products: ['pack'], segments: ['packs'] },
      ...cathodes,
    })
    const { suppliers, counts } = supplyChain(many, new Set(['packer']), 3)
    expect(suppliers.map(({ companyId }) => companyId)).toEqual(Object.keys(cathodes).slice(0, 3))
    expect(counts).toEqual({
      suppliers: { product: 7, segment: 1 },
      customers: { product: 0, segment: 0 },
    })
    expect(supplyChain(many, new Set(['packer'])).suppliers).toHaveLength(8)
  })
})
