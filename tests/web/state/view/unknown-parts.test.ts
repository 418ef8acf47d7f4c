// Are parts of an address that the page does not know named, and left out?
import { expect, it } from 'vitest'
import { unknownParts } from '#web/state/view/unknown-parts.ts'
import { decodeView, encodeView } from '#web/state/view/view.ts'

it.each([
  ['year=1800', [{ name: 'year', value: '1800' }]],
  ['at=moon&view=matrix', [{ name: 'at', value: 'moon' }]],
  ['hide=hubs,ships', [{ name: 'hide', value: 'ships' }]],
  [
    'map=abc&size=weight',
    [
      { name: 'size', value: 'weight' },
      { name: 'map', value: 'abc' },
    ],
  ],
])('names what is unknown in %s, and keeps it out of the address', (search, unknown) => {
  expect(unknownParts(search)).toEqual(unknown)
  for (const { value } of unknown) {
    expect(encodeView(decodeView(search))).not.toContain(value)
  }
})

it.each([
  '',
  'at=site&site=gaps&order=minutes&pin=106.5,29.4',
  'at=layout&view=map&size=firms&year=2023&hide=hubs,roads&by=city&lang=en&theme=dark',
  'map=9.00/106.50000,29.60000&sel=parks/CQ-N01&systems=v2x&unheard=of',
])('finds nothing unknown in "%s"', (search) => {
  expect(unknownParts(search)).toEqual([])
})
