import { describe, expect, it } from 'vitest'
import { sayingsOf } from '#geodata/analysis/coordinates/said-system.ts'
import { headerKey, mapHeaders } from '#geodata/analysis/importing/header-mapping.ts'
import { columnsOf } from '#geodata/analysis/importing/import-column.ts'
import { isFoot, tableHead } from '#geodata/analysis/importing/table-head.ts'

const companies = columnsOf('companies')
const mapped = (headers: string[], remembered = {}) =>
  Object.fromEntries(
    mapHeaders(headers, companies, remembered).map(({ header, column }) => [header, column]),
  )

describe('headers of districts’ own tables', () => {
  it.each([
    [
      'firm-products',
      {
        企业名称: 'companyId',
        主要产品: 'productText',
        设计产能: 'capacityPerYear',
        单位: 'capacityUnit',
      },
    ],
    [
      'certificates',
      {
        企业名称: 'companyId',
        认证名称: 'standard',
        证书号: 'certificateNumber',
        发证单位: 'issuedBy',
        到期日期: 'validUntil',
      },
    ],
    [
      'supply-relations',
      {
        供应商: 'fromCompanyId',
        客户: 'toCompanyId',
        配套产品: 'productText',
        合作状态: 'relationStatus',
      },
    ],
    [
      'prospects',
      {
        项目名称: 'nameZh',
        投资主体: 'investorName',
        总投资: 'investmentTenThousandYuan',
        签约时间: 'signedDate',
        牵头单位: 'responsibleSide',
      },
    ],
    [
      'tasks',
      { 数据表: 'collection', 对象编号: 'rowId', 责任单位: 'assignedTo', 完成时限: 'dueDate' },
    ],
  ] as const)('of %s are known', (table, wanted) => {
    const found = mapHeaders(Object.keys(wanted), columnsOf(table), {})
    expect(Object.fromEntries(found.map(({ header, column }) => [header, column]))).toEqual(wanted)
  })
})

describe('the head of a sheet', () => {
  it('is found under titles and remarks, in two rows, with cells merged', () => {
    const rows = [
      ['2026年重点企业名录（测试用，虚构）', '', '', '', ''],
      ['填报单位：某区', '', '', '单位：万元', ''],
      ['序号', '企业名称', '坐标', '', '主要产品'],
      ['', '', '经度', '纬度', ''],
      [1, '虚构一厂', 106.5, 29.5, '线束'],
    ]
    const head = tableHead(rows, companies, [
      { top: 0, left: 0, bottom: 0, right: 4 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 4, bottom: 3, right: 4 },
    ])
    expect(head).toEqual({
      headerRows: [2, 3],
      headers: ['序号', '企业名称', '经度', '纬度', '主要产品'],
      firstRow: 4,
      above: ['2026年重点企业名录（测试用，虚构）', '填报单位：某区', '单位：万元'],
    })
  })

  it('is the first row of a plain file, in either language', () => {
    expect(
      tableHead(
        [
          ['Name', 'Longitude', 'Latitude'],
          ['x', 1, 2],
        ],
        companies,
      )?.firstRow,
    ).toBe(1)
    expect(
      tableHead(
        [
          ['甲', '乙', '丙'],
          ['一', '二', '三'],
        ],
        companies,
      )?.headers,
    ).toEqual(['甲', '乙', '丙'])
    expect(
      tableHead(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        companies,
      ),
    ).toBeNull()
    expect(tableHead([], companies)).toBeNull()
  })

  it('takes sums and remarks for the foot, and no row that bears a name', () => {
    expect(isFoot(['合计', '', 300, '１２'])).toBe(true)
    expect(isFoot(['', '合 计', 12.5])).toBe(true)
    expect(isFoot(['注：数据截至六月'])).toBe(true)
    expect(isFoot(['Total', 3])).toBe(true)
    expect(isFoot(['合计', '某公司', 300])).toBe(false)
    expect(isFoot(['合力叉车', 3])).toBe(false)
    expect(isFoot(['', ''])).toBe(false)
    expect(isFoot([1, '虚构一厂'])).toBe(false)
  })
})

describe('the headers of a file', () => {
  it('stand for columns by their names, whichever people use', () => {
    expect(
      mapped([
        '序号',
        '*企业名称',
        '企业所在区县',
        '主要产品',
        '经度（百度）',
        '纬度',
        '所属园区',
        '备注',
        '联系人',
      ]),
    ).toEqual({
      序号: null,
      '*企业名称': 'nameZh',
      企业所在区县: 'districtZh',
      主要产品: 'products',
      '经度（百度）': 'place.first',
      纬度: 'place.second',
      所属园区: 'parkId',
      备注: 'note',
      联系人: null,
    })
    expect(mapped(['Company Name', 'LNG', 'lat', 'Source', 'Confidence'])).toEqual({
      'Company Name': 'nameZh',
      LNG: 'place.first',
      lat: 'place.second',
      Source: 'source',
      Confidence: 'confidence',
    })
  })

  it('are remembered as somebody corrected them', () => {
    const remembered = { [headerKey('联系人')]: 'note', [headerKey('备注')]: null }
    expect(mapped(['联系人', '备注'], remembered)).toEqual({ 联系人: 'note', 备注: null })
  })

  it('takes words of the language for headers like any other', () => {
    const headers = ['constructor', '__proto__', 'toString']
    expect(mapHeaders(headers, columnsOf('parks')).map(({ column }) => column)).toEqual([
      null,
      null,
      null,
    ])
  })

  it('says what stands in brackets', () => {
    expect(mapHeaders(['规划面积（亩）'], columnsOf('parks'))).toEqual([
      { header: '规划面积（亩）', column: 'plannedAreaSquareKilometers', by: 'name', aside: '亩' },
    ])
  })

  it('of what comes from here all stand for their columns', () => {
    for (const table of [
      'parks',
      'companies',
      'hubs',
      'platforms',
      'targets',
      'park-answers',
    ] as const) {
      const columns = columnsOf(table)
      for (const language of ['zh', 'en'] as const) {
        const headers = columns.map(({ words }) => words[language])
        const names = mapHeaders(headers, columns).map(({ column }) => column)
        expect(names, `${table} ${language}`).toEqual(columns.map(({ name }) => name))
      }
    }
  })
})

describe('headers of coordinates that say their system', () => {
  const [BD09, GCJ02, WGS84] = ['BD-09 (Baidu)', 'GCJ-02 (Amap, Tencent)', 'WGS84 / CGCS2000']
  it.each([
    ['lng_bd09', 'first', BD09],
    ['lat_bd09', 'second', BD09],
    ['BD09经度', 'first', BD09],
    ['经度_百度', 'first', BD09],
    ['经度(百度坐标)', 'first', BD09],
    ['bd_lng', 'first', BD09],
    ['bd09ll_lat', 'second', BD09],
    ['百度坐标', 'both', BD09],
    ['经度（GCJ02）', 'first', GCJ02],
    ['gcj02_lat', 'second', GCJ02],
    ['gcj_lng', 'first', GCJ02],
    ['高德经度', 'first', GCJ02],
    ['纬度-腾讯地图', 'second', GCJ02],
    ['amap_lon', 'first', GCJ02],
    ['坐标（GCJ-02）', 'both', GCJ02],
    ['lon_wgs84', 'first', WGS84],
    ['lat84', 'second', WGS84],
    ['GPS纬度', 'second', WGS84],
    ['经度\n(WGS-84)', 'first', WGS84],
    ['X(CGCS2000)', 'first', 'CGCS2000'],
    ['CGCS2000_Y', 'second', 'CGCS2000'],
    ['国家2000坐标系X', 'first', 'CGCS2000'],
    ['2000坐标X', 'first', 'CGCS2000'],
    ['天地图经度', 'first', 'CGCS2000'],
    ['西安80X坐标', 'first', 'Xi’an 1980'],
    ['54坐标Y', 'second', 'Beijing 1954'],
  ])('%s', (header, place, system) => {
    expect(mapHeaders(['企业名称', header], companies)[1]).toMatchObject({
      column: `place.${place}`,
      by: 'name',
    })
    expect(sayingsOf(null, [header]).map(({ meant }) => meant?.words.en)).toEqual([system])
  })

  it.each(['百度指数', '高德POI', 'gps设备', '2000年产值', '坐标系', 'bd09mc_x'])(
    '%s is none',
    (header) => {
      expect(mapHeaders(['企业名称', header], companies)[1]?.by).not.toBe('name')
    },
  )

  it('takes a pair of one system, in whatever order two pairs stand', () => {
    const taken = (...headers: string[]) =>
      mapHeaders(headers, companies)
        .filter(({ column }) => column?.startsWith('place.'))
        .map(({ header, column }) => `${column} ${header}`)
    expect(taken('gcj02_lng', 'wgs84_lng', 'wgs84_lat', 'gcj02_lat')).toEqual([
      'place.first gcj02_lng',
      'place.second gcj02_lat',
    ])
    expect(taken('百度纬度', '百度经度', '经度', '纬度')).toEqual([
      'place.first 经度',
      'place.second 纬度',
    ])
    // Where there is no other, what there is.
    expect(taken('百度经度', '纬度')).toEqual(['place.first 百度经度', 'place.second 纬度'])
  })

  it('tells a header of any length by its beginning', () => {
    const header = `企业名称${'（'.repeat(200_000)}`
    expect(mapHeaders([header], companies)).toHaveLength(1)
    expect(headerKey(header)).toBe(headerKey(header.slice(0, 300)))
  })

  it('finds the row of headers by them', () => {
    const rows = [['某区企业坐标'], ['lng_bd09', 'lat_bd09'], [106.5, 29.5], [106.6, 29.6]]
    expect(tableHead(rows, companies)?.headers).toEqual(['lng_bd09', 'lat_bd09'])
  })
})
