// Are texts of firms without any product the first to be matched, and does a match keep what was known?
import { expect, it } from 'vitest'
import type { ProductText } from '#geodata/contract/documents.ts'
import { inNeedFirst, withProduct } from '#web/workspaces/layout/changes/matched-text.ts'

const text = (companyId: string, productIds: string[]): ProductText => ({
  companyId,
  nameZh: companyId,
  nameEn: companyId,
  text: '冷却板',
  source: 'invented',
  confidence: 'low',
  productIds,
})

it('lists firms without any product first, each in the order it came', () => {
  const texts = [text('a', ['seat']), text('b', []), text('c', ['seat']), text('d', [])]
  expect(inNeedFirst(texts).map(({ companyId }) => companyId)).toEqual(['b', 'd', 'a', 'c'])
})

it('adds the product to those of the firm, once, and changes nothing else', () => {
  const firm = {
    type: 'Feature' as const,
    geometry: { type: 'Point', coordinates: [106.5, 29.5] },
    properties: { nameZh: '虚构', productIds: ['seat'], note: null },
  }
  const matched = withProduct(firm, 'cold-plate')
  expect(matched).toEqual({
    ...firm,
    properties: { ...firm.properties, productIds: ['cold-plate', 'seat'] },
  })
  expect(withProduct(matched, 'cold-plate')).toEqual(matched)
})
