// A planner narrows the plan down, finds things by sound, and reads it all as words: by pointer and by keys.
import Papa from 'papaparse'
import { beforeAll, expect, it } from 'vitest'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { downloadedText, onePage, sharedAtlas } from '#tests/support/browsing.ts'

const atlas = sharedAtlas()
const openAt = onePage(atlas)
type Known = {
  geometry: { coordinates: readonly number[] }
  properties: { id: string; systems: string[]; adcode: string | null; source: string }
}
let parks: Known[]
beforeAll(async () => {
  const answer = await fetch(`${atlas.origin}/api/collections/parks/items?limit=1000`)
  parks = ((await answer.json()) as { features: Known[] }).features
})

it('combines filters with live counts, keeps them in the address, and clears them at once', async () => {
  const { page, errors } = await openAt('table=1')
  await page.getByRole('checkbox', { name: /电动三电/ }).check()
  await page.getByText('区县', { exact: true }).first().click()
  const bishan = parks.filter(
    ({ properties: p }) => p.adcode === '500120' && p.systems.includes('power'),
  )
  const choice = page.getByRole('checkbox', { name: new RegExp(`璧山区 ?${bishan.length}$`) })
  await choice.check()
  const rows = page.locator('.drawer tbody tr')
  await page.waitForFunction(
    (count) => document.querySelectorAll('.drawer tbody tr').length === count,
    bishan.length,
  )
  const asked = new URL(page.url()).searchParams
  expect([asked.get('systems'), asked.get('districts')]).toEqual(['power', '500120'])
  await page.reload()
  await rows.first().waitFor()
  expect(await rows.count()).toBe(bishan.length)
  // Another system in the same district: nothing is left, and the filter to drop is named.
  await page.getByRole('button', { name: '去掉 电动三电' }).click()
  await page.getByRole('checkbox', { name: /车联网/ }).check()
  const drop = page
    .locator('.nothing-left', { hasText: '没有园区' })
    .getByRole('button', { name: /^去掉“.+”可找回 \d+ 个$/ })
  const promised = Number((await drop.innerText()).match(/\d+/)?.[0])
  await drop.click()
  await page.waitForFunction(
    (count) => document.querySelectorAll('.drawer tbody tr').length === count,
    promised,
  )
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.waitForFunction(
    (count) => document.querySelectorAll('.drawer tbody tr').length === count,
    parks.length,
  )
  expect(errors).toEqual([])
})

it('opens the palette with Ctrl K, finds a park by pinyin initials, and runs a command', async () => {
  const { page, errors, context } = await visit(atlas.browser, atlas.origin)
  await page.locator('.counts').waitFor()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: '查找与命令' })
  await box.waitFor()
  await page.keyboard.type('bsgxq')
  await page.getByRole('option', { name: /璧山高新技术产业开发区/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.inspector h2', { hasText: '璧山高新技术产业开发区' }).waitFor()
  await page.locator('.page-dialog [role=option]').first().waitFor({ state: 'detached' })
  await page.keyboard.press('Control+k')
  await box.waitFor()
  await page.keyboard.type('切换语言')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.keys').waitFor({ state: 'detached' })
  // Turned off, single keys do nothing any more, here and after a reload.
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Single keys are on' }).uncheck()
  await page.keyboard.press('Escape')
  await page.locator('.keys').waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.counts').waitFor()
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find and do' }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})

it('shows one thing at once on the map and in the list: by pointer, by keys, and from the map', async () => {
  const one = parks.find(({ properties }) => properties.id === 'CQ-N01')
  const [lng, lat] = one?.geometry.coordinates ?? []
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?table=1&districts=500120&map=12/${lng},${lat}`,
    { paints: true },
  )
  await mapIdle(page)
  const row = page.locator('.drawer tbody tr', { hasText: '璧山高新技术产业开发区' })
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('.map').boundingBox()) ?? {}
  const middle = [x + width / 2, y + height / 2] as const
  const around = { x: middle[0] - 60, y: middle[1] - 60, width: 120, height: 50 }
  const seen = async () => (await page.screenshot({ clip: around })).toString('base64')
  const plain = await seen()
  await row.getByRole('button').focus()
  await page.locator('.drawer tr.hovered').waitFor()
  await expect.poll(seen, { timeout: 30_000 }).not.toBe(plain)
  await page.getByRole('tab', { name: '园区' }).focus()
  await page.locator('.drawer tr.hovered').waitFor({ state: 'detached' })
  await expect.poll(seen, { timeout: 30_000 }).toBe(plain)
  await mapIdle(page)
  await page.mouse.move(...middle)
  await page.locator('.drawer tr.hovered', { hasText: '璧山高新技术产业开发区' }).waitFor()
  await page.mouse.click(...middle)
  await row.and(page.locator('.selected')).waitFor()
  expect(new URL(page.url()).searchParams.get('sel')).toBe('parks/CQ-N01')
  expect(errors).toEqual([])
  await context.close()
})

it('filters from the palette, and the counts over the map follow', async () => {
  const { page } = await openAt()
  await page.locator('.counts').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找与命令' }).waitFor()
  await page.keyboard.type('璧山区')
  await page.getByRole('option', { name: '筛选区县：璧山区' }).click()
  const inBishan = parks.filter(({ properties: p }) => p.adcode === '500120').length
  await page.locator('.counts', { hasText: `${inBishan}/${parks.length}` }).waitFor()
  expect(new URL(page.url()).searchParams.get('districts')).toBe('500120')
})

it('introduces itself once, in three steps, by the keyboard', async () => {
  const { page, context } = await visit(atlas.browser, atlas.origin)
  const steps = page.getByRole('region', { name: '三步入门' })
  await steps.waitFor()
  for (const name of ['下一步', '下一步', '开始']) {
    await steps.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
  }
  expect(await steps.count()).toBe(0)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await steps.count()).toBe(0)
  await context.close()
})

it('downloads what the filters keep, every row with its source', async () => {
  const { page } = await openAt('table=1&systems=v2x')
  await page.waitForFunction(() => document.querySelectorAll('.drawer tbody tr').length > 0)
  const arrives = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载表格（CSV）' }).click()
  const text = await downloadedText(await arrives)
  const { data: lines } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), {
    header: true,
  })
  // After the rows it says whose map it is.
  const data = lines.filter(({ id }) => id && !id.startsWith('#'))
  expect(text).toContain('审图号')
  const kept = parks.filter(({ properties }) => properties.systems.includes('v2x'))
  expect(data.map(({ id }) => id).sort()).toEqual(kept.map(({ properties: p }) => p.id).sort())
  for (const { properties } of kept) {
    expect(data.find(({ id }) => id === properties.id)?.来源).toBe(properties.source)
  }
  // The same rows with all their fields, for other programs: the menu is opened and left by keyboard.
  const files = page.getByRole('button', { name: '数据文件' })
  await files.press('Enter')
  await page.getByRole('link', { name: 'GeoPackage' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await files.evaluate((one) => one === document.activeElement)).toBe(true)
  await files.press('Enter')
  const whole = page.waitForEvent('download')
  await page.getByRole('link', { name: 'GeoJSON' }).press('Enter')
  const { features } = JSON.parse(await downloadedText(await whole)) as {
    features: { id: string }[]
  }
  expect(features.map(({ id }) => id).sort()).toEqual(kept.map(({ properties: p }) => p.id).sort())
})
