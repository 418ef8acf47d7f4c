// Is what lies in a city counted with the city, and with its district alone beside it?
import { expect, it } from 'vitest'
import { codesWithin } from '#web/panels/table/table-lists.ts'

const city = { adcode: '990100', cityAdcode: '990100', level: 'city' as const }
const inside = { adcode: '990101', cityAdcode: '990100', level: 'district' as const }
const elsewhere = { adcode: '990201', cityAdcode: '990200', level: 'district' as const }
const all = [city, inside, elsewhere].map((properties) => ({ properties }))

it('counts with a city what its districts hold, and with a district its own', () => {
  expect(codesWithin(city, all)).toEqual(['990100', '990101'])
  expect(codesWithin(inside, all)).toEqual(['990101'])
})
