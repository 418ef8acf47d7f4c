// Does an open candidate show its routes, freight and emissions, and follow the user's factors?
import { expect, it } from 'vitest'
import type { LogisticsResult } from '#geodata/contract/processes/logistics.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas } from '#tests/support/browsing.ts'

const atlas = sharedAtlas()

const siting = {
  productId: 'battery-tray',
  annualUnits: 130_000,
  logistics: { truck: 'box10', unitsPerTruck: 60, kilogramsPerUnit: 45 },
}

async function executed<T>(process: string, inputs: object): Promise<T> {
  const response = await fetch(`${atlas.origin}/api/processes/${process}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  return (await response.json()) as T
}

/** In ten thousand yuan, two figures. */
const span = (low: number, high: number) =>
  [low, high]
    .map((yuan) => Number((yuan / 10_000).toPrecision(2)).toLocaleString('zh-CN'))
    .join('–')

it('goes from a question with volumes to routes, a cost with its factors, and another reading', async () => {
  const { page, outside, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=battery-tray&sel=parks/CQ-V02&ask=units:130000,per:60,kg:45`,
  )
  const freight = page.getByRole('region', { name: '路线与运费' })
  const routes = freight.locator('.site-freight-routes').first().locator('tbody tr')
  await routes.first().waitFor()
  const answer = await executed<LogisticsResult>('logistics', { siting, candidateId: 'CQ-V02' })
  expect(await routes.count()).toBe(answer.customers.length)
  // By hand: 60 in a truck; 5.0 … 6.8 yuan per kilometer (F12); one way … both ways.
  const sum = (of: (one: LogisticsResult['customers'][number]) => number) =>
    answer.customers.reduce((total, one) => total + of(one), 0)
  const low = sum(({ units, length }) => ((units ?? 0) / 60) * (length?.lowMeters ?? 0) * 0.005)
  const high = sum(
    ({ units, length }) => ((units ?? 0) / 60) * (length?.highMeters ?? 0) * 0.0068 * 2,
  )
  const total = freight.locator('.site-freight-total')
  // What nine in ten draws give, and on demand the outer bounds.
  const [likelyLow, likelyHigh] = answer.total.likely.yuan!
  expect(await total.innerText()).toContain(`运费 ${span(likelyLow, likelyHigh)} 万元`)
  expect(likelyHigh - likelyLow).toBeLessThan(high - low)
  await page.getByRole('radio', { name: '上下限' }).focus()
  await page.keyboard.press('Space')
  expect(await total.innerText()).toContain(`每年 2,167 趟，运费 ${span(low, high)} 万元`)
  // A factor of one's own is in the address and in every figure.
  await freight.getByText('算法与系数').click()
  await freight.getByRole('spinbutton', { name: /^整车运价.*：低$/ }).fill('10')
  await page.keyboard.press('Tab')
  await freight.getByText('用户填写').first().waitFor()
  expect(new URL(page.url()).searchParams.get('freight')).toBe('price:10~10')
  expect(await total.innerText()).toContain(`${span(low * 2, (high * 10) / 6.8)} 万元`)
  await freight.getByRole('button', { name: '恢复默认系数' }).click()
  await freight.getByText('有来源').first().waitFor()
  expect(await axeFinds(page, '.site-results')).toEqual([])

  // Read by minutes, from the keyboard: the same candidates in the order of their mean.
  const ranking = (await executed<SitingResult>('siting', siting)).ranking
  const minutes = ({ terms }: (typeof ranking)[number]) =>
    terms.find(({ criterion }) => criterion === 'plantMinutes')?.raw ?? Number.POSITIVE_INFINITY
  await page.getByRole('radio', { name: '得分' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('heading', { name: /按到整车厂分钟/ }).waitFor()
  const shown = await page
    .locator('.site-row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-candidate')))
  const ordered = shown.map((id) => minutes(ranking.find((one) => one.id === id)!))
  expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
  expect(shown).not.toEqual(ranking.map(({ id }) => id))
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})
