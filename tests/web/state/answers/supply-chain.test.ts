// Which links does the chosen know of: its own, and those agreed above it?
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Company, Link, Park } from '#geodata/contract/collections.ts'
import type { PossiblePartner } from '#geodata/contract/processes/supply-chain.ts'
import { learn } from '#web/messages/index.ts'
import { byGoods } from '#web/panels/inspector/supply-partners.tsx'
import { knownLinks, linksAbove } from '#web/state/answers/supply-chain.ts'
import { companies } from '#web/state/region/firms.ts'
import { links, parks } from '#web/state/region/lists.ts'
import { changeView, takeView } from '#web/state/view/store.ts'
import { DEFAULT_VIEW } from '#web/state/view/view.ts'

const link = (id: string, fromIds: string[], toIds: string[], year = 2024) =>
  ({ id, properties: { id, fromIds, toIds, year } }) as unknown as Link

beforeAll(() => learn('zh-CN'))
beforeEach(() => {
  takeView(DEFAULT_VIEW)
  parks.value = [{ properties: { id: 'park', adcode: '900101' } }] as unknown as Park[]
  companies.value = [
    { properties: { id: 'firm', parkId: 'park', adcode: '900101' } },
    { properties: { id: 'alone', parkId: null, adcode: null } },
  ] as unknown as Company[]
  links.value = [
    link('of-park', ['park'], ['510100']),
    link('of-firm', ['firm'], ['510100']),
    link('of-district', ['900101'], ['510112']),
    link('later', ['900101'], ['510112'], 2025),
    link('of-both', ['900101', 'park'], ['510100']),
    link('elsewhere', ['900102'], ['510100']),
  ]
})
const ids = (list: readonly Link[]) => list.map(({ id }) => id)
const choose = (collection: 'parks' | 'companies', id: string) =>
  changeView({ selection: { collection, id } })

it('shows beside the links of a park those of its district, each once', () => {
  choose('parks', 'park')
  expect(ids(knownLinks.value)).toEqual(['of-park', 'of-firm', 'of-both'])
  expect(ids(linksAbove.value)).toEqual(['of-district', 'later'])
})

it('shows beside the links of a firm those of its park and district', () => {
  choose('companies', 'firm')
  expect(ids(knownLinks.value)).toEqual(['of-firm'])
  expect(ids(linksAbove.value)).toEqual(['of-park', 'of-district', 'later', 'of-both'])
})

it('has none above a firm whose place is not known, nor links of a later year', () => {
  choose('companies', 'alone')
  expect(ids(linksAbove.value)).toEqual([])
  choose('parks', 'park')
  changeView({ year: 2024 })
  expect(ids(linksAbove.value)).toEqual(['of-district'])
})

it('writes once the goods by which several firms fit', () => {
  const partner = (companyId: string, ...goods: string[]): PossiblePartner => ({
    companyId,
    goods: goods.map((zh) => ({
      match: 'product',
      productId: zh,
      intoProductId: 'motor',
      name: { zh, en: zh },
      source: `source of ${zh}`,
    })),
  })
  expect(
    byGoods([partner('a', '轴承'), partner('b', '铜线', '轴承'), partner('c', '轴承')]),
  ).toEqual([
    { goods: '轴承', ids: ['a', 'c'], source: 'source of 轴承' },
    { goods: '铜线, 轴承', ids: ['b'], source: 'source of 铜线; source of 轴承' },
  ])
})
