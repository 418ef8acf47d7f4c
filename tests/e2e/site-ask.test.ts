// From a template to an answer, by keyboard alone: what the page ranks is what an independent calculation finds.
//
// The calculation here takes nothing from the product's siting: rows of the collections and of the source
// files, minutes from the matrix of the API (which has its own oracle), and arithmetic.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Company, Hub, Park } from '#geodata/contract/collections.ts'
import type { OdMatrixResult } from '#geodata/contract/processes/od-matrix.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas } from '#tests/support/browsing.ts'

const atlas = sharedAtlas()

const rowsOf = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(`geodata/sources/${name}.csv`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data

type Placed = Company | Hub | Park

async function collection<T extends Placed>(name: string): Promise<T[]> {
  const answer = await fetch(`${atlas.origin}/api/collections/${name}/items?limit=1000`)
  return ((await answer.json()) as { features: T[] }).features
}

/** Minutes from each of some to each of others; null where there is no answer. */
async function minutes(from: readonly Placed[], to: readonly Placed[]) {
  const points = (all: readonly Placed[]) => all.map(({ geometry }) => geometry?.coordinates)
  const radii = (all: readonly Placed[]) =>
    all.map(({ properties }) => properties.precisionRadiusKilometers)
  const answer = await fetch(`${atlas.origin}/api/processes/od-matrix/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      inputs: {
        origins: points(from),
        destinations: points(to),
        originRadiusKilometers: radii(from),
        destinationRadiusKilometers: radii(to),
      },
    }),
  })
  const { durationSeconds } = (await answer.json()) as OdMatrixResult
  return durationSeconds.map((row) =>
    row.map((seconds) => (seconds === null ? null : seconds / 60)),
  )
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length
const between = (worst: number, best: number, raw: number) =>
  Math.min(1, Math.max(0, (raw - worst) / (best - worst)))
const reached = (row: readonly (number | null)[]) => row.filter((one) => one !== null)

/** Points that the methods page gives the terms; the wishes count when there are any. */
const POINTS = {
  plants: 35,
  within: 15,
  upstream: 20,
  hub: 10,
  cluster: 10,
  fit: 10,
  land: 10,
  wish: 10,
}

/** Of a park whose plan alone is known the land is worth from nothing to all that is planned. */
function landValue(planned: number | null, developed: number | null): number {
  if (planned === null) return 0.5
  return developed === null ? between(0, 5, planned) / 2 : between(0, 5, planned - developed)
}

/** Scores of all parks of the city for a product made by a segment, by id. */
async function reckoned(productId: string, wishes: number) {
  const [parks, companies, hubs] = await Promise.all([
    collection<Park>('parks'),
    collection<Company>('companies'),
    collection<Hub>('hubs'),
  ])
  const placed = <T extends Placed>(all: T[]) => all.filter(({ geometry }) => geometry)
  const segment = rowsOf('taxonomy').find((row) => row.product_id === productId)?.segment_id ?? ''
  const candidates = placed(parks).filter(({ properties }) => properties.stage !== 'partner')
  const running = rowsOf('plants').filter(
    (row) => row.row_type === 'plant' && row.status === 'running',
  )
  const plants = running.flatMap((row) =>
    placed(companies).filter(
      ({ id, properties }) => id === row.company_id && properties.city === '重庆',
    ),
  )
  const inputs = rowsOf('product_inputs')
    .filter((row) => row.product_id === productId)
    .filter((row) => row.input_product_id || row.input_segment_id)
  // Recorded with the input itself: with the product of that name, or with a text that names it.
  const productNames = new Map(rowsOf('taxonomy').map((row) => [row.product_id, row.product_zh]))
  const texts = rowsOf('company_products')
  const makersOf = (row: Record<string, string>) =>
    placed(companies).filter(
      ({ id, properties }) =>
        properties.productIds.includes(row.input_product_id || '-') &&
        (productNames.get(row.input_product_id) === row.input_zh ||
          texts.some(
            (text) =>
              text.company_id === id &&
              text.product_id === row.input_product_id &&
              text.product_text?.includes(row.input_zh ?? '-'),
          )),
    )
  // Who makes the same product is a competitor.
  const trade = companies.filter(
    ({ properties }) =>
      properties.kind !== 'oem' &&
      properties.segmentIds.includes(segment) &&
      !properties.productIds.includes(productId),
  )
  const terminals = placed(hubs).filter(({ properties }) =>
    ['port', 'rail'].includes(properties.kind),
  )
  const toPlants = await minutes(candidates, plants)
  const toTrade = await minutes(candidates, placed(trade))
  const toHubs = await minutes(candidates, terminals)
  const byInput = await Promise.all(
    inputs.map(async (row) => {
      const makers = makersOf(row)
      return makers.length > 0 ? minutes(makers, candidates) : []
    }),
  )
  const total = Object.values(POINTS).reduce((sum, one) => sum + one, 0)
  return candidates
    .map(({ id, properties }, index) => {
      const { segmentIds, plannedAreaSquareKilometers: planned } = properties
      const developed = properties.developedAreaSquareKilometers
      const nearest = byInput.flatMap((rows) => {
        const all = reached(rows.map((row) => row[index] ?? null))
        return all.length > 0 ? [Math.min(...all)] : []
      })
      const inPark = trade.filter((one) => !one.geometry && one.properties.parkId === id).length
      const isAssigned = segmentIds.includes(segment)
      const inDistrict = parks.some(
        (other) =>
          other.properties.adcode === properties.adcode &&
          other.properties.segmentIds.includes(segment),
      )
      const plantsReached = reached(toPlants[index] ?? [])
      const points =
        POINTS.plants * between(120, 30, mean(plantsReached)) +
        POINTS.within * between(0, plants.length, plantsReached.filter((one) => one <= 60).length) +
        POINTS.upstream * (nearest.length > 0 ? between(120, 30, mean(nearest)) : 0.5) +
        POINTS.hub * between(120, 30, Math.min(...reached(toHubs[index] ?? []))) +
        POINTS.cluster *
          between(0, 10, inPark + reached(toTrade[index] ?? []).filter((one) => one <= 30).length) +
        POINTS.fit * (segmentIds.length === 0 ? 0.5 : isAssigned ? 1 : inDistrict ? 0.5 : 0) +
        POINTS.land * landValue(planned, developed) +
        // Of the wishes, the assignment is known where any is; power is documented nowhere.
        POINTS.wish *
          (((segmentIds.length === 0 ? 0.5 : isAssigned ? 1 : 0) + (wishes - 1) * 0.5) / wishes)
      return { id, score: (100 * points) / total, meanMinutes: mean(plantsReached) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** What the page shows of each candidate, from the first on. */
function shown(page: Page): Promise<{ id: string; score: number }[]> {
  return page.locator('.site-row').evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.getAttribute('data-candidate') ?? '',
      score: Number(row.querySelector('.site-score b')?.textContent),
    })),
  )
}

it('answers three templates as an independent calculation does, asked by keyboard alone', async () => {
  const { page, context, errors } = await visit(atlas.browser, `${atlas.origin}/?at=site`)
  const templates = page.getByRole('group', { name: '从常见产品开始' })
  await templates.waitFor()
  for (const [name, productId, land] of [
    ['电池托盘', 'battery-tray', '8'],
    ['线控制动', 'brake-by-wire', '4'],
    ['座舱显示屏', 'cockpit-display', '3'],
  ] as const) {
    await templates.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.site-results-head', { hasText: name }).waitFor()
    const expected = await reckoned(productId, 2)
    const ranking = await shown(page)
    expect(ranking.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    for (const [index, { score }] of ranking.entries()) {
      expect(Math.abs(score - (expected[index]?.score ?? 0)), productId).toBeLessThanOrEqual(0.51)
    }
    expect(await page.getByRole('spinbutton', { name: /^用地/ }).inputValue()).toBe(land)
    // What the title says of those that cannot be told apart, the list marks.
    const title = await page.locator('.site-results-head h2').innerText()
    const tied = Number(/其中 (\d+) 处难分先后/.exec(title)?.[1] ?? 0)
    expect(await page.locator('.site-row.tied').count(), title).toBe(tied)
    expect(await page.locator('.site-chance').first().innerText()).toMatch(/%/)
  }
  // Opened by keyboard, the first says how it stands to what was asked, and to the plants.
  await page.locator('.site-row-button').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.site-row.open .site-standings', { hasText: '未知' }).waitFor()
  expect(await axeFinds(page, '.site-ask')).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('says what to relax when nothing is left, and what is missing, and ranks again', async () => {
  const customer = rowsOf('plants').find(
    (row) => row.row_type === 'plant' && row.status === 'running',
  )?.company_id
  const { page, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=site&product=battery-tray&ask=need:plantMinutesAtMost~1,need:segmentAssigned,to:${customer}`,
  )
  const alert = page.locator('.site-results [role="alert"]')
  await alert.getByRole('button').first().waitFor()
  const told = await alert.locator('p').first().innerText()
  const freed = Number(told.match(/\d+/)?.[0])
  await alert.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.site-row').first().waitFor()
  expect(await page.locator('.site-row').count()).toBe(freed)
  // Without a customer nothing is compared, and the form says so.
  await page.locator('.site-group > summary').first().focus()
  await page.keyboard.press('Enter')
  const plants = page.locator('.site-customers input[type="checkbox"]:checked')
  await plants.first().focus()
  await page.keyboard.press('Space')
  await page.getByText('请至少选择一家客户').waitFor()
  await page.getByText('没有客户：请至少选一家整车厂').waitFor()
  await page.getByRole('button', { name: '全部在产整车厂' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.site-row').first().waitFor()
  await context.close()
})
