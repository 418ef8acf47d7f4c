// Which road network answers: shown on the map, chosen, kept by the address; what was refused is reported.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { axeFinds, mapIdle, visit } from '#scripts/running-atlas.ts'
import { buildNetworkFile } from '#server/store/files/network-build.ts'
import { networksFolder } from '#server/store/files/network-files.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
import { townExtract } from '#tests/support/town-extract.ts'

const atlas = ownAtlas({}, async (dataDir) => {
  const extract = path.join(dataDir, 'town.osm.pbf')
  mkdirSync(networksFolder(dataDir), { recursive: true })
  writeFileSync(extract, townExtract())
  writeFileSync(path.join(networksFolder(dataDir), 'old.road'), 'no network')
  const outFile = path.join(networksFolder(dataDir), 'town.road')
  expect((await buildNetworkFile({ extracts: [extract], outFile })).kind).toBe('built')
})

it('names the street network that answers, draws its roads, and asks the one that is chosen', async () => {
  const { page, outside, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=battery-tray&pin=106.50000,29.50000&map=12/106.5,29.5`,
  )
  const tile = page.waitForResponse((response) =>
    /networks\/town\/tiles\/\d+\/\d+\/\d+/.test(response.url()),
  )
  const chip = page.getByRole('button', { name: /所用路网/ })
  await chip.getByText('路网 town · 2026-01-05 · 25 个路口').waitFor()
  expect((await tile).status()).toBe(200)
  await page.getByRole('button', { name: '来源', exact: true }).click()
  await page
    .locator('.all-credits')
    .getByText(/OpenStreetMap/)
    .waitFor()
  await page
    .locator('.site-results-head')
    .getByText(/路网 town/)
    .waitFor()
  // A truck leaves a street anywhere: no exits; and there and back may differ.
  const way = page.getByRole('radio', { name: '到达此处' })
  expect([await page.locator('.ring-exits').count(), await way.isEnabled()]).toEqual([0, true])
  await mapIdle(page)
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByRole('checkbox', { name: '道路', exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await chip.click()
  const panel = page.getByRole('region', { name: '路网' })
  await panel.getByRole('radio', { name: /骨架路网/ }).check()
  await page
    .locator('.site-results-head')
    .getByText(/骨架路网（示意）/)
    .waitFor()
  expect(new URL(page.url()).searchParams.get('net')).toBe('skeleton')
  await page
    .locator('.ring-legend')
    .getByText(/^经.+上路，.+外$/)
    .waitFor()
  const inputs = { origin: [106.5, 29.5], network: 'skeleton' }
  const executed = await page.request.post(`${atlas.origin}/api/processes/isochrone/execution`, {
    data: { inputs },
  })
  const { exits } = await executed.json()
  await page.locator('.ring-exits', { hasText: `互通 ${exits.length} 处` }).waitFor()
  expect(exits.length).toBeGreaterThan(10)
  await page.getByText('往返分钟相同，不分方向').waitFor()
  expect(await way.isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.reload()
  await chip.getByText(/骨架路网（示意）/).waitFor()
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('says which file is no network, and which network of a link is not there, until that is read', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?net=gone`)
  const notice = page.locator('.network-notice')
  await notice.getByText(/链接指定的路网“gone”在此服务上不存在/).waitFor()
  await notice.getByText(/有 1 个路网文件无法使用/).waitFor()
  await notice.getByRole('button', { name: '看原因' }).click()
  await page
    .locator('.network-refused')
    .getByText(/old\.road/)
    .waitFor()
  await notice.getByRole('button', { name: '知道了' }).click()
  await notice.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: /所用路网/ }).waitFor()
  expect(await notice.count()).toBe(0)
  expect(new URL(page.url()).searchParams.has('net')).toBe(false)
  await context.close()
})

it.each([
  ['light', 1280, ''],
  ['dark', 390, '&lang=en'],
] as const)('leaves axe nothing to find in the panel: %s, %i px', async (theme, width, query) => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?theme=${theme}${query}`, {
    viewport: { width, height: 844 },
  })
  await page.locator('.network-chip').click()
  await page.locator('.network-panel').waitFor()
  await page.locator('.network-one summary').first().click()
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})
