// Is every weakness of an invented table found, and nothing that is sound?
import { describe, expect, it } from 'vitest'
import { monthsSince } from '#geodata/analysis/provenance/kinds/old.ts'
import type { KnownRow, Looked } from '#geodata/analysis/provenance/known-row.ts'
import { lostAddresses } from '#geodata/analysis/provenance/source-addresses.ts'
import { weaknessesOf } from '#geodata/analysis/provenance/weaknesses.ts'
import type { District } from '#geodata/contract/collections.ts'
import type { Statement } from '#geodata/contract/documents.ts'

/** Half a degree wide, one beside the other from 100° E; invented. */
function square(nameZh: string, west: number): District {
  const [east, south, north] = [west + 0.5, 30, 30.5]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const properties = {
    nameZh,
    nameEn: nameZh,
    level: 'district',
    provinceAdcode: '990000',
  } as District['properties']
  const geometry = { type: 'Polygon' as const, coordinates: [ring] }
  return { type: 'Feature', id: nameZh, geometry, properties }
}

const SOUND = {
  source: '甲府办〔2030〕1号',
  sourceClass: 'official',
  coordPrecision: 'site',
  precisionRadiusKilometers: 0.2,
  districtZh: '西区',
  note: null,
}

function row(
  id: string,
  properties: object,
  lngLat: [number, number] | null = [100.1, 30.1],
): KnownRow {
  return {
    collection: 'companies',
    id,
    nameZh: id,
    nameEn: id,
    geometry: lngLat && { type: 'Point', coordinates: lngLat },
    properties: { ...SOUND, ...properties },
  }
}

function looked(rows: KnownRow[], statements: Statement[] = []): Looked {
  return {
    rows,
    statements,
    areas: [square('西区', 100), square('东区', 100.5)],
    basemap: [],
    home: { name: { zh: '甲省', en: 'Jia' }, provinceAdcode: '990000' },
    today: '2032-06-15',
    oldAfterMonths: 24,
  }
}

const found = (...about: Parameters<typeof looked>) =>
  weaknessesOf(looked(...about)).map(({ row: { id }, kind, field }) => [id, kind, field])

it('finds nothing in a row that has all', () => {
  expect(found([row('sound', {})])).toEqual([])
})

it('takes for unsourced what nobody looked up, and what names neither a class nor an address', () => {
  expect(
    found([
      row('blank', { source: ' ' }),
      row('guess', { source: 'general knowledge, unverified', sourceClass: 'none' }),
      row('said', { source: '听说', sourceClass: 'none' }),
      row('linked', { source: 'https://example.org/a', sourceClass: 'none' }),
    ]),
  ).toEqual([
    ['blank', 'unsourced', 'source'],
    ['guess', 'unsourced', 'source'],
    ['said', 'unsourced', 'source'],
  ])
})

describe('the age of a date', () => {
  it.each([
    ['2030-06-15', 24],
    ['2030-06-16', 23],
    ['2030-06', 24],
    ['2030', 18],
    ['2030-01/09', 21],
    ['undated', null],
  ])('of %s is %s whole months on 2032-06-15', (date, months) => {
    expect(monthsSince(date, '2032-06-15')).toBe(months)
  })

  it('is told from beyond the number of months, not at it', () => {
    expect(found([row('at', { asOf: '2030-06' }), row('beyond', { asOf: '2030-05' })])).toEqual([
      ['beyond', 'old', 'asOf'],
    ])
  })

  it('counts of a target for its newest progress alone', () => {
    const target = (id: string, properties: object): KnownRow => ({
      ...row(id, { targetId: 'T1', ...properties }, null),
      collection: 'targets',
    })
    expect(
      found([
        target('goal', { rowType: 'target', asOf: '2025' }),
        target('first', { rowType: 'progress', asOf: '2028' }),
        target('second', { rowType: 'progress', asOf: '2029' }),
      ]),
    ).toEqual([['second', 'old', 'asOf']])
  })
})

it('takes for imprecise what is known to the town, the district or not at all, with its own radius', () => {
  const weak = weaknessesOf(
    looked([
      row('town', { coordPrecision: 'town', precisionRadiusKilometers: 1.2 }),
      row('district', { coordPrecision: 'district', precisionRadiusKilometers: null }),
      row('unknown', { coordPrecision: 'unknown', precisionRadiusKilometers: null }, null),
      row('street', { coordPrecision: 'street', precisionRadiusKilometers: 0.5 }),
    ]),
  )
  expect(weak.map(({ kind, known }) => [kind, known.en])).toEqual([
    ['imprecise', 'Known to the town only (±1.2 km)'],
    ['imprecise', 'Known to the district only (±6.5 km)'],
    ['imprecise', 'The place is not known'],
  ])
})

describe('an address', () => {
  it.each([
    ['http://example.org/a?b=1', []],
    ['https://example.org', []],
    ['甲府办〔2030〕1号;年报', []],
    ['https://example.org/a（转载）', []],
    ['http:/example.org/a', ['ill-formed']],
    ['https://localhost', ['ill-formed']],
    ['www.example.org/a', ['ill-formed']],
    ['https://example.org/a; https://', ['ill-formed']],
    ['https://example.org/a（链接已失效）', ['said-gone']],
  ])('%s: %j', (source, faults) => {
    expect(lostAddresses(source, '').map(({ fault }) => fault)).toEqual(faults)
  })

  it('is lost where the note of the row says so', () => {
    const note = '原文网页已打不开'
    expect(found([row('gone', { source: 'https://example.org/a', note })])).toEqual([
      ['gone', 'address-lost', 'source'],
    ])
  })
})

describe('a contradiction', () => {
  it('is a place beyond the district that is named, where the disc of its precision does not reach it', () => {
    // A hundredth of a degree is 0.96 km here.
    const near = { districtZh: '东区', coordPrecision: 'street', precisionRadiusKilometers: 0.5 }
    expect(
      found([
        row('beyond', near, [100.49, 30.1]),
        row('reaching', { ...near, precisionRadiusKilometers: 1 }, [100.49, 30.1]),
        row('inside', near, [100.51, 30.1]),
      ]),
    ).toEqual([['beyond', 'contradictory', 'place']])
  })

  it('is what sources say that differ and of which neither is proved wrong', () => {
    const said = (standing: Statement['standing'], value: string) =>
      ({
        id: value,
        about: 'companies',
        rowId: 'plant',
        field: 'capacity',
        standing,
        value: { zh: value, en: value },
      }) as Statement
    const statements = [said('taken', '30'), said('conflicts', '60'), said('earlier', '10')]
    const [weak, ...others] = weaknessesOf(looked([row('plant', {})], statements))
    expect(others).toEqual([])
    expect(weak?.known.en).toBe('Recorded as “30”; another source says “60”')
  })

  it('is more free land than is planned, and evidence that says both yes and no', () => {
    const park = (id: string): KnownRow => ({
      ...row(id, { plannedAreaSquareKilometers: 2 }),
      collection: 'parks',
    })
    const answer = (parkId: string, amount: number): KnownRow => ({
      ...row(`${parkId}-land`, { parkId, item: 'freeLandHectares', amount }, null),
      collection: 'park-answers',
    })
    const evidence = (parkId: string, verdict: string): KnownRow => ({
      ...row(`${parkId}-${verdict}`, { parkId, criterionId: 'c', verdict }, null),
      collection: 'stage-evidence',
    })
    expect(
      found([
        park('A'),
        park('B'),
        answer('A', 201),
        answer('B', 200),
        evidence('A', 'met'),
        evidence('B', 'met'),
        evidence('B', 'not'),
      ]),
    ).toEqual([
      ['A', 'contradictory', 'plannedAreaSquareKilometers'],
      ['B', 'contradictory', 'stage'],
    ])
  })
})
