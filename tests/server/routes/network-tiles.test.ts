// Are the roads of a loaded network served as tiles: the right classes, whole across borders, and no more?
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { NetworkTileJson } from '#geodata/contract/network-tiles.ts'
import { encodeNetwork } from '#geodata/network/street/network-file.ts'
import { createApp } from '#server/app.ts'
import { loadRegion } from '#server/region/region.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { NETWORK_ENDING, networksFolder, networksIn } from '#server/store/files/network-files.ts'
import { perRegion } from '#server/store/per-region.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { HOME } from '#tests/support/home.ts'
import { layerAsCsv } from '#tests/support/ogrinfo.ts'
import { sharedFile } from '#tests/support/shared-data.ts'
import { type Drawn, lngLatOf, surveyed } from '#tests/support/surveyed.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { featuresIn, tileOver } from '#tests/support/tiles.ts'

const built = builtApp()
const TILES = '/api/networks/town/tiles'

/** One road of each kind from a common gate, and a street too small to be seen from afar. */
const TOWN: Drawn = {
  places: {
    gate: [0, 0],
    north: [0, 1],
    farNorth: [0, 2],
    east: [1, 0],
    south: [0, -1],
    west: [-1, 0],
    yard: [-0.5, -0.5],
  },
  ways: {
    'gate north': { highway: 'motorway', oneway: 'yes', ref: 'G75', toll: 'yes' },
    'north farNorth': { highway: 'motorway', oneway: 'yes', ref: 'G75', toll: 'yes' },
    'gate east': { highway: 'primary', name: '兰海路' },
    'gate south': { highway: 'tertiary', oneway: '-1' },
    'gate west': { highway: 'secondary' },
    'gate yard': { highway: 'residential', hgv: 'no' },
  },
}

async function appWith(dataDir: string) {
  const store = { ...built.store, networks: perRegion(HOME, networksIn(dataDir)) }
  const region = await loadRegion(store)
  return createApp({
    store,
    region,
    mapApprovalNumber: null,
    basemap: null,
    log: (error) => built.logged.push(error),
  })
}

function appOf(drawn: Drawn) {
  const dataDir = mkdtempSync(path.join(built.folder, 'town-'))
  mkdirSync(networksFolder(dataDir))
  const file = path.join(networksFolder(dataDir), `town${NETWORK_ENDING}`)
  writeFileSync(file, encodeNetwork(surveyed(drawn)))
  return appWith(dataDir)
}

/** Reading a region takes seconds, and nothing here changes it. */
let town: Promise<App> | null = null
function townApp(): Promise<App> {
  town ??= appOf(TOWN)
  return town
}

type App = ReturnType<typeof createApp>

async function tileAt(app: App, z: number, x: number, y: number, tiles = TILES) {
  const answer = await app.request(`${tiles}/${z}/${x}/${y}`)
  if (answer.status === 204) return null
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile')
  return new Uint8Array(await answer.arrayBuffer())
}

async function roadsOver(app: App, z: number, place: readonly [number, number]) {
  const { x, y } = tileOver(z, ...place)
  const tile = await tileAt(app, z, x, y)
  return tile ? featuresIn(tile, 'roads', z, x, y) : []
}

const CENTER = lngLatOf([0, 0])

it('says what the tiles hold, whose they are and where they are', async () => {
  const app = await townApp()
  const told = NetworkTileJson.parse(
    await (await app.request(`http://atlas.localhost${TILES}`)).json(),
  )
  const { items } = await (await app.request('/api/networks')).json()
  expect(told.tiles).toEqual([`http://atlas.localhost${TILES}/{z}/{x}/{y}?v=${items[0].hash}`])
  expect(told.attribution).toBe('© OpenStreetMap contributors, ODbL 1.0')
  expect(told.bounds).toEqual(items[0].bounds)
  expect(told.vector_layers.map(({ id, fields }) => [id, Object.keys(fields)])).toEqual([
    ['roads', ['class', 'ref', 'name', 'toll', 'closed', 'oneway']],
  ])
})

it('shows higher classes from farther away', async () => {
  const app = await townApp()
  const classesAt = async (z: number) =>
    (await roadsOver(app, z, CENTER)).map(({ properties }) => properties.class)
  expect(await classesAt(4)).toEqual([])
  expect(await classesAt(6)).toEqual(['motorway'])
  expect(await classesAt(7)).toEqual(['primary', 'motorway'])
  expect(await classesAt(9)).toEqual(['secondary', 'primary', 'motorway'])
  expect(await classesAt(11)).toEqual(['tertiary', 'secondary', 'primary', 'motorway'])
  expect(await classesAt(12)).toEqual([
    'residential',
    'tertiary',
    'secondary',
    'primary',
    'motorway',
  ])
})

it('says number, name, toll, closed and one-way, and draws one-ways as they are driven', async () => {
  const roads = await roadsOver(await townApp(), 12, CENTER)
  const road = (name: string) => roads.find(({ properties }) => properties.class === name)!
  const plain = { toll: false, closed: false, oneway: false }
  expect(road('motorway').properties).toEqual({
    ...plain,
    class: 'motorway',
    ref: 'G75',
    toll: true,
    oneway: true,
  })
  expect(road('primary').properties).toEqual({ ...plain, class: 'primary', name: '兰海路' })
  expect(road('residential').properties).toEqual({ ...plain, class: 'residential', closed: true })
  expect(road('tertiary').properties).toEqual({ ...plain, class: 'tertiary', oneway: true })
  const lats = (name: string) => (road(name).coordinates as number[][]).map(([, lat]) => lat!)
  expect(lats('motorway')[0]).toBeLessThan(lats('motorway').at(-1)!)
  expect(lats('tertiary')[0]).toBeLessThan(lats('tertiary').at(-1)!)
})

it('draws stretches that say the same as one line', async () => {
  const roads = await roadsOver(await townApp(), 10, CENTER)
  const motorway = roads.filter(({ properties }) => properties.class === 'motorway')
  expect(motorway.map(({ type }) => type)).toEqual(['LineString'])
})

describe('at the border of a tile', () => {
  const Z = 14
  /** A place 200 m west of a border between two tiles. */
  const { x, y } = tileOver(Z, ...CENTER)
  const borderLng = ((x + 1) / 2 ** Z) * 360 - 180
  const eastOf = (meters: number) =>
    (borderLng - CENTER[0]) * 111.195 * Math.cos((CENTER[1] * Math.PI) / 180) + meters / 1000
  const across: Drawn = {
    places: {
      a: [eastOf(-200), 0],
      b: [eastOf(200), 0],
      near: [eastOf(10), 0.1],
      nearby: [eastOf(15), 0.1],
      far: [eastOf(300), 0.1],
      farther: [eastOf(400), 0.1],
    },
    ways: {
      'a b': { highway: 'primary', name: 'across' },
      'near nearby': { highway: 'primary', name: 'near' },
      'far farther': { highway: 'primary', name: 'far' },
    },
  }
  const namesIn = async (app: App, column: number) =>
    featuresIn((await tileAt(app, Z, column, y))!, 'roads', Z, column, y)
      .map(({ properties }) => properties.name)
      .sort()

  let app: App
  beforeAll(async () => {
    app = await appOf(across)
  }, 60_000)

  it('shows a street that crosses it in both, and one in the buffer too', async () => {
    expect(await namesIn(app, x)).toEqual(['across', 'near'])
    expect(await namesIn(app, x + 1)).toEqual(['across', 'far', 'near'])
  })

  it('draws nothing beyond the buffer', async () => {
    const tile = (await tileAt(app, Z, x, y))!
    const bufferDegrees = (360 / 2 ** Z) * (64.5 / 4096)
    const lngs = featuresIn(tile, 'roads', Z, x, y).flatMap(({ coordinates }) =>
      (coordinates as number[][]).map(([lng]) => lng!),
    )
    expect(Math.max(...lngs)).toBeLessThanOrEqual(borderLng + bufferDegrees)
    expect(Math.max(...lngs)).toBeGreaterThan(borderLng)
  })
})

it('gives nothing where nothing is drawn, and a problem where no tile can be', async () => {
  const app = await townApp()
  const empty = await app.request(`${TILES}/12/0/0`)
  expect([empty.status, await empty.text()]).toEqual([204, ''])
  for (const [address, bad] of [
    ['12/4096/0', '/x'],
    ['12/0/-1', '/y'],
    ['12/0/1.5', '/y'],
    ['15/0/0', '/z'],
    ['a/0/0', '/z'],
  ]) {
    const { errors } = await problemOf(await app.request(`${TILES}/${address}`), 400)
    expect(errors?.map(({ pointer }) => pointer)).toEqual([bad])
  }
  for (const id of ['skeleton', 'nowhere']) {
    for (const rest of ['', '/12/0/0']) {
      const answer = await app.request(`/api/networks/${id}/tiles${rest}`)
      expect((await problemOf(answer, 404)).detail).toContain(`“${id}”`)
    }
  }
})

it('may be kept for long by its hash only, and is not sent again unchanged', async () => {
  const app = await townApp()
  const { tiles } = await (await app.request(TILES)).json()
  const { x, y } = tileOver(12, ...CENTER)
  const dated = tiles[0].replace('{z}', 12).replace('{x}', x).replace('{y}', y)
  const answer = await app.request(dated)
  expect(answer.headers.get('Cache-Control')).toMatch(/^public, max-age=\d{6,}$/)
  const again = await app.request(dated, {
    headers: { 'If-None-Match': answer.headers.get('ETag')! },
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const plain = await app.request(`${TILES}/12/${x}/${y}`)
  expect(plain.headers.get('Cache-Control')).toBe('no-cache')
  const stale = await app.request(`${TILES}/12/${x}/${y}`, {
    headers: { 'If-None-Match': 'W/"another"' },
  })
  expect(stale.status).toBe(200)
})

it('is read by GDAL, with the motorways of a real extract', async (context) => {
  const extract = sharedFile(context, 'roads/cq-sc-major-roads.osm.pbf')
  const dataDir = temporaryFolder()
  const outFile = path.join(networksFolder(dataDir), `real${NETWORK_ENDING}`)
  await buildNetworkFile({ extracts: [extract], outFile })
  const { x, y } = tileOver(8, 106.55, 29.56)
  const tile = (await tileAt(await appWith(dataDir), 8, x, y, '/api/networks/real/tiles'))!
  const file = path.join(dataDir, `${y}.pbf`)
  writeFileSync(file, tile)
  const [head, ...rows] = layerAsCsv(context, `MVT:${file}`, 'roads').trim().split('\n')
  expect(head).toMatch(/^WKT,.*class/)
  const ours = featuresIn(tile, 'roads', 8, x, y)
  expect(rows.length).toBe(ours.length)
  expect(rows.some((row) => /^"?(MULTI)?LINESTRING/.test(row) && row.includes('motorway'))).toBe(
    true,
  )
  const refs = ours.map(({ properties }) => String(properties.ref))
  expect(refs.join()).toMatch(/G\d+/)
})
