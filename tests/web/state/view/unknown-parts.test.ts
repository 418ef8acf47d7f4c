// Are parts of an address that the page does not know named, and left out?
import { expect, it } from 'vitest'
import { FILTER_IDS } from '#geodata/analysis/shown/filters.ts'
import { ADDRESS_PARTS } from '#geodata/contract/comparisons.ts'
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

it('says of a link that was cut behind its name that it opens no comparison', () => {
  expect(unknownParts('comparison=')).toEqual([{ name: 'comparison', value: '' }])
  expect(unknownParts('comparison=0123')).toEqual([])
})

it('writes no part that a stored comparison may not hold', () => {
  const whole =
    'at=compare&view=matrix&site=gaps&one=P1&iw=firms:40&lang=en&theme=dark&map=9.00/106.5,29.6&sel=parks/P1' +
    '&hide=hubs&size=weight&year=2023&fill=x&possible=1&base=a&table=1&pin=106.5,29.4&product=p&segment=s' +
    '&ask=need:gas&everywhere=1&capacity=1&order=minutes&w=plantMinutes:40&dir=in&net=n&compare=P1,P2&shown=1' +
    '&side=differences&if=a&comparison=0123&embed=1&story=s&scene=2&stage=1&by=tasks&brief=500112'
  const written = [...new URLSearchParams(encodeView(decodeView(whole))).keys()]
  expect(written.length).toBeGreaterThan(30)
  const boards = ['matrix', 'sourcing', 'windows', 'freight', 'near', 'pairs']
  for (const part of [...written, ...boards, ...FILTER_IDS]) expect(ADDRESS_PARTS).toContain(part)
})

it.each([
  '',
  'at=site&site=gaps&order=minutes&pin=106.5,29.4',
  'at=layout&view=map&size=firms&year=2023&hide=hubs,roads&by=city&lang=en&theme=dark',
  'map=9.00/106.50000,29.60000&sel=parks/CQ-N01&systems=v2x&unheard=of',
])('finds nothing unknown in "%s"', (search) => {
  expect(unknownParts(search)).toEqual([])
})
