// Is a row without coordinates placed where its words say, and nowhere where they do not?
import { beforeAll, describe, expect, it } from 'vitest'
import { type Gazetteer, gazetteerOf } from '#geodata/analysis/importing/gazetteer.ts'
import {
  namedAreaOf,
  placeByWords,
  type RowWords,
} from '#geodata/analysis/importing/place-by-words.ts'
import type { Company, District, Hub, Park, Site } from '#geodata/contract/collections.ts'
import { builtApp } from '#tests/support/built-app.ts'
import { HOME } from '#tests/support/home.ts'

const built = builtApp()
const rowsOf = async <Row>(id: 'parks' | 'hubs' | 'districts' | 'companies') =>
  (await built.store.rows.features(HOME, id)).features as unknown as Row[]

let stored: Gazetteer
let companies: Company[]
let parks: Park[]
beforeAll(async () => {
  parks = await rowsOf<Park>('parks')
  companies = await rowsOf<Company>('companies')
  stored = gazetteerOf({
    parks,
    hubs: await rowsOf<Hub>('hubs'),
    sites: [],
    areas: await rowsOf<District>('districts'),
    provinceNames: ['重庆'],
  })
})

const NOTHING: RowWords = { address: '', name: '', districtZh: '', city: '', parkId: null }
const read = (words: Partial<RowWords>) => placeByWords({ ...NOTHING, ...words }, stored)
const short = (words: Partial<RowWords>) => {
  const place = read(words)
  if (place.kind === 'none') return place.why?.zh ?? null
  const { area, precision, note } = place
  return `${area.properties.nameZh} ${precision} ${note}`
}

describe('an address', () => {
  it.each([
    ['重庆市渝北区回兴街道', '渝北区', 'district'],
    ['渝北回兴', '渝北区', 'district'],
    ['四川省宜宾市翠屏区', '翠屏区', 'district'],
    ['成都龙泉驿', '龙泉驿区', 'district'],
    ['广安市广安区', '广安区', 'district'],
    ['石柱县', '石柱土家族自治县', 'district'],
    ['重庆市璧山县', '璧山区', 'district'],
    ['忠县', '忠县', 'district'],
    ['No. 1 Road, Yubei District, Chongqing', '渝北区', 'district'],
    ['璧山高新区剑山路', '璧山区', 'town'],
    ['江津区双福街道', '江津区', 'town'],
    ['重庆江北国际机场', '渝北区', 'street'],
    ['渝北区江北国际机场旁', '渝北区', 'street'],
    ['果园港', '江北区', 'town'],
  ])('%s is in %s, known to the %s', (address, area, precision) => {
    const place = read({ address })
    expect(place).toMatchObject({ kind: 'place', precision })
    expect(place.kind === 'place' && place.area.properties.nameZh).toBe(area)
  })

  it.each([
    '长寿路12号',
    '江北新区',
    '双流路',
    '最高县',
    '南京市雨花台区',
    'Jiangbei Road 5',
    '合川路',
    '',
  ])('“%s” names nothing that is known', (address) => {
    expect(read({ address })).toEqual({ kind: 'none', why: null })
  })

  it('does not take the road of a park’s town for the town, nor another town of its name', () => {
    expect(short({ address: '江津区双福路3号' })).toMatch(/^江津区 district /)
    expect(short({ address: '合川区双福镇' })).toMatch(/^合川区 district /)
    expect(short({ address: '涪陵区江北街道' })).toMatch(/^涪陵区 district /)
  })

  it('that contradicts itself, the district or the city is no place, and says so', () => {
    expect(short({ address: '渝北区', districtZh: '璧山区' })).toBe(
      '区县写的是“璧山区”，地址写的却是“渝北区”',
    )
    expect(short({ address: '渝北区和江北区' })).toBe('地址里既有“渝北区”，又有“江北区”')
    expect(short({ address: '宜宾市璧山区' })).toBe('地址里既有“宜宾市”，又有“璧山区”')
    expect(short({ districtZh: '渝北区', city: '成都' })).toBe(
      '区县写的是“渝北区”，城市写的却是“成都”',
    )
    expect(short({ address: '果园港至寸滩港' })).toBe(
      '地址里有不止一处：果园港、寸滩港，请写明其一',
    )
  })

  it('that goes no further than a city is too wide to be a place', () => {
    for (const address of ['成都市', '泸州市', '广安']) {
      expect(short({ address })).toMatch(/^只写到“..市”，定不到区县/)
    }
  })
})

describe('the district of the merger of 2025', () => {
  it('alone may be any that went into it', () => {
    expect(short({ districtZh: '两江新区' })).toBe(
      '“两江新区”可能是江北区、渝北区、北碚区，请写明其一',
    )
  })

  it('goes together with each of them, and with no other', () => {
    for (const districtZh of ['江北区', '渝北区', '北碚区']) {
      const place = read({ address: '重庆市两江新区', districtZh })
      expect(place.kind === 'place' && place.area.properties.nameZh).toBe(districtZh)
    }
    expect(short({ address: '重庆市两江新区', districtZh: '璧山区' })).toContain('却是“两江新区”')
  })
})

describe('the park of a row', () => {
  it('is its place, as exact as the park is', () => {
    const park = parks.find(({ id }) => id === 'CQ-N01')
    expect(read({ parkId: 'CQ-N01', address: '重庆市璧山区' })).toMatchObject({
      kind: 'place',
      lngLat: park?.geometry.coordinates,
      precision: 'town',
      note: '按所在园区定到“璧山高新技术产业开发区”',
    })
  })

  it('that is not in the district, or not the one of the address, is no place', () => {
    expect(short({ parkId: 'CQ-N01', districtZh: '渝北区' })).toBe(
      '园区“璧山高新技术产业开发区”在璧山区，行里写的却是“渝北区”',
    )
    expect(short({ parkId: 'CQ-N02', address: '江津区德感工业园' })).toBe(
      '园区“江津工业园区·双福片区”与地址里的“江津工业园区·德感片区”不是一处',
    )
  })
})

describe('the name of a row', () => {
  it('is a place where it is that of one as a whole', () => {
    expect(short({ name: '果园港' })).toBe('江北区 town 按名称中的“果园港”定到枢纽“果园港”')
    expect(short({ name: '重庆果园港物流有限公司' })).toBeNull()
  })

  it('of a firm names its district only in full', () => {
    expect(short({ name: '重庆市渝北区虚构机械厂' })).toMatch(/^渝北区 district 按名称中的“渝北区”/)
    expect(short({ name: '重庆江北虚构机械厂' })).toBeNull()
  })
})

it('what the base says of its firms agrees with where they lie', () => {
  const placed = companies.filter(({ properties }) => properties.adcode && properties.districtZh)
  expect(placed.length).toBeGreaterThan(150)
  for (const { properties } of placed) {
    const { city, districtZh, adcode, nameZh } = properties
    const area = namedAreaOf({ address: '', districtZh, city }, stored)
    expect(`${nameZh} ${area?.properties.adcode}`).toBe(`${nameZh} ${adcode}`)
  }
})

describe('an invented ground', () => {
  const area = (id: string, nameZh: string, west: number): District =>
    ({
      type: 'Feature',
      id,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 28],
            [west + 1, 28],
            [west + 1, 29],
            [west, 29],
            [west, 28],
          ],
        ],
      },
      properties: {
        adcode: id,
        nameZh,
        nameEn: `Invented ${id}`,
        district2025Zh: nameZh,
        level: 'district',
        cityAdcode: '9900',
        labelLng: west + 0.5,
        labelLat: 28.5,
      },
    }) as unknown as District
  const site = (id: string, nameZh: string, lngLat: number[]): Site =>
    ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: lngLat },
      properties: { id, nameZh, nameEn: null },
    }) as unknown as Site
  const ground = (sites: Site[]) =>
    gazetteerOf({
      parks: [],
      hubs: [],
      sites,
      areas: [area('1', '甲乙区', 106), area('2', '丙丁区', 107)],
      provinceNames: [],
    })

  it('two sites of one name on two grounds are no place, on one ground they are', () => {
    const apart = ground([
      site('a', '虚构地块一号', [106.2, 28.2]),
      site('b', '虚构地块一号', [106.9, 28.9]),
    ])
    const words = { ...NOTHING, address: '虚构地块一号' }
    expect(placeByWords(words, apart)).toMatchObject({
      kind: 'none',
      why: { zh: expect.any(String) },
    })
    expect(placeByWords({ ...words, districtZh: '甲乙区' }, apart)).toMatchObject({
      precision: 'district',
    })
    const together = ground([
      site('a', '虚构地块一号', [106.2, 28.2]),
      site('b', '虚构地块一号', [106.201, 28.2]),
    ])
    expect(placeByWords(words, together)).toMatchObject({ kind: 'place', precision: 'street' })
  })

  it('of two sites of one name the one in the named district is meant', () => {
    const apart = ground([
      site('a', '虚构地块一号', [106.2, 28.2]),
      site('b', '虚构地块一号', [107.9, 28.9]),
    ])
    expect(placeByWords({ ...NOTHING, address: '丙丁区虚构地块一号' }, apart)).toMatchObject({
      kind: 'place',
      lngLat: [107.9, 28.9],
    })
  })

  it('a district of which nothing is known is stood for by its middle, another by its most central place', () => {
    const one = ground([
      site('a', '虚构地块一号', [106.1, 28.1]),
      site('b', '虚构地块二号', [106.2, 28.2]),
      site('c', '虚构地块三号', [106.25, 28.25]),
    ])
    expect(placeByWords({ ...NOTHING, districtZh: '甲乙区' }, one)).toMatchObject({
      lngLat: [106.2, 28.2],
      note: '按区县“甲乙区”定到甲乙区内已知园区与枢纽居中的一处',
    })
    expect(placeByWords({ ...NOTHING, address: '丙丁区某路' }, one)).toMatchObject({
      lngLat: [107.5, 28.5],
      note: '按地址中的“丙丁区”定到区县中心',
    })
  })
})

it('coordinates are held against one district, never against two', () => {
  const area = (address: string, districtZh = '', city = '') =>
    namedAreaOf({ address, districtZh, city }, stored)?.properties.nameZh ?? null
  expect(area('渝北区回兴')).toBe('渝北区')
  expect(area('', '渝北')).toBe('渝北区')
  expect(area('', '', '宜宾')).toBe('宜宾市')
  expect(area('两江新区')).toBeNull()
  expect(area('渝北区', '璧山区')).toBeNull()
  expect(area('')).toBeNull()
})
