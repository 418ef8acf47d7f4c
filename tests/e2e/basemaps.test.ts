// Can the ground be chosen, does Tianditu come through our server, and what if it does not come?
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { axeFinds, mapIdle, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
import {
  flatPng,
  INVENTED_KEY,
  type PretendTianditu,
  pretendTianditu,
} from '#tests/support/pretend-tianditu.ts'

let tianditu: PretendTianditu
let elsewhere: { origin: string; server: Server }
const environment: Record<string, string> = {
  TIANDITU_KEY: INVENTED_KEY,
  TERRAIN_ENCODING: 'terrarium',
}
beforeAll(async () => {
  tianditu = await pretendTianditu()
  elsewhere = await pretendStyleHost()
  environment.TIANDITU_ORIGIN = tianditu.origin
  environment.TERRAIN_URL = `${elsewhere.origin}/heights/{z}/{x}/{y}.png`
})
const atlas = ownAtlas(environment)
beforeEach(() => tianditu.behave('well'))
afterAll(async () => {
  await tianditu?.stop()
  elsewhere?.server.closeAllConnections()
  elsewhere?.server.close()
})

/** A host with a style of one colour, its TileJSON, and flat heights. */
async function pretendStyleHost() {
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (request.url?.startsWith('/heights/')) {
      response.setHeader('Content-Type', 'image/png')
      // 128 × 256 − 32768 = 0 m everywhere.
      return response.end(flatPng([128, 0, 0, 255]))
    }
    response.setHeader('Content-Type', 'application/json')
    if (request.url === '/place.geojson') {
      return response.end(JSON.stringify({ type: 'FeatureCollection', features: [] }))
    }
    if (request.url !== '/style.json') return response.writeHead(404).end()
    return response.end(
      JSON.stringify({
        version: 8,
        sources: {
          place: {
            type: 'geojson',
            data: 'place.geojson',
            attribution: '© <b>Invented</b> Surveys',
          },
        },
        layers: [{ id: 'all', type: 'background', paint: { 'background-color': '#7b5ea7' } }],
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

/** The colour of the picture where the map has no symbol; #rrggbb. */
async function ground(page: Page): Promise<string> {
  const box = await page.locator('.map').boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) * 0.25, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
  return page.evaluate(async (encoded) => {
    const image = new Image()
    image.src = `data:image/png;base64,${encoded}`
    await image.decode()
    const pen = new OffscreenCanvas(1, 1).getContext('2d')
    pen?.drawImage(image, 0, 0)
    const bytes = [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3)
    return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  }, picture.toString('base64'))
}

/** In a corner of the region where nothing of ours lies. */
const EMPTY = 'map=12/108.9,31.2&hide=districts,terrain'
const isGreen = (colour: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return (green ?? 0) > (red ?? 0) + 5 && (green ?? 0) > (blue ?? 0) + 5
}

for (const theme of ['light', 'dark'] as const) {
  it(`lays imagery under the data by choice, ${theme}, and keeps the choice in the address`, async () => {
    const { page, context, outside, errors } = await visit(
      atlas.browser,
      `${atlas.origin}/?${EMPTY}&theme=${theme}`,
      { paints: true },
    )
    await mapIdle(page)
    const before = await ground(page)
    await page.getByRole('button', { name: '图层' }).click()
    expect(await axeFinds(page, '.layer-list')).toEqual([])
    await page.getByRole('radio', { name: /天地图 影像/ }).check()
    await page.waitForFunction(() => location.search.includes('base=tianditu-imagery'))
    await page.getByText('底图：天地图 © 国家地理信息公共服务平台').first().waitFor()
    await mapIdle(page)
    const chosen = await ground(page)
    expect(isGreen(chosen), chosen).toBe(true)
    expect(isGreen(before), before).toBe(false)
    await page.reload()
    await mapIdle(page)
    expect(isGreen(await ground(page))).toBe(true)
    expect(await page.content()).not.toContain(INVENTED_KEY)
    // Heights are set up on this server, so the page may ask for them.
    expect([...outside].filter((one) => !one.includes('/heights/'))).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })
}

it('says why when Tianditu refuses the key, shows the built-in ground, and comes back when it answers', async () => {
  tianditu.behave('refuse')
  const { page, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?${EMPTY}&base=tianditu-vector`,
    { paints: true },
  )
  await page.getByText('底图“天地图 矢量”未能打开，现显示内置底图。').waitFor()
  await page.getByText(/拒绝了密钥（403）/).waitFor()
  await mapIdle(page)
  await page.getByText('河流：区县界与 Natural Earth（示意）').first().waitFor()
  expect(isGreen(await ground(page))).toBe(false)
  expect(await axeFinds(page, '.basemap-notice')).toEqual([])
  tianditu.behave('well')
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByText('底图：天地图 © 国家地理信息公共服务平台').first().waitFor()
  await mapIdle(page)
  expect(isGreen(await ground(page))).toBe(true)
  await context.close()
})

it('says that a basemap of the address is not set up here, and goes on with the built-in one', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?base=google`)
  await page.getByText('链接指定的底图“google”在此未设置').waitFor()
  await page.getByRole('button', { name: '改用内置底图' }).click()
  await page.waitForFunction(() => !location.search.includes('base='))
  expect(await page.locator('.basemap-notice').count()).toBe(0)
  await context.close()
})

it('loads a style of one’s own only once it is set up in this browser', async () => {
  const { page, context, outside } = await visit(atlas.browser, `${atlas.origin}/?${EMPTY}`, {
    deviceScaleFactor: 1,
    paints: true,
  })
  await mapIdle(page)
  const before = await ground(page)
  expect([...outside].filter((address) => address.includes('style.json'))).toEqual([])
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByRole('button', { name: '使用自定义样式…' }).click()
  await page.getByLabel('样式地址（MapLibre style.json）').fill('style.json')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'https://' }).waitFor()
  await page.getByLabel('样式地址（MapLibre style.json）').fill(`${elsewhere.origin}/style.json`)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await page.getByText('© Invented Surveys').first().waitFor()
  await mapIdle(page)
  expect(await ground(page)).toBe('#7b5ea7')
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByRole('button', { name: '修改样式地址…' }).click()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '移除' }).click()])
  await mapIdle(page)
  expect(await ground(page)).toBe(before)
  expect((await context.cookies()).filter(({ name }) => name === 'atlas-map-origins')).toEqual([])
  await context.close()
})

it('shades the terrain where heights are set up, and not where it is switched off', async () => {
  const { page, context, outside, errors } = await visit(atlas.browser, atlas.origin, {
    paints: true,
  })
  await mapIdle(page)
  const heights = [...outside].filter((address) =>
    address.startsWith(`${elsewhere.origin}/heights/`),
  )
  expect(heights.length).toBeGreaterThan(0)
  expect(heights.length).toBe(outside.size)
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByLabel('地形阴影').uncheck()
  await page.waitForFunction(() => location.search.includes('hide=terrain'))
  expect(errors).toEqual([])
  await context.close()
})
