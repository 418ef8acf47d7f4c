// Are basemaps listed with whose they are, Tianditu passed on without its key, and settings checked?
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { BasemapList, originsIn } from '#geodata/contract/basemaps.ts'
import { createApp } from '#server/app.ts'
import { RefusedBasemaps, readBasemapWords } from '#server/basemaps/environment.ts'
import { type Environment, readBasemapSetting } from '#server/basemaps/read-setting.ts'
import { loadRegion } from '#server/region/region.ts'
import { builtApp, problemOf } from '#tests/support/built-app.ts'
import {
  INVENTED_KEY,
  type PretendTianditu,
  pretendTianditu,
} from '#tests/support/pretend-tianditu.ts'
import { spawnServer } from '#tests/support/spawned-server.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const built = builtApp()
let tianditu: PretendTianditu
beforeAll(async () => {
  tianditu = await pretendTianditu()
})
beforeEach(() => {
  tianditu.behave('well')
  tianditu.asked.length = 0
})
afterAll(() => tianditu.stop())

/** The app under a setting, and all it wrote to its log. */
async function appWith(set: Partial<Environment>): Promise<{ app: Hono; logged: unknown[] }> {
  const logged: unknown[] = []
  const app = createApp({
    store: built.store,
    region: await loadRegion(built.store),
    mapApprovalNumber: 'invented 1',
    basemap: null,
    basemaps: readBasemapSetting({ DATA_DIR: temporaryFolder(), ...set }),
    log: (error) => logged.push(error),
  })
  return { app, logged }
}
const withTianditu = () => appWith({ TIANDITU_KEY: INVENTED_KEY, TIANDITU_ORIGIN: tianditu.origin })
const listOf = async (app: Hono) =>
  BasemapList.parse(await (await app.request('/api/basemaps')).json())

it('offers the built-in ground alone where nothing is set', async () => {
  const { items, defaultId, terrain, origins } = await listOf(built.app)
  expect(items.map(({ id }) => id)).toEqual(['built-in'])
  expect([defaultId, terrain, origins]).toEqual(['built-in', null, []])
})

it('gives each basemap its own approval number, the operator’s words before ours', async () => {
  const folder = temporaryFolder()
  const words = {
    'tianditu-imagery': { approvalNumber: 'GS(0000)0 invented', licence: 'agreed by letter' },
    'built-in': { approvalNumber: null },
  }
  writeFileSync(path.join(folder, 'basemaps.json'), JSON.stringify(words))
  const { app } = await appWith({ DATA_DIR: folder, TIANDITU_KEY: INVENTED_KEY })
  const { items } = await listOf(app)
  expect(items.map(({ id, approvalNumber }) => [id, approvalNumber])).toEqual([
    ['built-in', null],
    ['tianditu-vector', null],
    ['tianditu-imagery', 'GS(0000)0 invented'],
  ])
  expect(items[2]).toMatchObject({ kind: 'tianditu', imagery: true, licence: 'agreed by letter' })
  const [other] = (await listOf((await withTianditu()).app)).items
  expect(other?.approvalNumber).toBe('invented 1')
})

it('passes a sheet on as a picture that may be kept, asking one subdomain for one tile', async () => {
  const { app } = await withTianditu()
  const answer = await app.request('/api/basemaps/tianditu/img/8/203/106')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('image/png')
  expect(answer.headers.get('Cache-Control')).toMatch(/max-age=\d+/)
  const [asked] = tianditu.asked
  expect(asked?.pathname).toBe('/img_w/wmts')
  expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
    REQUEST: 'GetTile',
    LAYER: 'img',
    TILEMATRIXSET: 'w',
    TILEMATRIX: '8',
    TILECOL: '203',
    TILEROW: '106',
    tk: INVENTED_KEY,
  })
})

it('is no open proxy: other layers and tiles that cannot be never leave this server', async () => {
  const { app } = await withTianditu()
  for (const [address, pointer] of [
    ['ter/8/203/106', '/layer'],
    ['img_w%2Fwmts%3Ftk/8/203/106', '/layer'],
    ['img/19/0/0', '/z'],
    ['img/8/256/0', '/x'],
    ['img/8/0/-1', '/y'],
    ['img/8/0/1%3Ftk=1', '/y'],
  ]) {
    const problem = await problemOf(await app.request(`/api/basemaps/tianditu/${address}`), 400)
    expect(problem.errors?.map((error) => error.pointer)).toEqual([pointer])
  }
  expect(tianditu.asked).toEqual([])
})

it.each(['refuse', 'page', 'redirect'] as const)(
  'reports a problem when it answers by “%s”, without the key',
  async (how) => {
    const { app, logged } = await withTianditu()
    tianditu.behave(how)
    const answer = await app.request('/api/basemaps/tianditu/vec/8/203/106')
    const headers = JSON.stringify([...answer.headers])
    const problem = await problemOf(answer, 502)
    if (how === 'refuse') expect(problem.detailZh).toContain('拒绝了密钥（403）')
    if (how === 'refuse') expect(problem.detail).toContain('非法Key …')
    expect(JSON.stringify(problem) + headers + JSON.stringify(logged)).not.toContain(INVENTED_KEY)
    expect(tianditu.asked).toHaveLength(1)
  },
)

it('reads no more of an answer without end than it needs, whatever its status', async () => {
  const { app } = await withTianditu()
  tianditu.behave('endless')
  await problemOf(await app.request('/api/basemaps/tianditu/vec/8/203/106'), 502)
  tianditu.behave('endless-404')
  expect((await app.request('/api/basemaps/tianditu/vec/8/203/106')).status).toBe(204)
  // What lies in the buffers of the two connections, and no more.
  expect(tianditu.sentBytes()).toBeLessThan(32 * 1024 * 1024)
})

it('says so when Tianditu cannot be reached, and has nothing where Tianditu has nothing', async () => {
  tianditu.behave('empty')
  const nothing = await (await withTianditu()).app.request('/api/basemaps/tianditu/vec/8/203/106')
  expect([nothing.status, await nothing.text()]).toEqual([204, ''])
  const gone = await pretendTianditu()
  await gone.stop()
  const { app } = await appWith({ TIANDITU_KEY: INVENTED_KEY, TIANDITU_ORIGIN: gone.origin })
  await problemOf(await app.request('/api/basemaps/tianditu/vec/8/203/106'), 502)
  await problemOf(await built.app.request('/api/basemaps/tianditu/vec/8/203/106'), 404)
})

it('lets the page load from the hosts that were named, by the operator or this browser, and no other', async () => {
  const { app } = await appWith({
    STYLE_URL: 'https://maps.example.org/style.json',
    MAP_ORIGINS: 'https://tiles.example.org',
  })
  const policy = async (cookie = '') => {
    const answer = await app.request('/api/basemaps', { headers: { Cookie: cookie } })
    const rules = answer.headers.get('Content-Security-Policy') ?? ''
    return rules.match(/connect-src ([^;]*)/)?.[1]?.trim()
  }
  const ours = `'self' https://maps.example.org https://tiles.example.org`
  expect(await policy()).toBe(ours)
  const cookie = `atlas-map-origins=${encodeURIComponent('http://10.1.2.3:8080 https://*;default-src')}`
  expect(await policy(cookie)).toBe(`${ours} http://10.1.2.3:8080`)
  expect(originsIn(`https://a.example 'unsafe-inline' * javascript: https://b/c`)).toEqual([
    'https://a.example',
  ])
})

it('refuses an invalid description, saying what came, what was expected and where', () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'basemaps.json')
  for (const [text, ...words] of [
    ['{', 'is not JSON'],
    ['{"google": {}}', 'google', 'tianditu-imagery'],
    ['{"tiles": {"approvalNumber": 7}}', '/tiles/approvalNumber', 'came as 7', '应为'],
    ['{"tiles": {"aproval": "x"}}', '/tiles', 'aproval', 'approvalNumber'],
  ]) {
    writeFileSync(file, text ?? '')
    const say = () => readBasemapWords(folder)
    expect(say).toThrow(RefusedBasemaps)
    for (const word of [file, ...words]) expect(say).toThrow(word)
  }
})

it('ends at once when a variable is invalid, and does not repeat a key', async () => {
  const { ended } = spawnServer({
    DATA_DIR: temporaryFolder(),
    TIANDITU_KEY: 'short-secret',
    STYLE_URL: 'maps.example.org/style.json',
    TERRAIN_ENCODING: 'gzip',
  })
  const { how, said } = await ended
  expect(how).toBe('code 2')
  expect(said).not.toContain('short-secret')
  for (const word of ['TIANDITU_KEY came as', 'STYLE_URL 应为', 'TERRAIN_ENCODING is terrarium']) {
    expect(said).toContain(word)
  }
})
