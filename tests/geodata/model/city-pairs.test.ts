// Which cities do the ends of a link lie in, and where do its cables dock?
import { expect, it } from 'vitest'
import { cables, cityCode, cityPairs } from '#geodata/model/city-pairs.ts'
import { INVENTED_HOME } from '#tests/support/described-region.ts'

it('takes a district for its city, and all of a municipality for one city', () => {
  expect(cityCode('900123', [])).toBe('900100')
  expect(cityCode('900123', ['900000'])).toBe('900000')
  expect(cityCode('800123', ['900000'])).toBe('800100')
})

it('writes home first, whatever its code, and others by their codes', () => {
  const at = (adcode: string) => ({ adcode, seat: [100, 20] as const })
  const region = { cityAdcode: '900100', cities: ['900100', '100100', '100200'].map(at) }
  expect(cityPairs(region, ['100100'], ['900100', '100200'])).toEqual([
    '100100-100200',
    '900100-100100',
  ])
  expect(cityPairs(region, ['100200'], ['100100'])).toEqual(['100100-100200'])
})

it('pairs no city with itself, with a whole province, or with one the region does not list', () => {
  expect(cityPairs(INVENTED_HOME, ['900100'], ['900100', '900000', '900300'])).toEqual([])
})

it('docks at the seats that the region gives, and draws nothing for no pair', () => {
  const pairs = cityPairs(INVENTED_HOME, ['900100'], ['900200'])
  expect(cables(INVENTED_HOME, pairs)?.coordinates).toEqual([
    [
      [100.5, 20.5],
      [100.9, 20.9],
    ],
  ])
  expect(cables(INVENTED_HOME, [])).toBeNull()
})
