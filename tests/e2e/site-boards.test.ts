// Do the answers beyond the ranking come to what the server says, by pointer and by key, and pass axe?
import { expect, it } from 'vitest'
import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import type { GapFillingResult } from '#geodata/contract/processes/gap-filling.ts'
import type { SurfaceResult } from '#geodata/contract/processes/surface.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { openBoard, ownAtlas } from '#tests/support/browsing.ts'

const atlas = ownAtlas()

async function execute<T>(id: string, inputs: object): Promise<T> {
  const response = await fetch(`${atlas.origin}/api/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  expect(response.status).toBe(200)
  return response.json() as Promise<T>
}

it('fills gaps, closes roads and counts sourcing as the server does, by keys too', async () => {
  const { page, context, errors } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=brake-by-wire&site=gaps`,
  )
  await page.getByText('已证明最优').first().waitFor()
  const gaps = await execute<GapFillingResult>('gap-filling', { exact: true })
  const listed = page.locator('.gaps-list > li')
  expect(await listed.count()).toBe(gaps.recruits.length)
  const [first] = gaps.recruits
  const product = gaps.known.products.find(({ productId }) => productId === first?.productId)
  expect(await listed.first().innerText()).toContain(product?.name.zh)
  expect(await axeFinds(page)).toEqual([])

  await openBoard(page, '中断')
  const lost = await execute<DisruptionResult>('disruption', {})
  await page.locator('.board-sentence').getByText('线控制动').waitFor()
  const own = page.locator('section[aria-label="影响该供货的路段"] tbody tr')
  const second = page.locator('.detour-other').first()
  const picked = await second.locator('title').textContent()
  await second.locator('.detour-hit').dispatchEvent('click')
  await own
    .and(page.locator('.open'))
    .filter({ hasText: picked ?? '' })
    .waitFor()
  await page.getByText('全区供货').click()
  const rows = page.locator('section[aria-label="最关键的路段"] tbody tr')
  await rows.first().waitFor()
  expect(await rows.first().innerText()).toContain(String(lost.links[0]?.lostProductMinutes))
  await rows.nth(1).getByRole('button').press('Enter')
  await rows.and(page.locator('.open')).filter({ hasText: '2.' }).waitFor()
  expect(await axeFinds(page)).toEqual([])

  await openBoard(page, '本地配套')
  await page.getByText(/60 分钟内：/).waitFor()
  const said = await page.locator('.sourcing-said').innerText()
  await page.getByRole('slider', { name: '车程上限' }).press('ArrowRight')
  await page.getByText(/65 分钟内：/).waitFor()
  expect(await page.locator('.sourcing-said').innerText()).not.toBe(said)
  expect(await axeFinds(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('scores every place, recolours without a request, saves the question and verifies it', async () => {
  const { page, context, errors } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=battery-tray&map=7/106.5,29.5`,
  )
  await page.locator('.site-row').first().waitFor()
  await page.getByLabel(/全域评分：/).check()
  const best = page.locator('.surface-best li')
  await best.first().waitFor()
  const result = await execute<SurfaceResult>('surface', {
    siting: { productId: 'battery-tray' },
    resolution: 6,
    rangeDraws: 200,
  })
  await page.getByText(`${result.cells.length} 格`).waitFor()
  // By name, with the range that the API gives the same cell; the sentence beside the best park.
  const most = result.scores.indexOf(Math.max(...result.scores.map((score) => score ?? 0)))
  const [low, high] = (result.scoreLikely?.[most] ?? []).map(Math.round)
  const place = result.places[result.nearestPlaces[most] ?? -1]
  const said = `${Math.round(result.scores[most] ?? 0)} 分（可能 ${low}–${high}）`
  expect(await best.first().innerText()).toContain(said)
  expect(await best.first().innerText()).toContain(`距${place?.nameZh} `)
  const sentence = await page.locator('.site-surface .board-sentence').innerText()
  expect(sentence).toContain(said)
  expect(sentence).toContain(`最好的园区是${result.parks[0]?.nameZh}`)
  await page.getByText('不能与选址总分相比').waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('surface')) asked.push(request.postData() ?? '')
  })
  const before = (await best.allInnerTexts()).map((text) => text.replace(/（.*?）/g, ''))
  await page.getByRole('slider', { name: /上游供应商/ }).fill('100')
  await page.waitForFunction(
    (texts) =>
      JSON.stringify(
        [...document.querySelectorAll<HTMLElement>('.surface-best li')].map((one) =>
          one.innerText.replace(/（.*?）/g, ''),
        ),
      ) !== texts,
    JSON.stringify(before),
  )
  // The colours follow at once; only the ranges are asked for anew.
  expect(asked.filter((body) => !body.includes('"rangeDraws":200'))).toEqual([])

  await page.getByRole('button', { name: '保存这次选址' }).click()
  await page.getByLabel('名称', { exact: true }).fill('虚构的托盘')
  await page.locator('.scenario-form input').last().fill('tester')
  await page.locator('.scenario-form').getByRole('button').click()
  await page.getByText('已保存。').waitFor()
  await page.getByRole('button', { name: '复核' }).click()
  await page.getByText('重新计算，结果完全一致。').waitFor()
  expect(await axeFinds(page, '.site-ask')).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})
