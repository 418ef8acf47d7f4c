// Is what changes with a place told in figures, before it is saved?
import { expect, it } from 'vitest'
import { placeFollows } from '#web/panels/editor/place-follows.ts'

const square = (id: string, west: number) => ({
  id,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 28],
        [west + 1, 28],
        [west + 1, 29],
        [west, 29],
        [west, 28],
      ],
    ],
  },
  properties: { level: 'district', nameZh: id },
})
const [west, east] = [square('500101', 106), square('500102', 107)]
const park = (id: string, adcode: string, companyCount: number) => ({
  id,
  properties: { id, adcode, companyCount },
})
const lists = {
  parks: [park('A', '500101', 4), park('B', '500101', 0), park('C', '500102', 7)],
  companies: [{ id: 'F', properties: { adcode: '500101', parkId: 'A' } }],
  hubs: [],
  platforms: [],
  districts: [west, east],
} as unknown as Parameters<typeof placeFollows>[1]

const follows = (draft: Partial<Parameters<typeof placeFollows>[0]>) =>
  placeFollows({ collection: 'parks', present: null, properties: {}, place: null, ...draft }, lists)

it('takes a park from the count of its district and adds it to that of the next', () => {
  const present = { properties: { adcode: '500101' } }
  expect(follows({ present, place: [107.5, 28.5] })).toEqual({
    district: { before: west, after: east },
    inDistricts: [
      { table: 'parks', district: west, before: 2, after: 1 },
      { table: 'parks', district: east, before: 1, after: 2 },
    ],
    inParks: [],
  })
})

it('changes no count within a district, and loses one where no district is known', () => {
  const present = { properties: { adcode: '500101' } }
  expect(follows({ present, place: [106.9, 28.5] }).inDistricts).toEqual([])
  expect(follows({ present, place: [0, 0] })).toMatchObject({
    district: { before: west, after: null },
    inDistricts: [{ district: west, before: 2, after: 1 }],
  })
})

it('adds a new row to its district, and a site to none', () => {
  expect(follows({ collection: 'companies', place: [106.5, 28.5] })).toMatchObject({
    district: { before: null, after: west },
    inDistricts: [{ table: 'companies', before: 1, after: 2 }],
  })
  expect(follows({ collection: 'sites', place: [106.5, 28.5] })).toEqual({
    district: null,
    inDistricts: [],
    inParks: [],
  })
})

it('tells the firms of the park that it leaves and of the one that it joins', () => {
  const present = { properties: { adcode: '500101', parkId: 'A' } }
  const moved = follows({ collection: 'companies', present, properties: { parkId: 'C' } })
  expect(moved.inParks.map(({ park, before, after }) => [park.id, before, after])).toEqual([
    ['A', 4, 3],
    ['C', 7, 8],
  ])
  const stays = follows({ collection: 'companies', present, properties: { parkId: 'A' } })
  expect(stays.inParks).toEqual([])
})
