// Do the statements of sources agree with the rows they are about, and do moved points say how far they reach?
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readRows } from '#geodata/formats/checked-rows.ts'
import {
  CompanyRow,
  HubRow,
  ParkRow,
  PlantRow,
  StatementRow,
} from '#geodata/formats/source-rows.ts'
import { greatCircleMeters } from '#geodata/model/lng-lat.ts'
import { PRECISION_RADIUS_KILOMETERS } from '#geodata/model/precision.ts'

const file = (name: string) => new URL(`../../geodata/sources/${name}.csv`, import.meta.url)
const rowsOf = <T extends Parameters<typeof readRows>[2]>(name: string, schema: T) =>
  readRows(`${name}.csv`, readFileSync(file(name)), schema).rows.map(({ row }) => row)

const statements = rowsOf('statements', StatementRow)
const plants = rowsOf('plants', PlantRow)
const parks = rowsOf('parks', ParkRow)
const companies = rowsOf('companies', CompanyRow)
const hubs = rowsOf('hubs', HubRow)

/** The first number of "300,000 vehicles a year". */
const numberIn = (text: string) => Number(text.match(/[\d,.]*\d/)?.[0].replaceAll(',', ''))

it('says of a row what the row holds where it says that it was taken', () => {
  const held = statements
    .filter(({ standing }) => standing === 'taken')
    .map(({ about, row_id, field, value_en }) => {
      const plant = plants.find(({ company_id }) => company_id === row_id)
      const capacity = plant?.designed_capacity_vehicles_per_year
      if (about === 'companies' && field === 'capacity' && capacity)
        return [row_id, capacity, numberIn(value_en)]
      const park = parks.find(({ id }) => id === row_id)
      const area = value_en.includes('developed')
        ? park?.developed_area_square_kilometers
        : park?.planned_area_square_kilometers
      return park ? [row_id, area, numberIn(value_en)] : null
    })
    .filter((one) => one !== null)
  expect(held.map(([id]) => id)).toEqual(['O003', 'CQ-N07', 'CQ-N22'])
  for (const [, inRow, said] of held) expect(said).toBe(inRow)
})

it('keeps what was approved long ago or for other cars out of the capacity of today', () => {
  for (const id of ['O006', 'O007', 'O011', 'O013', 'O033', 'O034']) {
    const plant = plants.find(({ company_id }) => company_id === id)
    expect(plant?.designed_capacity_vehicles_per_year, id).toBeNull()
    expect(
      statements.filter(({ row_id, field }) => row_id === id && field === 'capacity'),
    ).not.toEqual([])
  }
})

/** Where each point lay before, and by how many kilometers it was wrong. */
const MOVED: [string, [number, number], number][] = [
  ['CQ-N07', [106.455, 29.715], 3.6],
  ['CQ-N12', [106.61, 29.735], 4.3],
  ['CQ-N17', [106.32, 29.5], 3.4],
  ['CQ-N19', [106.50135, 29.50512], 21.3],
  ['CQ-N21', [106.63, 29.42], 3.2],
  ['CQ-N22', [106.68, 29.41], 7.8],
  ['O009', [106.503, 29.622], 11],
  ['O011', [106.507, 29.65], 4],
  ['O017', [108.36, 30.79], 7.6],
  ['T069', [106.50135, 29.50512], 20.6],
  ['T070', [106.50135, 29.50512], 20.6],
  ['H-R07', [106.68, 29.41], 7.8],
]

it.each(MOVED)('puts %s where it is, outside the disc it had', (id, [lng, lat], kilometers) => {
  const row = [...parks, ...companies, ...hubs].find((one) => one.id === id)
  const moved = greatCircleMeters([row?.lng ?? 0, row?.lat ?? 0], [lng, lat]) / 1000
  expect(moved).toBeCloseTo(kilometers, 0)
  expect(moved).toBeGreaterThan(3.1)
})

it('states the radius of a point from its source, never finer', () => {
  const stated = [...parks, ...companies, ...hubs].filter((row) => row.coord_radius_kilometers)
  expect(stated).toHaveLength(35)
  const byId = new Map(stated.map((row) => [row.id, row]))
  expect(byId.get('O009')).toMatchObject({
    coord_precision: 'street',
    coord_radius_kilometers: 0.6,
  })
  expect(byId.get('CQ-N16')).toMatchObject({
    coord_precision: 'street',
    coord_radius_kilometers: 1,
  })
  expect(byId.get('CQ-N22')).toMatchObject({ coord_precision: 'town', coord_radius_kilometers: 3 })
  for (const { id, coord_precision, coord_radius_kilometers } of stated) {
    const finer = coord_precision === 'street' ? PRECISION_RADIUS_KILOMETERS.street : 1
    expect(coord_radius_kilometers, id).toBeGreaterThanOrEqual(finer ?? 0)
  }
  // The stop of a plant left in 2008 stays out.
  expect(companies.find(({ id }) => id === 'O019')).toMatchObject({ lng: 106.215, lat: 29.555 })
})
