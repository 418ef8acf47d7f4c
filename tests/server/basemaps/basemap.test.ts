// Are the tiles of a basemap served as they lie in the file, and is an invalid file left alone?
import { copyFileSync, cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BASEMAP_ATTRIBUTION, BASEMAP_FILE, TileJson } from '#geodata/contract/basemap.ts'
import { BasemapList } from '#geodata/contract/basemaps.ts'
import { createApp } from '#server/app.ts'
import { openBasemap } from '#server/basemaps/offline-file.ts'
import { loadRegion } from '#server/region/region.ts'
import { openStore } from '#server/store/open-store.ts'
import { perRegion } from '#server/store/per-region.ts'
import { tilesIn } from '#server/store/sqlite/tiles-file.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import { HOME } from '#tests/support/home.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { basemapOf, featuresIn, tileOver } from '#tests/support/tiles.ts'
import { TownPlan } from '#tests/support/town-plan.ts'

const built = builtApp()
const CENTER = [106.5, 29.5] as const
const GZIP = { headers: { 'Accept-Encoding': 'br, gzip' } }

/** A town with a road and a river; with `wide`, from Chengdu to Wanzhou. */
function plan({ wide = false } = {}): TownPlan {
  const town = new TownPlan()
  const east = wide ? ([110, 32] as const) : ([106.52, 29.5] as const)
  town.way([CENTER, east], { highway: 'motorway', ref: 'G75' })
  town.way([wide ? [103.5, 28] : [106.5, 29.52], CENTER], { waterway: 'river', name: '长江' })
  return town
}

/** The app over the base data and a basemap of that town. */
async function appWith(town: TownPlan, replicationTime = '2026-11-20T20:00:00Z') {
  const { outFile } = await basemapOf([town], { replicationTime })
  const dataDir = path.dirname(outFile)
  cpSync(path.join(built.folder, 'base.gpkg'), path.join(dataDir, 'base.gpkg'))
  const store = await openStore(dataDir)
  const basemap = await openBasemap(store.tiles, HOME, (message) => expect(message).toBe(''))
  onTestFinished(async () => {
    await store.close()
    await basemap?.close()
  })
  const region = await loadRegion(store)
  return createApp({ store, region, mapApprovalNumber: null, basemap, log: () => {} })
}

/** Opens the basemap of a folder where nothing else lies. */
const opened = (folder: string, logged: string[]) =>
  openBasemap(perRegion(HOME, tilesIn(folder)), HOME, (message) => logged.push(message))

/** What the list of basemaps says of the tiles. */
const tilesOf = async (app: { request: typeof built.app.request }) => {
  const list = BasemapList.parse(await (await app.request('/api/basemaps')).json())
  return list.items.find(({ kind }) => kind === 'tiles')
}

it('says in both languages that there is none, and how to make one', async () => {
  for (const address of ['/api/basemap', '/api/basemap/8/203/106']) {
    const { detail, detailZh } = await problemOf(await built.app.request(address), 404)
    expect(detail).toContain('npm run basemap')
    expect(detailZh).toContain('npm run basemap')
  }
  expect((await tilesOf(built.app))?.kind).toBeUndefined()
})

describe('with a basemap', () => {
  it('says what the tiles hold, whose they are and where they are', async () => {
    const app = await appWith(plan())
    const answer = await app.request('http://atlas.localhost/api/basemap')
    const told = TileJson.parse(await answer.json())
    expect(told.attribution).toBe(BASEMAP_ATTRIBUTION)
    expect(told.tiles).toHaveLength(1)
    expect(told.tiles[0]).toMatch(
      /^http:\/\/atlas\.localhost\/api\/basemap\/\{z\}\/\{x\}\/\{y\}\?v=/,
    )
    expect(told.vector_layers.map(({ id }) => id)).toEqual(['waterway', 'road'])
    expect(told.sources).toEqual([{ name: 'town-1.osm.pbf', dataDate: '2026-11-20' }])
    expect(told.bounds).toEqual([106.5, 29.5, 106.52, 29.52])
  })

  it('gives a tile, packed as it lies there to who takes that, plain to others', async () => {
    const app = await appWith(plan())
    const { x, y } = tileOver(12, ...CENTER)
    const packed = await app.request(`/api/basemap/12/${x}/${y}`, GZIP)
    expect(packed.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile')
    expect(packed.headers.get('Content-Encoding')).toBe('gzip')
    const bytes = gunzipSync(await packed.arrayBuffer())
    expect(featuresIn(bytes, 'road', 12, x, y)[0]?.properties).toMatchObject({ ref: 'G75' })
    for (const encoding of ['', 'br', 'gzip;q=0']) {
      const plain = await app.request(`/api/basemap/12/${x}/${y}`, {
        headers: { 'Accept-Encoding': encoding },
      })
      expect(plain.headers.get('Content-Encoding'), encoding).toBeNull()
      expect(plain.headers.get('Vary')).toContain('Accept-Encoding')
      expect(Buffer.from(await plain.arrayBuffer()).equals(bytes), encoding).toBe(true)
    }
  })

  it('lets a tile be kept whose address names the file it is from, and no other', async () => {
    const app = await appWith(plan())
    const { tiles } = TileJson.parse(await (await app.request('/api/basemap')).json())
    const { x, y } = tileOver(12, ...CENTER)
    const version = new URL(tiles[0] ?? '').searchParams.get('v')
    const kept = async (query: string) =>
      (await app.request(`/api/basemap/12/${x}/${y}${query}`)).headers.get('Cache-Control')
    expect(await kept(`?v=${version}`)).toMatch(/max-age=\d{5}/)
    expect(await kept('?v=of-yesterday')).toBe('no-cache')
    expect(await kept('')).toBe('no-cache')
  })

  it('gives nothing where nothing is drawn, and a problem where no tile can be', async () => {
    const app = await appWith(plan())
    const empty = await app.request('/api/basemap/12/0/0', GZIP)
    expect([empty.status, await empty.text()]).toEqual([204, ''])
    for (const [address, bad] of [
      ['12/4096/0', '/x'],
      ['12/0/-1', '/y'],
      ['12/0/1.5', '/y'],
      ['25/0/0', '/z'],
      ['a/0/0', '/z'],
    ]) {
      const { errors } = await problemOf(await app.request(`/api/basemap/${address}`), 400)
      expect(errors?.map(({ pointer }) => pointer)).toEqual([bad])
    }
  })

  it('names OpenStreetMap on the map, and no longer the rivers that are hidden', async () => {
    const wide = (await tilesOf(await appWith(plan({ wide: true }))))?.attribution
    expect(wide?.en).toBe('Basemap: © OpenStreetMap contributors, ODbL 1.0 (2026-11-20)')
    expect(wide?.zh).toMatch(/OpenStreetMap 贡献者，ODbL 1\.0（2026-11-20）/)
    expect((await tilesOf(await appWith(plan())))?.attribution.en).toContain('Rivers')
  })

  it('lets built-in rivers and roads be hidden only where it covers the region and shows the same things', async () => {
    const replaces = async (town: TownPlan) => (await tilesOf(await appWith(town)))?.replaces
    expect(await replaces(plan({ wide: true }))).toEqual(['rivers', 'roads'])
    expect(await replaces(plan())).toEqual([])
    const roadsOnly = new TownPlan()
    roadsOnly.way(
      [
        [103.5, 28],
        [110, 32],
      ],
      { highway: 'trunk' },
    )
    expect(await replaces(roadsOnly)).toEqual(['roads'])
  })
})

describe('an invalid file', () => {
  const refusals: [name: string, spoil: (file: string) => void, words: RegExp][] = [
    ['not a database', (file) => writeFileSync(file, 'PMTiles'), /is not a file of vector tiles/],
    ['empty', (file) => writeFileSync(file, ''), /is not a file of vector tiles/],
    [
      'the atlas itself',
      (file) => copyFileSync(path.join(built.folder, 'base.gpkg'), file),
      /is not a file of vector tiles/,
    ],
    [
      'cut short',
      (file) => truncateSync(file, readFileSync(file).length - 4096),
      /is cut off: \d+ bytes came, \d+ were expected[\s\S]*文件不完整/,
    ],
    [
      'of pictures',
      (file) => change(file, `UPDATE metadata SET value = 'png' WHERE name = 'format'`),
      /is not a file of vector tiles/,
    ],
    [
      'of somebody else',
      (file) => change(file, `DELETE FROM metadata WHERE name = 'atlas_sources'`),
      /is not a file of vector tiles/,
    ],
  ]

  it.each(refusals)(
    '%s, is reported with what to do, and the built-in map stays',
    async (_name, spoil, words) => {
      const { outFile } = await basemapOf([plan()])
      spoil(outFile)
      const before = readFileSync(outFile)
      const logged: string[] = []
      expect(await opened(path.dirname(outFile), logged)).toBeNull()
      expect(logged).toHaveLength(1)
      expect(logged[0]).toMatch(words)
      expect(logged[0]).toMatch(/npm run basemap[\s\S]*请重新运行[\s\S]*built-in basemap stays/)
      expect(readFileSync(outFile).equals(before)).toBe(true)
    },
  )

  it('a folder of that name is refused too', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, BASEMAP_FILE))
    const logged: string[] = []
    expect(await opened(folder, logged)).toBeNull()
    expect(logged[0]).toContain('EISDIR')
  })
})

function change(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}
