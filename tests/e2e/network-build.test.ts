// A network from the page: the token, an extract sent, the build, its answers; then taken away again.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
import { townExtract } from '#tests/support/town-extract.ts'

const ADMIN_TOKEN = 'a-token-for-this-test'

const atlas = ownAtlas({ ADMIN_TOKEN })

const pbf = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

it('builds a network from a file that is sent, has it answer, and removes it', async () => {
  const { page, outside, context } = await visit(atlas.browser, atlas.origin, { hasMap: false })
  const chip = page.getByRole('button', { name: /所用路网/ })
  await chip.click()
  const panel = page.getByRole('region', { name: '路网' })
  await panel.getByText('暂无数据文件').waitFor()
  await panel.getByLabel('管理口令').fill('not-the-token-of-it')
  await page.keyboard.press('Enter')
  const file = panel.getByLabel('上传 .osm.pbf 文件')
  await file.setInputFiles(pbf('town.osm.pbf', townExtract()))
  await panel.getByRole('alert').getByText('管理口令不符').waitFor()
  await panel.getByLabel('管理口令').fill(ADMIN_TOKEN)
  await page.keyboard.press('Enter')
  await file.setInputFiles(pbf('town.osm.pbf', townExtract()))
  await panel.getByRole('checkbox', { name: /town\.osm\.pbf/ }).waitFor()
  expect(await panel.getByLabel('路网名称').inputValue()).toBe('town')
  expect(await axeFinds(page, '.network-panel')).toEqual([])
  await panel.getByRole('button', { name: '开始生成' }).click()
  await panel.getByText(/“town”已生成并启用/).waitFor()
  await chip.getByText(/路网 town · 2026-01-05 · 25 个路口/).waitFor()
  expect(new URL(page.url()).searchParams.get('net')).toBe('town')
  await panel.getByRole('button', { name: '移除路网 town' }).click()
  await panel.getByRole('button', { name: '确定移除' }).click()
  await chip.getByText(/骨架路网（示意）/).waitFor()
  expect(await page.locator('.network-notice').count()).toBe(0)
  expect([...outside]).toEqual([])
  await context.close()
})

it('is heard of in other tabs and browsers when it takes the place of one, which then show nothing of the old one', async () => {
  const buildOf = async (extract: Uint8Array, crossings: number) => {
    await file.setInputFiles(pbf('twice.osm.pbf', extract))
    await panel.getByRole('checkbox', { name: /twice\.osm\.pbf/ }).waitFor()
    await panel.getByLabel('路网名称').fill('twice')
    await panel.getByRole('button', { name: '开始生成' }).click()
    await builder
      .getByRole('button', { name: /所用路网/ })
      .getByText(`${crossings} 个路口`)
      .waitFor()
  }
  const { page: builder, context } = await visit(atlas.browser, atlas.origin, { hasMap: false })
  await builder.getByRole('button', { name: /所用路网/ }).click()
  const panel = builder.getByRole('region', { name: '路网' })
  const file = panel.getByLabel('上传 .osm.pbf 文件')
  await panel.getByLabel('管理口令').fill(ADMIN_TOKEN)
  await builder.keyboard.press('Enter')
  await buildOf(townExtract(), 25)

  const { page: other, context: otherContext } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=battery-tray&net=twice&pin=106.5,29.5`,
    { hasMap: false },
  )
  /** Of each analysis the network that its last answer stands on. */
  const stands = new Map<string, string>()
  other.on('response', async (response) => {
    const [, id] = /processes\/([^/]+)\/execution$/.exec(response.url()) ?? []
    if (id) stands.set(id, (await response.json()).basis?.network.hash)
  })
  // Beside a ranking there may be no room for the note.
  const shown = (page: Page, crossings: number) =>
    page
      .getByRole('button', { name: /所用路网/ })
      .getByText(`${crossings} 个路口`)
      .waitFor({ state: 'attached' })
  await shown(other, 25)
  await other.locator('.site-row').first().waitFor()
  const tab = await context.newPage()
  await tab.goto(`${atlas.origin}/?net=twice`)
  await shown(tab, 25)
  await buildOf(townExtract(4), 20)
  // A tab of the same browser is told; another browser hears when it looks whether the server answers.
  await shown(tab, 20)
  await other.evaluate(() => dispatchEvent(new Event('online')))
  await other
    .getByRole('status')
    .getByText(/“路网 twice”已在别处换成新的路网/)
    .waitFor()
  await shown(other, 20)
  const list = await (await fetch(`${atlas.origin}/api/networks`)).json()
  const { hash } = list.items.find(({ id }: { id: string }) => id === 'twice')
  const asked = [...stands.keys()]
  expect(asked).toContain('siting')
  await expect
    .poll(() => asked.filter((id) => stands.get(id) !== hash), { timeout: 30_000 })
    .toEqual([])
  await other.getByRole('button', { name: '知道了' }).click()
  expect(await other.locator('.network-notice').count()).toBe(0)
  await otherContext.close()
  await context.close()
})

it('says in words why a file that is no extract did not become a network', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?lang=en`, {
    hasMap: false,
  })
  await page.locator('.network-chip').click()
  const panel = page.getByRole('region', { name: 'Roads' })
  await panel.getByLabel('Admin token').fill(ADMIN_TOKEN)
  await page.keyboard.press('Enter')
  const file = panel.getByLabel('Upload an .osm.pbf file')
  await file.setInputFiles(pbf('notes.txt', new TextEncoder().encode('no extract')))
  await panel
    .getByRole('alert')
    .getByText(/\.osm\.pbf/)
    .waitFor()
  await file.setInputFiles(pbf('broken.osm.pbf', townExtract().slice(0, 300)))
  await panel.getByRole('checkbox', { name: /broken/ }).waitFor()
  await panel.getByRole('button', { name: 'Build', exact: true }).click()
  await panel
    .getByRole('alert')
    .getByText(/“broken” was not built: broken\.osm\.pbf: .+/)
    .waitFor()
  await page.reload()
  await page.locator('.network-chip').click()
  // Shown again to a user who opens the panel later; the token is still known to this tab.
  await panel
    .getByRole('alert')
    .getByText(/“broken” was not built/)
    .waitFor()
  expect(await panel.getByLabel('Admin token').count()).toBe(0)
  await context.close()
})
