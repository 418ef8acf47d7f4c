// What may a district's figure say, and what may it not? Invented districts.
import { expect, it } from 'vitest'
import type { Company, District, Park } from '#geodata/contract/collections.ts'
import type { TargetRow } from '#geodata/contract/documents.ts'
import { toneOf } from '#web/state/region/district-fill.ts'
import { gapsIn } from '#web/state/region/measures/gaps.ts'
import { countByDistrict } from '#web/state/region/measures/measure.ts'
import { minutesMeasure } from '#web/state/region/measures/minutes.ts'
import { outputBounds, statedOutputs } from '#web/state/region/measures/output.ts'
import { parksMeasure } from '#web/state/region/measures/parks.ts'

const district = (adcode: string, nameZh = '') => ({ properties: { adcode, nameZh } }) as District
const having = (adcode: string | null, ...segmentIds: string[]) =>
  ({ properties: { adcode, segmentIds } }) as unknown as Park & Company

it('counts things where they lie; a district without any has none, which is known', () => {
  const counts = countByDistrict(
    [district('1'), district('2')],
    [having('1'), having('1'), having(null)],
  )
  expect([...counts]).toEqual([
    ['1', 2],
    ['2', 0],
  ])
})

it('finds a gap where a segment is assigned and no firm of the district makes it', () => {
  const parks = [having('1', 'battery', 'radar'), having('1', 'radar', 'seats')]
  const byDistrict = {
    1: { count: 1, segmentIds: ['radar'] },
    2: { count: 1, segmentIds: ['battery'] },
  }
  expect(gapsIn(district('1'), parks, { byDistrict })).toBe(2)
})

it('knows of no gaps where nothing is assigned', () => {
  expect(gapsIn(district('2'), [having('1', 'battery')], { byDistrict: {} })).toBeNull()
})

it('takes the newest output that names the district, and leaves the others unknown', () => {
  const row = (zh: string, asOf: string, valueLow: number) =>
    ({ metric: { zh, en: '' }, asOf, valueLow, unit: '亿元', rowType: 'progress' }) as TargetRow
  const outputs = statedOutputs(
    [district('1', '甲山区'), district('2', '乙川区')],
    [row('甲山汽车产值', '2022', 520), row('甲山汽车规上产值', '2023', 600)],
  )
  expect([...outputs]).toEqual([
    ['1', 600],
    ['2', null],
  ])
})

it('says of an output that it is a bound, as its source does', () => {
  const row = (zh: string, value: string, valueLow: number | null, valueHigh: number | null) =>
    ({
      metric: { zh, en: '' },
      asOf: '2023',
      value,
      valueLow,
      valueHigh,
      unit: '亿元',
      rowType: 'progress',
    }) as TargetRow
  const districts = ['甲山区', '乙川区', '丙水区', '丁谷区'].map((name, at) =>
    district(`${at}`, name),
  )
  const stated = [
    row('甲山产值', '>600', 600, null),
    row('乙川产值', '300+', 300, null),
    row('丙水产值', '<30', null, 30),
    row('丁谷产值', '624', 624, 624),
  ]
  expect([...statedOutputs(districts, stated).values()]).toEqual([600, 300, 30, 624])
  expect(Object.fromEntries(outputBounds(districts, stated))).toEqual({ 0: '>', 1: '≥', 2: '<' })
})

it('gives the most its strongest tone and the least its palest, however few classes there are', () => {
  const classes = [1, 5, 9].map((low) => ({ low, high: low, count: 1 }))
  const two = [classes[0]!, classes[2]!]
  expect(
    [1, 5, 9].map((value) => toneOf(value, { classes, noneCount: 0, measure: parksMeasure })),
  ).toEqual([1, 3, 5])
  expect(
    [1, 9].map((value) => toneOf(value, { classes: two, noneCount: 0, measure: parksMeasure })),
  ).toEqual([1, 5])
  expect(
    [1, 9].map((value) => toneOf(value, { classes: two, noneCount: 0, measure: minutesMeasure })),
  ).toEqual([5, 1])
  // Nothing counted is the plain ground; no minutes at all are the nearest that can be.
  expect(
    [1, 9].map((value) => toneOf(value, { classes, noneCount: 3, measure: parksMeasure })),
  ).toEqual([2, 5])
  expect(toneOf(0, { classes, noneCount: 3, measure: parksMeasure })).toBe(0)
  expect(toneOf(0, { classes, noneCount: 0, measure: minutesMeasure })).toBe(5)
})
