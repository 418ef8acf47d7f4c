import { expect, it } from 'vitest'
import { AlikeIndex, areaPrefix, core, type Identified } from '#geodata/analysis/importing/alike.ts'
import { likeness } from '#geodata/analysis/importing/similar.ts'
import { seeded } from '#tests/support/random.ts'

const firm = (id: string, nameZh: string, part: Partial<Identified> = {}): Identified => ({
  id,
  nameZh,
  code: null,
  adcode: null,
  lngLat: null,
  radiusKilometers: null,
  ...part,
})

const HOME = areaPrefix(['重庆', '成都'])

it('tells the core of a name from what firms are', () => {
  expect(core('重庆虚构机电股份有限公司', HOME)).toBe('虚构机电')
  expect(core('四川省重庆市虚构机电厂', HOME)).toBe('虚构机电')
  expect(core('重庆虚构机电股份有限公司')).toBe('重庆虚构机电')
  expect(core('虚构机电（集团）有限责任公司')).toBe('虚构机电')
  expect(core('重庆虚构机电股份有限公司 江津分公司', HOME)).toBe('虚构机电股份有限公司江津')
  expect(core('重庆厂', HOME)).toBe('重庆')
})

it('finds the same firm under other forms of its name, under its code, and near by', () => {
  const index = new AlikeIndex(
    [
      firm('T1', '重庆虚构机电股份有限公司', {
        adcode: '500107',
        lngLat: [106.4, 29.5],
        radiusKilometers: 3.2,
      }),
      firm('T2', '虚构汽车零部件有限公司', { code: '91350100M000100Y43' }),
      firm('T3', '虚构汽车销售公司'),
    ],
    HOME,
  )
  expect(index.find(firm('x', '重庆虚构机电有限公司'))).toEqual([
    { id: 'T1', by: 'name', likeness: 1, isSameArea: null, meters: null },
  ])
  expect(index.find(firm('x', '全新的名字', { code: '91350100M000100Y43' }))).toMatchObject([
    { id: 'T2', by: 'code' },
  ])
  const near = firm('x', '虚构机电设备有限公司', { adcode: '500107', lngLat: [106.41, 29.51] })
  expect(index.find(near)).toMatchObject([{ id: 'T1', by: 'likeness', isSameArea: true }])
  expect(index.find(near)[0]?.meters).toBeCloseTo(1475, -2)
  expect(index.find({ ...near, lngLat: [108, 31] })).toEqual([])
  // Another code is another firm, of whatever name.
  expect(index.find(firm('x', '虚构汽车零部件有限公司', { code: '91440300708461136T' }))).toEqual(
    [],
  )
})

it('finds every name that is alike enough, as who compares each with each', () => {
  const random = seeded(7)
  const letters = [...'安宝昌达恩方光海']
  const name = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 5) },
      () => letters[Math.floor(random() * 8)],
    ).join('')
  const names = Array.from({ length: 400 }, name)
  const index = new AlikeIndex(names.map((one, at) => firm(`T${at}`, one)))
  for (let one = 0; one < 200; one++) {
    const asked = name()
    const best = names
      .map((other) => likeness(core(asked), core(other)))
      .filter((alike) => alike >= 0.88)
      .sort((a, b) => b - a)
      .slice(0, 3)
    expect(index.find(firm('x', asked)).map((found) => found.likeness)).toEqual(best)
  }
})

it('compares a row with those of its own code and those without one', () => {
  const index = new AlikeIndex([
    firm('older', '虚构机电', { code: 'A' }),
    firm('none', '虚构机电'),
    firm('other', '虚构机电', { code: 'B' }),
    firm('newer', '虚构电机', { code: 'A' }),
  ])
  const ids = (code: string | null) =>
    index.find(firm('x', '虚构机电', { code })).map(({ id, by }) => `${id} ${by}`)
  expect(ids('A')).toEqual(['newer code', 'none name', 'older name'])
  expect(ids('C')).toEqual(['none name'])
  expect(ids(null)).toEqual(['other name', 'none name', 'older name'])
})

it('looks at tens of thousands of rows by their rarest pairs', () => {
  const index = new AlikeIndex([], HOME)
  const syllables = [...'安宝昌达恩方光海宏华嘉建金凯力联明宁鹏庆瑞盛泰伟新鑫兴亚永远裕正志中众']
  const name = (n: number) =>
    `${syllables[n % 36]}${syllables[Math.floor(n / 36) % 36]}${syllables[Math.floor(n / 1296) % 36]}${syllables[(n * 7) % 36]}有限公司`
  for (let n = 0; n < 46_656; n++) index.add(firm(`T${n}`, name(n)))
  const found = index.find(firm('x', `重庆${name(31_415)}`))
  expect(found[0]).toMatchObject({ id: 'T31415', by: 'name' })
})
