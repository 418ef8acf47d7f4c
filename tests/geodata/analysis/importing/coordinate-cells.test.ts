import { expect, it } from 'vitest'
import { pairIn } from '#geodata/analysis/importing/coordinate-cells.ts'

it('finds both coordinates in two columns or in one', () => {
  expect(pairIn({ 'place.first': 106.5, 'place.second': '29.5' })).toEqual({
    kind: 'pair',
    pair: [106.5, '29.5'],
  })
  for (const both of [
    '106.5,29.5',
    '（106.5，29.5）',
    '106.5 29.5',
    '106.5; 29.5',
    'POINT (106.5 29.5)',
    'SRID=4326;POINT Z (106.5 29.5 240)',
  ]) {
    expect(pairIn({ 'place.both': both }), both).toEqual({ kind: 'pair', pair: ['106.5', '29.5'] })
  }
  expect(pairIn({ 'place.both': '106°30′00″E，29°30′00″N' })).toEqual({
    kind: 'pair',
    pair: ['106°30′00″E', '29°30′00″N'],
  })
  // Two columns go before one.
  expect(pairIn({ 'place.first': 1, 'place.second': 2, 'place.both': '3,4' })).toMatchObject({
    pair: [1, 2],
  })
})

it('is none where nothing is written, and refused where half is or no number', () => {
  expect(pairIn({})).toEqual({ kind: 'none' })
  expect(pairIn({ 'place.first': '', 'place.second': ' ', 'place.both': '' })).toEqual({
    kind: 'none',
  })
  expect(pairIn({ 'place.first': 106.5, 'place.second': '' })).toEqual({
    kind: 'refused',
    column: 'place.second',
    came: '',
    fits: { zh: '有经度没有纬度', en: 'There is a longitude and no latitude' },
  })
  expect(pairIn({ 'place.first': '106°61′', 'place.second': 29 })).toMatchObject({
    column: 'place.first',
    fits: { zh: '分是 61，应小于 60' },
  })
  expect(pairIn({ 'place.both': '106.5,29.5,240' })).toMatchObject({
    fits: { zh: expect.stringContaining('3 个') },
  })
  expect(pairIn({ 'place.both': '九龙坡区' })).toMatchObject({
    kind: 'refused',
    column: 'place.both',
  })
})

it('reads no coordinates out of a text that is longer than any, however many blanks and brackets it has', () => {
  for (const filling of [' ', ')', '） ', ',']) {
    const cell = `x${filling.repeat(200_000)}x`
    expect(pairIn({ 'place.both': cell })).toMatchObject({
      kind: 'refused',
      column: 'place.both',
    })
  }
})
