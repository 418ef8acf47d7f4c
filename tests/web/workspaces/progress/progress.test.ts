// Which figures may stand against a target.
import { expect, it } from 'vitest'
import { summaryOfFirms } from '#geodata/analysis/shown/firm-summary.ts'
import type { Company, District } from '#geodata/contract/collections.ts'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { districtFigures, placeNamed } from '#web/state/region/district-figures.ts'
import { boardOf } from '#web/workspaces/progress/comparable.ts'

const row = (rowType: string, metric: string, value: string | null, asOf = '2025'): TargetRow => ({
  rowId: `${rowType}-${metric}-${asOf}`,
  targetId: 'T01',
  rowType,
  metric: { zh: metric, en: metric },
  value,
  valueLow: value === null ? null : Number(value),
  valueHigh: value === null ? null : Number(value),
  unit: '家',
  asOf,
  clause: null,
  note: null,
  source: 's',
  sourceClass: 'press',
  confidence: 'high',
})

it('takes the latest figure of the same wording as progress', () => {
  const [one] = boardOf([
    row('target', '引进企业', '300'),
    row('progress', '引进企业', '100', '2023'),
    row('progress', '引进企业', '150', '2024'),
  ])
  expect(one?.same?.value).toBe('150')
  expect(one?.verdict).toBe('comparable')
})

it('never takes projects for firms', () => {
  const [one] = boardOf([row('target', '引进企业', '300'), row('progress', '招商项目', '224')])
  expect(one?.same).toBeNull()
  expect(one?.verdict).toBe('other-definition')
})

it('calls a target unknown when nothing with a value was found', () => {
  const [one] = boardOf([row('target', '引进企业', '300'), row('progress', '引进企业', null)])
  expect(one?.verdict).toBe('unknown')
})

it('puts the shares of a target with it, and says whose they are', () => {
  const share = (id: string, metric: string) => ({ ...row('target', metric, '100'), targetId: id })
  const board = boardOf([
    row('target', '引进企业', '300'),
    share('T01a', '其中市级负责招商'),
    share('T01b', '其中区县负责招商'),
    { ...row('target', '新增市级创新平台', '10'), targetId: 'T07' },
  ])
  expect(board.map(({ target }) => target.targetId)).toEqual(['T01', 'T07'])
  expect(board[0]?.shares.map(({ side }) => side)).toEqual(['city', 'districts'])
  expect(board[1]?.shares).toEqual([])
})

it('keeps what other documents aim at later out of the progress', () => {
  const [one] = boardOf([
    row('target', '产业规模', '2500'),
    row('context', '2027年营收目标', '7000', '2027'),
  ])
  expect(one?.goals.map(({ value }) => value)).toEqual(['7000'])
  expect(one?.verdict).toBe('unknown')
})

it('counts each district by its own code, and takes no area for the district it lies in', () => {
  const named = (nameZh: string, id: string) =>
    ({
      id,
      properties: {
        id,
        nameZh,
        nameEn: nameZh,
        district2025Zh: nameZh,
        level: 'district',
        provinceAdcode: '500000',
      },
    }) as District
  const firm = (id: string, adcode: string | null, segmentIds: string[]) =>
    ({
      id,
      properties: { id, adcode, segmentIds, systems: [], certifications: null },
    }) as unknown as Company
  const companies = [firm('a', '1', ['x', 'y']), firm('b', '1', ['x']), firm('c', null, ['x'])]
  const known = {
    districts: [named('江北区', '1'), named('石柱土家族自治县', '2'), named('忠县', '3')],
    parks: [],
    platforms: [],
    links: [],
    companies,
    firmsByDistrict: summaryOfFirms(companies, {}).byDistrict,
    targets: [
      row('progress', '江北产值', '5'),
      row('progress', '江北新区产值', '9'),
      row('progress', '石柱产值', '1'),
    ],
  }
  const [first, ...rest] = districtFigures(known, '500000')
  expect(first?.counts).toMatchObject({ firms: 2, segments: 2, parks: 0 })
  expect(first?.figures.map(({ value }) => value)).toEqual(['5'])
  expect(rest.map(({ counts }) => counts.firms)).toEqual([0, 0])
  expect(rest[0]?.figures).toHaveLength(1)
  expect(placeNamed('江北新区产值', known.districts)).toBe('江北新区')
  expect(placeNamed('全市产值', known.districts)).toBeNull()
})
