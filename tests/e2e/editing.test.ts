// People correct and add facts: with source and reason, by pointer and by keys, and no one's work is lost.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeFinds, mapIdle, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'

const atlas = ownAtlas()

type Row = { properties: Record<string, unknown>; geometry: { coordinates: unknown } | null }
async function stored(collection: string, id: string): Promise<Row> {
  const answer = await fetch(`${atlas.origin}/api/collections/${collection}/items/${id}`)
  return (await answer.json()) as Row
}
const form = (page: Page) => page.locator('.editor')

async function sign(page: Page, who: string, why: string): Promise<void> {
  await form(page)
    .getByLabel(/^您的姓名/)
    .fill(who)
  await form(page)
    .getByLabel(/^改动原因/)
    .fill(why)
}

async function openPark(id: string) {
  const visited = await visit(atlas.browser, `${atlas.origin}/?sel=parks/${id}`, {
    hasMap: false,
  })
  await visited.page.locator('.inspector').getByRole('button', { name: '更正' }).click()
  await form(visited.page).getByRole('heading', { name: '更正：园区' }).waitFor()
  return visited
}

/** A place in Beijing is taken back by the keyboard; one in another district is saved after the question. */
async function savesDoubtfulPlace(page: Page): Promise<void> {
  const place = form(page).getByLabel(/^经度, 纬度/)
  const follows = form(page).locator('.follows')
  await place.fill('116.4, 39.9')
  await follows.getByText('璧山区 → 未知（不在已知的区县内）').waitFor()
  await place.press('Enter')
  await form(page).getByRole('button', { name: '保存' }).click()
  const ask = page.getByRole('alertdialog', { name: '位置有疑问，请确认' })
  await ask.getByText('位置不在重庆境内，也不在已知的任何区县内。').waitFor()
  expect(await axeFinds(page, '.editor')).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.matches('.place textarea'))
  expect((await stored('parks', 'CQ-N01')).properties.adcode).toBe('500120')
  await place.fill('106.4, 29.45')
  await follows.getByText('璧山区 → 九龙坡区').waitFor()
  await follows.getByText('500120 → 500107').waitFor()
  await follows.getByText(/离最近候选“1”（卡车分钟）\s*[\d–]+ → [\d–]+/).waitFor()
  const said = (await follows.locator('dl > div').allInnerTexts()).map((one) => one.split('\n')[0])
  expect(said.slice(2, 4)).toEqual(['璧山区的园区', '九龙坡区的园区'])
  await form(page).getByRole('button', { name: '保存' }).click()
  await ask.getByText('位置在九龙坡区，不在璧山区。').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}

it('corrects a park, says what is missing at its field, and undoes the change', async () => {
  const { page, errors, context } = await openPark('CQ-N01')
  // Escape closes the form: the park is still chosen, and the focus is where the form was opened from.
  await page.keyboard.press('Escape')
  await form(page).waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.textContent === '更正')
  expect(page.url()).toContain('sel=parks/CQ-N01')
  await page.keyboard.press('Enter')
  await form(page).getByRole('heading', { name: '更正：园区' }).waitFor()
  const before = await stored('parks', 'CQ-N01')
  const source = form(page).getByLabel(/^来源 /)
  await source.fill('')
  await form(page).getByLabel('规划面积（km²）').fill('三十六')
  await sign(page, '规划员甲', '试改')
  await form(page).getByRole('button', { name: '保存' }).click()
  await form(page).getByText('没有保存：有 2 项须补充或更正').waitFor()
  expect(await source.getAttribute('aria-invalid')).toBe('true')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe(
    'true',
  )
  const [first, bar] = [
    await page.locator(':focus').boundingBox(),
    await form(page).locator('.acts').boundingBox(),
  ]
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await form(page).getByText('规划面积（km²）：现为“三十六”，应为数字').waitFor()
  await form(page).getByRole('button', { name: '保存（2 项待更正）' }).waitFor()
  expect(await axeFinds(page)).toEqual([])
  await source.fill(String(before.properties.source))
  await form(page).getByLabel('规划面积（km²）').fill('36.5')
  await savesDoubtfulPlace(page)
  await page.locator('.inspector .figures').getByText('36.5').waitFor()
  expect((await stored('parks', 'CQ-N01')).properties).toMatchObject({
    plannedAreaSquareKilometers: 36.5,
    adcode: '500107',
    districtZh: '九龙坡区',
  })
  await page.locator('.toast').getByRole('button', { name: '撤销' }).click()
  await page.locator('.inspector .figures').getByText('36.5').waitFor({ state: 'detached' })
  expect((await stored('parks', 'CQ-N01')).properties).toEqual(before.properties)
  await page.locator('.layout-views').getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '修订', exact: true }).click()
  const cards = page.locator('.change').filter({ hasText: '规划员甲' })
  await cards.nth(1).waitFor()
  expect(await cards.count()).toBe(2)
  await cards.last().getByText('试改').waitFor()
  await cards.last().getByText('36.5').waitFor()
  // Whoever undoes it from here signs it too.
  await cards.first().getByRole('button', { name: '撤销此次改动' }).click()
  await form(page)
    .getByLabel(/^您的姓名/)
    .fill('')
  await page.keyboard.press('Enter')
  await form(page)
    .getByText(/没有填写，应为 1 至 80 个字/)
    .waitFor()
  expect(await axeFinds(page)).toEqual([])
  await form(page)
    .getByLabel(/^您的姓名/)
    .fill('规划员乙')
  await page.keyboard.press('Enter')
  await page.locator('.change').filter({ hasText: '规划员乙' }).waitFor()
  expect((await stored('parks', 'CQ-N01')).properties.plannedAreaSquareKilometers).toBe(36.5)
  expect(errors.filter((one) => !one.includes('400'))).toEqual([])
  await context.close()
})

it('shows two people who change one row what the other did, and keeps what both meant', async () => {
  const [one, other] = [await openPark('CQ-N02'), await openPark('CQ-N02')]
  await form(one.page).getByLabel('英文名').fill('Named by the first')
  await sign(one.page, '甲', '一改')
  await form(one.page).getByRole('button', { name: '保存' }).click()
  await one.page.locator('.toast').waitFor()
  await form(other.page).getByLabel('英文名').fill('Named by the second')
  await form(other.page).getByLabel('图上英文短名').fill('Second label')
  await sign(other.page, '乙', '二改')
  await form(other.page).getByRole('button', { name: '保存' }).click()
  const conflict = other.page.getByRole('alertdialog', { name: '该记录已被他人修改' })
  await conflict.getByText('Named by the first').waitFor()
  await conflict.getByText('Named by the second').waitFor()
  expect(await axeFinds(other.page)).toEqual([])
  await conflict.getByRole('radio', { name: /^对方的/ }).check()
  await conflict.getByRole('button', { name: '按所选保存' }).click()
  await other.page.locator('.toast').waitFor()
  const { properties } = await stored('parks', 'CQ-N02')
  expect([properties.nameEn, properties.labelEn]).toEqual(['Named by the first', 'Second label'])
  for (const { context } of [one, other]) await context.close()
})

it('keeps what was typed when the page goes away', async () => {
  const { page, context } = await openPark('CQ-N03')
  await form(page).getByLabel('英文名').fill('Half a thought')
  await page.reload()
  await page.locator('.inspector').getByRole('button', { name: '更正' }).click()
  await form(page).getByText('已恢复上次没有保存的内容').waitFor()
  expect(await form(page).getByLabel('英文名').inputValue()).toBe('Half a thought')
  await context.close()
})

it('draws the area of a park on the map, takes a step back, and shows it with a hard edge', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?sel=parks/CQ-N01&map=11/106.23,29.75`,
  )
  await mapIdle(page)
  await page.locator('.inspector').getByRole('button', { name: '绘制范围' }).click()
  await form(page).getByRole('button', { name: '在地图上绘制' }).click()
  await form(page).getByRole('toolbar', { name: '绘制' }).waitFor()
  await page.waitForFunction(() =>
    document.querySelector('.map canvas')?.getAttribute('style')?.includes('crosshair'),
  )
  const box = await page.locator('.map-frame').boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  const corners = [
    [x - 80, y - 60],
    [x + 80, y - 60],
    [x + 80, y + 60],
  ] as const
  const click = async (atX: number, atY: number) => {
    await page.mouse.move(atX, atY)
    await page.mouse.click(atX, atY)
  }
  for (const [atX, atY] of corners) await click(atX, atY)
  await click(x, y + 140)
  await form(page).getByRole('button', { name: '撤销一步' }).click()
  await click(x - 80, y + 60)
  await click(x - 80, y - 60)
  const text = form(page).getByLabel(/^边界各角点/)
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLTextAreaElement>('.place textarea')?.value.split('\n').length ===
      4,
  )
  expect((await text.inputValue()).split('\n')).toHaveLength(4)
  await form(page).getByRole('button', { name: '完成绘制' }).click()
  await form(page)
    .getByLabel(/^来源 /)
    .fill('测试用，虚构')
  await form(page)
    .getByLabel(/^可信度/)
    .selectOption('low')
  await sign(page, '规划员甲', '试画')
  await form(page).getByRole('button', { name: '保存' }).click()
  await form(page)
    .getByText(/距园区位置 [0-9.]+ 公里。/)
    .waitFor()
  await form(page).getByRole('button', { name: '位置无误，保存' }).click()
  await page.locator('.toast').waitFor()
  const answer = await fetch(`${atlas.origin}/api/collections/park-areas/items`)
  const { features } = (await answer.json()) as { features: Row[] }
  expect(features.map(({ properties }) => properties.parkId)).toEqual(['CQ-N01'])
  expect(errors).toEqual([])
  await context.close()
})

it('adds a firm by the keyboard alone, its place typed in as Amap shows it, and deletes it again', async () => {
  const { page, errors, context } = await visit(atlas.browser, atlas.origin, { hasMap: false })
  await page.getByLabel('补充什么').selectOption({ label: '企业' })
  await form(page).getByRole('heading', { name: '补充：企业' }).waitFor()
  const type = async (label: RegExp, words: string) => {
    await form(page).getByLabel(label).focus()
    await page.keyboard.type(words)
  }
  await form(page).getByLabel('坐标系').selectOption('gcj02')
  await type(/^经度, 纬度/, '106.5000, 29.5000')
  await type(/^中文名/, '虚构测试企业')
  await type(/^英文名/, 'Invented Test Firm')
  await form(page).getByLabel(/^类别/).selectOption('tier1')
  await type(/^城市/, '重庆')
  await form(page)
    .getByLabel(/^所在园区/)
    .selectOption({ label: '璧山高新技术产业开发区' })
  await form(page)
    .getByLabel(/^位置精度/)
    .selectOption('street')
  await type(/^来源 /, '测试用，虚构')
  await form(page)
    .getByLabel(/^可信度/)
    .selectOption('low')
  await type(/^改动原因/, '试增')
  await type(/^您的姓名/, '规划员甲')
  await page.keyboard.press('Enter')
  await page.locator('.inspector h2', { hasText: '虚构测试企业' }).waitFor()
  const id = new URL(page.url()).searchParams.get('sel')?.split('/')[1] ?? ''
  const [lng, lat] = ((await stored('companies', id)).geometry?.coordinates ?? []) as number[]
  // Amap's shift at this place is some 400 m east and south of what the ground says.
  expect(lng).toBeGreaterThan(106.494)
  expect(lng).toBeLessThan(106.498)
  expect(lat).toBeGreaterThan(29.5015)
  expect(lat).toBeLessThan(29.5045)
  await page.locator('.inspector').getByRole('button', { name: '更正' }).click()
  await form(page).getByRole('button', { name: '删除' }).click()
  const ask = page.getByRole('alertdialog', { name: '删除“虚构测试企业”？' })
  await ask.getByLabel(/^改动原因/).fill('试删')
  await ask.getByRole('button', { name: '删除', exact: true }).click()
  await page.locator('.toast').waitFor()
  const gone = await fetch(`${atlas.origin}/api/collections/companies/items/${id}`)
  expect(gone.status).toBe(404)
  expect(errors).toEqual([])
  await context.close()
})
