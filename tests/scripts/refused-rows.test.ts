// What does the build refuse? Invented slips in copies of the real files.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { problemText } from '#geodata/formats/checked-rows.ts'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { crossProblems } from '#scripts/geodata/agreement.ts'
import { districtLayer } from '#scripts/geodata/boundaries.ts'
import { readSources } from '#scripts/geodata/sources.ts'
import type { LayerRow } from '#server/store/sqlite/geopackage.ts'
import { describedBoundaries, describedRegion } from '#tests/support/described-region.ts'
import { sourcesCopy, twice, withCells } from '#tests/support/sources-copy.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

let districts: LayerRow[]
beforeAll(() => {
  districts = districtLayer(describedBoundaries(), new Map()).rows
})

function complaints(file: string, change: (text: string) => string): string[] {
  const folder = sourcesCopy({ file, change })
  const sources = readSources(folder, describedRegion())
  const cells = sources.problems
  const found = cells.length > 0 ? cells : crossProblems(sources, districts)
  return found.map((problem) => problemText({ ...problem, file: path.basename(problem.file) }))
}

it('takes the sources as they are', () => {
  const sources = readSources(sourcesCopy(), describedRegion())
  expect([...sources.problems, ...crossProblems(sources, districts)]).toEqual([])
})

it('names file, line, column, what came and what was expected, and leaves the old file in place', () => {
  const outFile = path.join(temporaryFolder(), 'base.gpkg')
  const good = buildGeodata({ sourcesDir: sourcesCopy(), outFile })
  const before = readFileSync(outFile)
  const bad = sourcesCopy({ file: 'hubs.csv', change: withCells('H-P01,', { lng: '196.74' }) })
  expect(() => buildGeodata({ sourcesDir: bad, outFile })).toThrow(
    /1 problem .*nothing was replaced.*\n.*hubs\.csv:2, column lng: came “196\.74”; expected a longitude from 73 to 136/,
  )
  expect(readFileSync(outFile).equals(before)).toBe(true)
  expect(existsSync(`${outFile}.building`)).toBe(false)
  expect(good.hash).toMatch(/^[0-9a-f]{16}$/)
})

it('refuses an id that two rows have', () => {
  expect(complaints('hubs.csv', twice('H-P01,'))).toEqual([
    'hubs.csv:25, column id: came “H-P01”; expected an id no other row has; line 2 has it too',
  ])
  expect(complaints('tolls.csv', twice('TL02,'))).toHaveLength(1)
})

it('refuses an id that no row has', () => {
  const invented = { company_id: 'X999' }
  expect(complaints('company_products.csv', withCells('O001,', invented))[0]).toMatch(
    /company_products\.csv:2, column company_id: came “X999”; expected an id of companies\.csv/,
  )
  expect(complaints('links.csv', withCells('L02,', { to_ids: '510000;CQ-X99' }))).toEqual([
    'links.csv:3, column to_ids: came “CQ-X99”; expected a park, a company or a district code',
  ])
  expect(complaints('companies.csv', withCells('O002,', { park_id: 'CQ-X99' }))).toHaveLength(1)
  expect(complaints('parks.csv', withCells('CQ-V02,', { specialties: '飞行汽车' }))).toHaveLength(1)
})

it('refuses a place outside the district it names, unless the row says why', () => {
  const acrossTheRiver = { lng: '106.5', lat: '29.4' }
  expect(complaints('hubs.csv', withCells('H-P01,', acrossTheRiver))).toEqual([
    'hubs.csv:2, column lng,lat: came “106.5,29.4”; expected a place inside 500105, or the reason in adcode_note',
  ])
  const explained = { ...acrossTheRiver, adcode_note: 'invented reason' }
  expect(complaints('hubs.csv', withCells('H-P01,', explained))).toEqual([])
  expect(complaints('hubs.csv', withCells('H-P01,', { adcode: '500999' }))[0]).toMatch(
    /column adcode: came “500999”; expected a district with a boundary/,
  )
})

it('refuses a place that is said to be unknown and yet has coordinates', () => {
  expect(complaints('platforms.csv', withCells('PF01,', { coord_precision: 'unknown' }))).toEqual([
    'platforms.csv:2, column coord_precision: came “unknown”; expected “unknown” exactly when lng and lat are empty',
  ])
})

it('refuses a number with its unit in the cell, and a length in the wrong unit', () => {
  const parkArea = { planned_area_square_kilometers: '20 km²' }
  expect(complaints('parks.csv', withCells('CQ-V03,', parkArea))[0]).toMatch(
    /parks\.csv:4, column planned_area_square_kilometers: came “20 km²”; expected square kilometers/,
  )
  const inMeters = { geodesic_kilometers: '260' }
  expect(complaints('expressways.csv', withCells('G5001,重庆绕城高速,1,', inMeters))).toEqual([
    'expressways.csv:2, column geodesic_kilometers: came “260”; expected 2.6 kilometers, the great circle between the ends',
  ])
  const tooShort = { published_kilometers: '0.297' }
  expect(complaints('expressways.csv', withCells('G5001,重庆绕城高速,7,', tooShort))[0]).toMatch(
    /expressways\.csv:8, column published_kilometers: came “0\.297”; expected at least 2\.9/,
  )
})

it('refuses an interchange that stands at two places', () => {
  const moved = { to_lng: '106.48', geodesic_kilometers: '3.1' }
  expect(complaints('expressways.csv', withCells('G5001,重庆绕城高速,1,', moved))[0]).toMatch(
    /expressways\.csv:3, column from_zh: came “施家梁嘉陵江大桥 at 106\.475,29\.778”; expected 106\.48,29\.778, as in line 2/,
  )
})

it('refuses an unknown column, once', () => {
  const renamed = (text: string) => text.replace('coord_precision', 'precision')
  const found = complaints('hubs.csv', renamed)
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/^hubs\.csv:1, column coord_precision: came “no such column”/)
  expect(found[1]).toMatch(/^hubs\.csv:1, column precision: came “an unknown column”/)
})

it('names a file that is missing', () => {
  const folder = sourcesCopy()
  rmSync(path.join(folder, 'hubs.csv'))
  const [problem, ...others] = readSources(folder, describedRegion()).problems
  expect(problem).toMatchObject({ file: path.join(folder, 'hubs.csv'), came: 'no such file' })
  expect(others).toEqual([])
})

it('reads a file from a spreadsheet: byte order mark, Windows line ends', () => {
  const fromExcel = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
  expect(complaints('hubs.csv', fromExcel)).toEqual([])
})

it('refuses a statement about no row, and a conflict that does not show both sides', () => {
  expect(complaints('statements.csv', withCells('S04,', { row_id: 'O999' }))).toEqual([
    'statements.csv:5, column row_id: came “O999”; expected the id of a row of companies',
    expect.stringContaining('expected a row “taken” of the same fact beside it'),
    expect.stringContaining('expected a row “taken” of the same fact beside it'),
  ])
  expect(complaints('statements.csv', withCells('S01,', { standing: 'adds' }))).toEqual([
    'statements.csv:3, column standing: came “conflicts”; expected a row “taken” of the same fact beside it',
  ])
})

it('refuses a description of the region that cannot be read, and names what is not there', () => {
  const refusedWith = (change: (text: string) => string) => {
    const sourcesDir = sourcesCopy({ file: 'region.json', change })
    return () => buildGeodata({ sourcesDir, outFile: path.join(temporaryFolder(), 'base.gpkg') })
  }
  expect(refusedWith((text) => text.replace('{', '['))).toThrow(
    /region\.json: came “.*expected JSON/,
  )
  expect(
    refusedWith((text) => text.replace('"provinceAdcode": "500000"', '"provinceAdcode": "50"')),
  ).toThrow(/region\.json#\/provinceAdcode: came "50"; expected a six-digit code/)
  const unknown = (text: string) =>
    text
      .replace('"urbanAdcodes": ["500103"', '"urbanAdcodes": ["999999"')
      .replace('"cityAdcode": "500000"', '"cityAdcode": "999900"')
      .replace('"tollRegion": "重庆"', '"tollRegion": "虚构省"')
      .replace('"priceRowId": "F11"', '"priceRowId": "F999"')
  const told = [
    '/urbanAdcodes/0: came 999999; expected a code of districts.csv',
    '/cityAdcode: came 999900; expected a code of /cities: its cables start somewhere',
    '/rates/tollRegion: came 虚构省; expected a region of tolls.csv',
    '/rates/trucks/box7: came F999; expected an id of freight_costs.csv',
  ]
  for (const problem of told) expect(refusedWith(unknown)).toThrow(`region.json#${problem}`)
})
