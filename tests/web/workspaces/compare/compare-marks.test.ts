// Who stands on the small map of a compared place, and with which minutes?
import { beforeEach, expect, it } from 'vitest'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { companies } from '#web/state/region/firms.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { marksOf } from '#web/workspaces/compare/compare-marks.ts'

const firm = (id: string, nameZh: string, coordinates: [number, number] | null) => ({
  id,
  geometry: coordinates && { type: 'Point', coordinates },
  properties: { id, nameZh },
})
const cell = (amount: number, told: string | null = null) => ({
  kind: 'amount',
  amount,
  told: told && { zh: told, en: told },
})
const row = (id: string, ...cells: object[]) => ({ id, cells })
const result = {
  candidates: [{ id: 'P01' }, { id: 'P02' }],
  rows: [
    row('criterion plantMinutes', cell(40), cell(50)),
    row('plant C01', cell(12.4), { kind: 'unknown' }),
    row('plant C02', cell(9), cell(9)),
    row('input alu 铝板', cell(53.4, '甲铝（有登记）'), cell(20, '乙铝（可能生产，14%）')),
    row('input bar 型材', cell(53.4, '甲铝（可能生产，50%）'), cell(8, '查无此厂（有登记）')),
  ],
} as unknown as ComparisonResult

beforeEach(() => {
  companies.value = [
    firm('C01', '一厂', [106, 29]),
    firm('C02', '二厂', null),
    firm('C03', '甲铝', [106.2, 29.2]),
    firm('C04', '乙铝', [106.4, 29.4]),
  ] as typeof companies.value
  taxonomy.value = [
    { segmentId: 'bar', system: 'trad', products: [] },
    { segmentId: 'sheet', system: 'material', products: [{ productId: 'alu' }] },
  ] as unknown as typeof taxonomy.value
})

it('are the plants that have a place, and the maker of each input once, in its segment’s colour', () => {
  expect(marksOf({ candidateId: 'P01' }, result)).toEqual([
    { id: 'C01', lngLat: [106, 29], text: '12' },
    { id: 'C03', lngLat: [106.2, 29.2], text: '53', maker: { system: 'material' } },
  ])
})

it('have no figure where the minutes are unknown, and none is put where its place is not known', () => {
  expect(marksOf({ candidateId: 'P02' }, result)).toEqual([
    { id: 'C01', lngLat: [106, 29], text: '' },
    { id: 'C04', lngLat: [106.4, 29.4], text: '20', maker: { system: 'material' } },
  ])
})
