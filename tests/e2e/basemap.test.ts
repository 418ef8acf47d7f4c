// Does the page draw the tiles of a basemap under the data, in its colours, and name whose they are?
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { BASEMAP_FILE } from '#geodata/contract/basemap.ts'
import { buildBasemap } from '#scripts/basemap.ts'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
import { writeOsmPbf } from '#tests/support/osm-pbf-writer.ts'
import { square, TownPlan } from '#tests/support/town-plan.ts'

/** A lake as wide as the region, with an island where the map looks, and a river to it. */
function lakeland(): TownPlan {
  const plan = new TownPlan()
  const shore = plan.way(square([106.5, 29.5], 4))
  plan.multipolygon([shore], [plan.way(square([107.9, 30.9], 0.02))], { natural: 'water' })
  plan.way(
    [
      [107.9, 30.9],
      [107.91, 30.9],
    ],
    { highway: 'motorway', ref: 'G42' },
  )
  plan.point([107.905, 30.905], { place: 'town', name: '湖心镇', 'name:en': 'Lake Town' })
  return plan
}

const atlas = ownAtlas({}, async (dataDir) => {
  const extract = path.join(dataDir, 'lakeland.osm.pbf')
  writeFileSync(extract, writeOsmPbf(lakeland(), { replicationTime: '2026-11-20T00:00:00Z' }))
  await buildBasemap([extract], path.join(dataDir, BASEMAP_FILE))
})

/** The colour of a token, and that of the picture at a place of the map; #rrggbb. */
async function colours(page: Page, token: string, share: [across: number, down: number]) {
  const box = await page.locator('.map').boundingBox()
  const [x, y] = [
    (box?.x ?? 0) + (box?.width ?? 0) * share[0],
    (box?.y ?? 0) + (box?.height ?? 0) * share[1],
  ]
  const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
  const [wanted, drawn] = await page.evaluate(
    async ([name, encoded]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${encoded}`
      await image.decode()
      const pen = new OffscreenCanvas(1, 1).getContext('2d')
      pen?.drawImage(image, 0, 0)
      const bytes = [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3)
      return [
        getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim(),
        `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
      ]
    },
    [token, picture.toString('base64')] as const,
  )
  return { wanted, drawn }
}

it.each(['light', 'dark'] as const)('draws water and its island, %s', async (theme) => {
  const address = `${atlas.origin}/?map=12.5/107.9,30.9&theme=${theme}`
  const { page, context, errors, outside } = await visit(atlas.browser, address, { paints: true })
  await mapIdle(page)
  const water = await colours(page, 'map-water', [0.25, 0.5])
  expect(water.drawn).toBe(water.wanted)
  const island = await colours(page, 'map-water', [0.48, 0.55])
  expect(island.drawn).not.toBe(island.wanted)
  await page.getByText('底图：© OpenStreetMap 贡献者，ODbL 1.0（2026-11-20）').first().waitFor()
  expect(errors).toEqual([])
  expect([...outside]).toEqual([])
  await context.close()
})

it('calls waters and roads no longer schematic, and hides them with their switch', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?map=12.5/107.9,30.9`)
  await mapIdle(page)
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByLabel('道路与铁路').waitFor()
  await page.getByLabel('水系').uncheck()
  await page.keyboard.press('Escape')
  await mapIdle(page)
  const { wanted, drawn } = await colours(page, 'map-water', [0.25, 0.5])
  expect(drawn).not.toBe(wanted)
  await context.close()
})
