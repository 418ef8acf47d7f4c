import { describe, expect, it } from 'vitest'
import { AlikeIndex, areaPrefix, type Identified } from '#geodata/analysis/importing/alike.ts'
import { mapHeaders } from '#geodata/analysis/importing/header-mapping.ts'
import { columnsOf } from '#geodata/analysis/importing/import-column.ts'
import { type JudgedBy, judgeRow, type PlaceRead } from '#geodata/analysis/importing/judge-row.ts'
import type { Decision } from '#geodata/analysis/importing/merge-rows.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import type { Cell } from '#geodata/formats/import/foreign/piece.ts'

const HEADERS = ['企业名称', '类别', '环节', '主要产品', '经度', '纬度', '编号', '备注']
const columns = columnsOf('companies')
const there: RowFeature = {
  type: 'Feature',
  id: 'T1',
  geometry: { type: 'Point', coordinates: [106.4, 29.5] },
  properties: {
    nameZh: '重庆虚构机电股份有限公司',
    nameEn: 'Invented Electric',
    kind: 'tier1',
    segmentIds: ['motor'],
    productIds: [],
    products: '驱动电机',
    city: '重庆',
    parkId: null,
    certifications: null,
    note: null,
    coordPrecision: 'town',
    coordSource: null,
    source: 'invented for a test',
    sourceClass: 'none',
    confidence: 'low',
  },
}
const identified: Identified = {
  id: 'T1',
  nameZh: String(there.properties.nameZh),
  code: null,
  adcode: null,
  lngLat: [106.4, 29.5],
  radiusKilometers: 3.2,
}
const placed: PlaceRead = {
  kind: 'place',
  lngLat: [106.41, 29.51],
  precision: 'site',
  adcode: null,
  note: 'column of the file, WGS84',
}

const judgedBy = (part: Partial<JudgedBy> = {}): JudgedBy => ({
  table: 'companies',
  columns: mapHeaders(HEADERS, columns).flatMap(({ column, aside }, at) => {
    const found = columns.find(({ name }) => name === column)
    return found ? [{ column: found, at, unit: aside }] : []
  }),
  fixed: { city: '重庆', source: 'invented for a test', confidence: 'medium', sourceClass: 'none' },
  known: {
    segments: [
      { id: 'motor', names: ['驱动电机'] },
      { id: 'harness', names: ['线束'] },
    ],
  },
  placeOf: ({ cells }) => (cells['place.first'] === '' ? { kind: 'none' } : placed),
  isOfFile: () => false,
  standIns: [],
  present: {
    byId: (id) => (id === 'T1' ? there : null),
    alike: new AlikeIndex([identified], areaPrefix(['重庆'])),
    byKey: new Map(),
  },
  ...part,
})
const judge = (cells: Cell[], decision: Decision | null = null) =>
  judgeRow(cells, judgedBy(), decision)

describe('a row of a file', () => {
  it('is new, with what the file says and what was given once for all', () => {
    const verdict = judge(['虚构线束有限公司', '二级', '线束', '高压线束', 106.41, 29.51, '', ''])
    expect(verdict).toMatchObject({
      kind: 'new',
      draft: {
        geometry: { type: 'Point', coordinates: [106.41, 29.51] },
        properties: {
          nameZh: '虚构线束有限公司',
          nameEn: '虚构线束有限公司',
          kind: 'tier2',
          segmentIds: ['harness'],
          products: '高压线束',
          coordPrecision: 'site',
          coordSource: 'column of the file, WGS84',
          city: '重庆',
          confidence: 'medium',
        },
      },
      tidied: [{ column: 'kind', came: '二级', value: 'tier2', why: { zh: '对到“二级供应商”' } }],
    })
  })

  it('without a place is taken, its place unknown', () => {
    const verdict = judge(['虚构线束有限公司', '材料', '', '', '', '', '', ''])
    expect(verdict).toMatchObject({
      kind: 'new',
      draft: { geometry: null, properties: { coordPrecision: 'unknown' } },
    })
  })

  it('is refused for a cell that no column takes, before anything of it is read', () => {
    const cell = `（${'） '.repeat(500_000)}`
    expect(judge([cell, '二级', '', '', '', '', '', ''])).toEqual({
      kind: 'refused',
      faults: [
        {
          column: 'nameZh',
          came: `${cell.slice(0, 80)}…`,
          fits: {
            zh: '有 1000001 个字，至多 10000 个；请检查引号或分隔符是否缺失',
            en: 'It has 1000001 characters; 10000 at most are expected. See whether a quote or a delimiter is missing',
          },
        },
      ],
    })
  })

  it('loses signs that show nothing', () => {
    const verdict = judge(['\u202E虚构线束\u200B有限公司\u200F', '二级', '', '', '', '', '', ''])
    expect(verdict).toMatchObject({
      kind: 'new',
      draft: { properties: { nameZh: '虚构线束有限公司' } },
    })
  })

  it('is refused with every fault at once, column by column', () => {
    const verdict = judgeRow(
      ['', '轮胎厂', '轮胎', 'x'.repeat(2001), 'x', 29.5, '', ''],
      judgedBy({
        placeOf: () => ({
          kind: 'refused',
          column: 'place.first',
          came: 'x',
          fits: { zh: '不是一个数', en: 'no number' },
        }),
      }),
      null,
    )
    if (verdict.kind !== 'refused') throw new Error(verdict.kind)
    expect(verdict.faults.map(({ column }) => column)).toEqual([
      'kind',
      'segmentIds',
      'place.first',
      'nameZh',
      'products',
    ])
    expect(verdict.faults.find(({ column }) => column === 'products')?.fits.zh).toContain('2000')
  })

  const again: Cell[] = [
    '虚构机电有限公司',
    '一级供应商',
    '线束',
    '线束、驱动电机',
    106.41,
    29.51,
    '',
    '新',
  ]

  it('waits for a decision where it may be one that is there', () => {
    const verdict = judge(again)
    expect(verdict).toMatchObject({ kind: 'doubtful', alike: [{ id: 'T1', by: 'name' }] })
  })

  it('is merged field by field: lists keep both, the finer place stands, the name stays', () => {
    const verdict = judge(again, { kind: 'merge' })
    expect(verdict).toMatchObject({
      kind: 'changed',
      id: 'T1',
      draft: {
        geometry: { coordinates: [106.41, 29.51] },
        properties: {
          nameZh: '重庆虚构机电股份有限公司',
          nameEn: 'Invented Electric',
          segmentIds: ['motor', 'harness'],
          products: '驱动电机、线束',
          coordPrecision: 'site',
          note: '新',
          confidence: 'medium',
        },
      },
    })
    const kept = judge(again, {
      kind: 'merge',
      fields: { geometry: 'there', nameZh: 'file', segmentIds: 'there' },
    })
    expect(kept).toMatchObject({
      draft: {
        geometry: { coordinates: [106.4, 29.5] },
        properties: { nameZh: '虚构机电有限公司', segmentIds: ['motor'], coordPrecision: 'town' },
      },
    })
  })

  it('replaces, is skipped or stands apart as decided', () => {
    expect(judge(again, { kind: 'replace' })).toMatchObject({
      kind: 'changed',
      draft: { properties: { nameZh: '虚构机电有限公司', segmentIds: ['harness'] } },
    })
    expect(judge(again, { kind: 'skip' })).toEqual({ kind: 'skipped', id: 'T1' })
    expect(judge(again, { kind: 'separate' }).kind).toBe('new')
  })

  it('that comes back under its number changes its row, or is the same', () => {
    const back: Cell[] = [
      '重庆虚构机电股份有限公司',
      '一级供应商',
      '驱动电机',
      '驱动电机',
      '',
      '',
      'T1',
      '',
    ]
    const fixed = {
      city: '重庆',
      source: 'invented for a test',
      confidence: 'low',
      sourceClass: 'none',
    }
    expect(judgeRow(back, judgedBy({ fixed }), null)).toEqual({ kind: 'same', id: 'T1' })
    expect(judgeRow([...back.slice(0, 7), '迁建'], judgedBy({ fixed }), null)).toMatchObject({
      kind: 'changed',
      id: 'T1',
      draft: { properties: { note: '迁建' } },
    })
  })

  it('keeps both sources of a merged row, and what nobody has filled yet takes nothing away', () => {
    const merged = (source: string, standIns: string[] = []) => {
      const fixed = { ...judgedBy().fixed, source }
      const verdict = judgeRow(again, judgedBy({ fixed, standIns }), { kind: 'merge' })
      return verdict.kind === 'changed' ? verdict.draft.properties.source : null
    }
    expect(merged('a list of the district')).toBe('invented for a test; a list of the district')
    expect(merged('—', ['source'])).toBe('invented for a test')
  })
})
