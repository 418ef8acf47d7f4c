// Does another region open with nothing but another region.json?
//
// Its home is a city of the neighbouring province; frame, seats, tolls and choice of rows are invented.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Dataset } from '#geodata/contract/documents.ts'
import { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import type { HomeRegion } from '#geodata/model/region.ts'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { createApp } from '#server/app.ts'
import { loadRegion, type Region } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import type { Store } from '#server/store/store.ts'
import { sending } from '#tests/support/built-app.ts'
import { describedRegion } from '#tests/support/described-region.ts'

const rows = { priceRowId: 'F10', carbonRowIds: ['F28'] }
const HOME: HomeRegion = {
  name: { zh: '成都', en: 'Invented Home' },
  centre: { zh: '虚构市中心', en: 'the invented centre' },
  provinceAdcode: '510000',
  cityAdcode: '510100',
  municipalities: ['500000'],
  frame: [103, 30, 105, 31.5],
  urbanAdcodes: ['510104', '510105'],
  cities: [
    { adcode: '510100', seat: [104.11, 30.61] },
    { adcode: '500000', seat: [106.51, 29.51] },
    { adcode: '511500', seat: [104.61, 28.71] },
    { adcode: '511600', seat: [106.61, 30.41] },
  ],
  rates: {
    tollRegion: '虚构省',
    trucks: { box4: rows, box7: rows, box10: rows, semitrailer: rows },
  },
  plan: { zh: '虚构计划', en: 'Invented plan' },
  example: { roadRef: 'X1', placeZh: '虚构', lngLat: [104.1, 30.6] },
}
let folder: string
let store: Store
let region: Region
let app: Hono

function rewrite(file: string, change: (text: string) => string): void {
  const at = path.join(folder, 'sources', file)
  writeFileSync(at, change(readFileSync(at, 'utf8')))
}

beforeAll(async () => {
  const { ground } = describedRegion()
  folder = mkdtempSync(path.join(tmpdir(), 'park-atlas-second-'))
  cpSync('geodata/sources', path.join(folder, 'sources'), { recursive: true })
  rewrite('region.json', () => JSON.stringify({ ...HOME, ground }))
  rewrite('tolls.csv', (text) => {
    const invented = 'X1,虚构省,rate_per_km,,货6,,9.5,元/km,no,,invented,none,,low\n'
    return `${text.trimEnd()}\n${invented}`
  })
  // Home comes first in a pair of cities, which the story names.
  rewrite('stories/one-plus-n.json', (text) => text.replaceAll('500000-510100', '510100-500000'))
  const sourcesDir = path.join(folder, 'sources')
  buildGeodata({ sourcesDir, outFile: path.join(folder, 'base.gpkg') })
  store = await openStore(folder)
  region = await loadRegion(store)
  app = createApp({ store, region, mapApprovalNumber: null, basemap: null, log: () => {} })
}, 120_000)
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true })
})

async function execute<T>(process: string, inputs: object): Promise<T> {
  const response = await app.request(
    `/api/processes/${process}/execution`,
    sending('POST', { inputs }),
  )
  expect(response.status).toBe(200)
  return response.json() as Promise<T>
}

it('is passed to the page as it was received', async () => {
  const dataset = Dataset.parse(await (await app.request('/api/dataset')).json())
  expect(dataset.region).toEqual(HOME)
})

it('drives city streets in its own urban districts, and keeps to the districts of its province', async () => {
  const { isUrban } = region.skeleton.ground
  const inside = async (adcode: string): Promise<LngLat> => {
    const found = await store.rows.find(region.id, 'districts', adcode)
    const { labelLng, labelLat } = found?.feature.properties ?? {}
    return [Number(labelLng), Number(labelLat)]
  }
  // The first is urban here, the second only in the region of the real sources.
  expect([isUrban(await inside('510104')), isUrban(await inside('500103'))]).toEqual([true, false])
  const provinces = new Set(
    region.facts.districts.map(({ properties }) => properties.provinceAdcode),
  )
  expect([...provinces]).toEqual(['510000'])
})

it('starts the cables at its own home, at the seats it gives', async () => {
  const { features } = (await (
    await app.request('/api/collections/links/items?limit=1000')
  ).json()) as {
    features: {
      properties: { cityPairs: string[] }
      geometry: { coordinates: number[][][] } | null
    }[]
  }
  const pairs = new Set(features.flatMap(({ properties }) => properties.cityPairs))
  expect(pairs).toContain('510100-500000')
  const known = new Set(HOME.cities.map(({ adcode }) => adcode))
  for (const pair of pairs) {
    const [from = '', to = ''] = pair.split('-')
    expect([known.has(from), known.has(to), to === HOME.cityAdcode], pair).toEqual([
      true,
      true,
      false,
    ])
  }
  const link = features.find(({ properties }) => properties.cityPairs[0] === '510100-500000')
  expect(link?.geometry?.coordinates[0]).toEqual([
    [104.11, 30.61],
    [106.51, 29.51],
  ])
})

it('asks the plants of its own city, at the rates and tolls it names', async () => {
  const siting = { productId: 'battery-tray', logistics: { truck: 'semitrailer' } }
  const { ranking } = await execute<SitingResult>('siting', siting)
  const plants = new Set(ranking.flatMap((one) => one.plants.map(({ id }) => id)))
  expect([...plants].sort()).toEqual(['O028', 'O029', 'O030', 'O031'])
  const result = LogisticsResult.parse(
    await execute('logistics', { siting, candidateId: ranking[0]?.id }),
  )
  const assumed = (id: string) => result.assumptions.find((one) => one.id === id)
  expect(assumed('price')).toMatchObject({ low: 2.5, high: 3.5, rowIds: ['F10'] })
  expect(assumed('toll')).toMatchObject({ low: 9.5, high: 9.5, rowIds: ['X1'] })
  expect(assumed('toll')?.text).toEqual({
    zh: '成都高速费率（桥隧未计）',
    en: 'Tolls of Invented Home, without bridges and tunnels',
  })
})
