// Which projects are told that others claim their land?
import { expect, it } from 'vitest'
import { promisedTwice } from '#geodata/analysis/prospects/promised-land.ts'
import type { Prospect } from '#geodata/analysis/prospects/prospect.ts'
import type { FreeLand } from '#geodata/analysis/siting/free-land.ts'
import { prospects } from '#geodata/contract/editable/prospects.ts'

/** "a river talks 8 plot": an id, its park, its stage, the hectares it wants, its site where it names one. */
function pool(text: string): Prospect[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', parkId = '', stage = '', area = '', site = null] = line.trim().split(/\s+/)
      const properties = prospects.properties.parse({
        nameZh: `虚构项目 ${id}`,
        stage,
        parkId: parkId === '-' ? null : parkId,
        siteId: site,
        areaHectares: area === '?' ? null : Number(area),
        source: 'invented',
        confidence: 'low',
      })
      return { id, properties }
    })
}

const free =
  (kind: FreeLand['kind'], hectares = 0) =>
  (): FreeLand =>
    kind === 'unknown'
      ? { kind, reason: { zh: '', en: '' }, source: '' }
      : { kind, hectares, squareKilometers: hectares / 100, source: '' }

it('two projects whose areas together exceed the free land are told of each other', () => {
  const told = promisedTwice(
    pool(`
      a river talks 8
      b river signed 10
      c hill talks 8
    `),
    free('exactly', 17.9),
  )
  expect([...told.keys()]).toEqual(['a', 'b'])
  expect(told.get('b')).toEqual([
    {
      kind: 'exceeds',
      place: { kind: 'park', id: 'river' },
      prospectIds: ['a', 'b'],
      wantedHectares: 18,
      withoutArea: 0,
      freeHectares: 17.9,
      isAtMost: false,
    },
  ])
})

it('nothing is said where the land is enough for all, to the last of it', () => {
  const both = pool(`
    a river talks 8
    b river signed 10
  `)
  expect(promisedTwice(both, free('exactly', 18)).size).toBe(0)
})

it('what builds or produces stands on its land already, and no park is claimed by no one', () => {
  const told = promisedTwice(
    pool(`
      a river building 90
      b river producing 90
      c river talks 5
      d - talks 90
    `),
    free('exactly', 6),
  )
  expect(told.size).toBe(0)
})

it('one alone that wants more than is free is told too', () => {
  const told = promisedTwice(pool('a river talks 30'), free('atMost', 20))
  expect(told.get('a')).toMatchObject([{ kind: 'exceeds', prospectIds: ['a'], isAtMost: true }])
})

it('where land or an area is not known, two are told that nobody can say; one alone is not', () => {
  const two = pool(`
    a river talks 8
    b river talks ?
  `)
  for (const [land, freeHectares] of [
    [free('unknown'), null],
    [free('exactly', 100), 100],
  ] as const) {
    expect(promisedTwice(two, land).get('b')).toMatchObject([
      { kind: 'unsure', wantedHectares: 8, withoutArea: 1, freeHectares },
    ])
  }
  // What is known exceeds it already, whatever the other wants.
  expect(promisedTwice(two, free('exactly', 7)).get('b')?.[0]?.kind).toBe('exceeds')
  expect(promisedTwice(two.slice(0, 1), free('unknown')).size).toBe(0)
})

it('one site named by two is told at any stage, though each park has land enough', () => {
  const told = promisedTwice(
    pool(`
      a river building 5 plot
      b hill talks 4 plot
      c hill talks 4 meadow
    `),
    free('exactly', 10),
  )
  expect([...told.keys()]).toEqual(['a', 'b'])
  expect(told.get('a')).toMatchObject([{ kind: 'same', place: { kind: 'site', id: 'plot' } }])
})
