// The boards of local sourcing and gap filling: what a siting adds, whom to recruit next, proven or not.
import { expect, it } from 'vitest'
import type { LocalSourcingResult } from '#geodata/contract/processes/local-sourcing.ts'
import type { LocationAllocationResult } from '#geodata/contract/processes/location-allocation.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { openBoard, sharedAtlas } from '#tests/support/browsing.ts'

const PRODUCT = 'brake-by-wire'

const atlas = sharedAtlas()

async function execute<T>(id: string, inputs: object): Promise<T> {
  const response = await fetch(`${atlas.origin}/api/processes/${id}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

type Known = LocalSourcingResult['known']
type Timed = Known['firms'][number] | Known['parks'][number]

const isInTime = ({ secondsTo }: Timed, plant: number, minutes: number) =>
  (secondsTo[plant]?.[1] ?? Number.POSITIVE_INFINITY) <= 60 * minutes

/** Product × plant needs that no recorded maker meets in time: counted anew, from the times alone. */
function gapsOf({ products, plants, firms }: Known, minutes: number) {
  return products.flatMap(({ productId }) =>
    plants.flatMap((_, plant) =>
      firms.some((one) => one.productIds.includes(productId) && isInTime(one, plant, minutes))
        ? []
        : [{ productId, plant }],
    ),
  )
}

it('says what share is sourced near by, what a site adds, and whom to recruit next, as counted anew', async () => {
  const { page, outside, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=${PRODUCT}&site=sourcing`,
  )
  const said = page.locator('.sourcing-said')
  await said.waitFor()
  const { known } = await execute<LocalSourcingResult>('local-sourcing', {})
  const needed = known.products.length * known.plants.length
  const rate = (minutes: number) =>
    Math.round((100 * (needed - gapsOf(known, minutes).length)) / needed)
  expect(await said.innerText()).toContain(
    `60 分钟内：${known.plants.length} 家整车厂 × ${known.products.length} 种产品，平均 ${rate(60)}%`,
  )

  // Another X by the keyboard: what is likely of it follows from the draws of the server.
  await page.getByRole('slider', { name: '车程上限' }).focus()
  for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight')
  await said.getByText(`90 分钟内：`).waitFor()
  expect(await said.innerText()).toContain(`平均 ${rate(90)}%`)
  expect(rate(90)).toBeGreaterThan(rate(60))

  // At a candidate of one's own choice.
  const choice = page.getByRole('combobox', { name: '新供应商布局于' })
  const park = known.parks.find(({ id }) => id === 'CQ-V02')
  const added = gapsOf(known, 90).filter(
    ({ productId, plant }) => productId === PRODUCT && park && isInTime(park, plant, 90),
  ).length
  expect(added).toBeGreaterThan(0)
  await choice.selectOption('CQ-V02')
  await said.getByText(`可使 ${added} 处需求新增供应商`).waitFor()
  const { today } = await execute<LocalSourcingResult>('local-sourcing', { withinMinutes: 90 })
  const percent = (count: number) => Math.round((100 * count) / needed)
  const { low, high, likely } = today.total.one
  await said.getByText(`（可能 ${likely!.map(percent).join('–')}%）`).waitFor()
  await page.locator('.sourcing-board .shown-range input').last().check()
  await said.getByText(`（上下限 ${percent(low)}–${percent(high)}%）`).waitFor()

  // What has been published, and what is left out of the denominator, are told.
  const published = page.locator('.sourcing-published li')
  await published.first().waitFor()
  expect((await published.allInnerTexts()).join('\n')).toContain('70 % 汽车总成本地配套率')
  await page.getByText(`未计入的产品（${known.productsLeftOut.length}）`).click()
  expect(await axeFinds(page, '.sourcing-board')).toEqual([])

  // Recruits in order: together they fill what a plain count says, and the solver agrees.
  await openBoard(page, '强链补链')
  const order = page.getByRole('region', { name: '依次引进' })
  const proof = order.locator('.gaps-proof[data-kind="proven"]')
  await proof.waitFor({ timeout: 60_000 })
  const rows = order.locator('.gaps-list > li')
  expect(await rows.count()).toBe(10)
  const recruits = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelector('svg')?.getAttribute('aria-label') ?? ''),
  )
  const filled = gapsOf(known, 90).filter(({ productId, plant }) => {
    const product = known.products.find((one) => one.productId === productId)
    return known.parks.some(
      (one) =>
        isInTime(one, plant, 90) &&
        recruits.some((text) => text.startsWith(`${product?.name.zh} → ${one.nameZh}，`)),
    )
  }).length
  await order
    .getByText(`引进 10 家可补 ${filled} 处缺口（共 ${gapsOf(known, 90).length} 处）`)
    .waitFor()

  // Sites for the product of the question, nearest to all: the page says what every pair says.
  const sites = page.getByRole('region', { name: '该产品的布局地点' })
  await sites.getByRole('radio', { name: '总分钟最少' }).check()
  await sites.locator('.gaps-proof[data-kind="proven"]').waitFor({ timeout: 60_000 })
  const minutesOf = (one: Timed, plant: number) => (one.secondsTo[plant]?.[1] ?? Infinity) / 60
  const makers = known.firms.filter(({ productIds }) => productIds.includes(PRODUCT))
  const mean = (open: Timed[]) =>
    known.plants.reduce(
      (sum, _, plant) =>
        sum + Math.min(240, ...[...makers, ...open].map((one) => minutesOf(one, plant))),
      0,
    ) / known.plants.length
  const least = Math.min(
    ...known.parks.flatMap((one, index) =>
      known.parks.slice(index + 1).map((other) => mean([one, other])),
    ),
  )
  await sites.getByText(`降至 ${Math.round(least)}（`).waitFor()
  const api = await execute<LocationAllocationResult>('location-allocation', {
    productId: PRODUCT,
    objective: 'minutes',
    count: 2,
    exact: true,
  })
  expect(api.after).toBeCloseTo(least, 6)

  // The address holds it all; a recruit leads to its product and park on the map.
  expect(new URL(page.url()).searchParams.get('sourcing')).toContain('within:90')
  expect(await axeFinds(page, '.sourcing-board')).toEqual([])
  const [title = ''] = recruits
  await rows.first().getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.locator('.sourcing-board').waitFor({ state: 'detached' })
  const taken = known.products.find(({ name }) => title.startsWith(`${name.zh} →`))
  const query = new URL(page.url()).searchParams
  expect(query.get('product')).toBe(taken?.productId)
  const home = known.parks.find(({ nameZh }) => title.includes(`→ ${nameZh}，`))
  expect(query.get('sel')).toBe(`parks/${home?.id}`)
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})
