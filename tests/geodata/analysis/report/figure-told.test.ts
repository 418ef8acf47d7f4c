// In which words does a check of a report tell what a figure was and is?
import { expect, it } from 'vitest'
import { figuresTold } from '#geodata/analysis/report/figure-told.ts'

const figure = (row: string, figureThen: number | string | null, figureNow: number | string) => ({
  row,
  unit: null,
  figureThen,
  figureNow,
})
const zh = (one: Parameters<typeof figuresTold>[0]) => figuresTold(one, (text) => text)
const en = (one: Parameters<typeof figuresTold>[0]) => figuresTold(one, (_, text) => text)

it('tells codes in words, and chances and amounts with their units', () => {
  expect(zh(figure('record stage', 'candidate', 'recognised'))).toEqual(['候选', '已认定'])
  expect(en(figure('standing', 'ranked', 'excluded'))).toEqual(['ranked', 'left out by a must'])
  expect(zh(figure('need gas', 'unknown', 'met'))).toEqual(['未知', '满足'])
  expect(zh({ ...figure('chanceFirst', 0.41, 0.004), unit: 'share' })).toEqual(['41%', '<1%'])
  expect(zh({ ...figure('chanceFirst', 0.412, 0.414), unit: 'share' })).toEqual(['41.2%', '41.4%'])
  expect(zh({ ...figure('land', null, 0.005), unit: 'squareKilometers' })).toEqual([
    '未知',
    '0.005 km²',
  ])
  expect(en(figure('score', 60.44, 60.41))).toEqual(['60.44', '60.41'])
})
