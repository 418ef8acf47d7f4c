// A region of more firms than a page holds: is each counted, found, listed, filtered and shown all the same?
import { cpSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { buildGeodata } from '#scripts/build-geodata.ts'
import { mapIdle, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
import { addInventedCompanies } from '#tests/support/invented-companies.ts'

const INVENTED = 6_000

const atlas = ownAtlas({}, async (dataDir) => {
  const sourcesDir = path.join(dataDir, 'sources')
  cpSync('geodata/sources', sourcesDir, { recursive: true })
  addInventedCompanies(sourcesDir, INVENTED)
  buildGeodata({ sourcesDir, outFile: path.join(dataDir, 'base.gpkg') })
})

const figure = (count: number) => count.toLocaleString('zh-CN')

type Firms = { features: { id: string }[]; numberMatched: number }

it('shows firms that it does not hold: on the map, in figures, lists, searches and one by one', async () => {
  const list = async (search: string): Promise<Firms> =>
    (await fetch(`${atlas.origin}/api/collections/companies/items?${search}`)).json()
  const { numberMatched: total } = await list('limit=1')
  const { numberMatched: power } = await list('limit=1&systems=power')
  expect(total).toBeGreaterThan(INVENTED)
  const { page, errors, outside, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?map=11/106.55000,29.56000`,
  )
  // Figures of all, though only those that were asked for are on the page.
  await page.getByText(`${total} 家企业`).first().waitFor()
  await mapIdle(page)
  // A filter is answered by the server, in the counts and in the written summary.
  await page.getByRole('checkbox', { name: /电动三电/ }).check()
  await page
    .getByText(`${power} / ${total}`)
    .or(page.getByText(`${power}/${total}`))
    .first()
    .waitFor()
  await page.getByRole('button', { name: '表格' }).click()
  const drawer = page.locator('.drawer')
  await drawer.getByRole('tab', { name: '企业' }).click()
  await drawer.getByText(`${power} 行`).waitFor()
  // The list comes from the server a page at a time, in the order asked for.
  const { features: sorted } = await list('limit=200&systems=power&sortby=-nameZh')
  const name = drawer.getByRole('columnheader', { name: '名称' }).getByRole('button')
  await name.click()
  await name.click()
  const rows = drawer.locator('tbody tr')
  const [first] = sorted as unknown as { properties: { nameZh: string } }[]
  await rows
    .first()
    .getByText(first?.properties.nameZh ?? '')
    .waitFor()
  expect(await rows.count()).toBe(200)
  await drawer.getByRole('button', { name: new RegExp(`${power - 200}`) }).click()
  await page.waitForFunction(() => document.querySelectorAll('.drawer tbody tr').length === 400)
  // Of a part of a name the search says how many there are, and leads to a table of them all.
  const part = '虚构企业05'
  const { numberMatched: named } = await list(`limit=1&q=${part}`)
  const { numberMatched: narrowed } = await list(`limit=1&q=${part}&systems=power`)
  expect(narrowed).toBeGreaterThan(60)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: '查找与命令' })
  await palette.fill(part)
  await page.getByText(new RegExp(`企业共 ${figure(named)} 家，这里先查出前 60 家`)).waitFor()
  await page.getByRole('option', { name: `筛选内 ${narrowed} 家，在表格中列出` }).click()
  await drawer.getByText(`${narrowed} 行`).waitFor()
  expect(new URL(page.url()).searchParams.get('find')).toBe(part)
  await drawer.getByRole('button', { name: `不再限于含“${part}”的企业` }).click()
  await drawer.getByText(`${power} 行`).waitFor()
  // One that nobody asked for yet is found by its name, opened, and comes back with the address.
  await page.keyboard.press('Control+k')
  await palette.fill('虚构企业05678')
  await page.getByText('含这些字的企业共 1 家').waitFor()
  await page.getByRole('option', { name: /虚构企业05678/ }).click()
  const inspector = page.locator('aside', { hasText: '虚构企业05678' })
  await inspector.getByRole('heading', { name: '虚构企业05678' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: '虚构企业05678' }).waitFor()
  await page.goto(`${atlas.origin}/?sel=companies/NOBODY`)
  await page.getByText('现有数据中没有“NOBODY”').waitFor()
  expect(errors).toEqual([])
  expect([...outside]).toEqual([])
  await context.close()
})

it('shows all firms of a park, the first of them at once, and the projects that are recorded for it', async () => {
  const name = '虚构电驱总成项目'
  const added = await fetch(`${atlas.origin}/api/collections/prospects/items`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/geo+json',
      'Atlas-Editor': 'test',
      'Atlas-Reason': 'invented%20for%20a%20test',
    },
    body: JSON.stringify({
      type: 'Feature',
      geometry: null,
      properties: {
        nameZh: name,
        segmentIds: [],
        productIds: [],
        investorName: '虚构投资方',
        stage: 'signed',
        signedDate: '2026-05',
        parkId: 'CQ-V01',
        source: 'invented for a test',
        sourceClass: 'none',
        confidence: 'low',
      },
    }),
  })
  expect(added.status).toBe(201)
  const answer = await fetch(
    `${atlas.origin}/api/collections/companies/items?parkId=CQ-V01&limit=1`,
  )
  const { numberMatched } = (await answer.json()) as Firms
  const { page, errors, context } = await visit(atlas.browser, `${atlas.origin}/?sel=parks/CQ-V01`)
  const inspector = page.locator('.inspector')
  await inspector.locator('h3', { hasText: `${numberMatched} 家` }).waitFor()
  const firms = inspector.locator('.assigned li .firms').first()
  expect(await firms.locator('button.quiet').count()).toBeLessThanOrEqual(40)
  // Of thousands of possible partners all are counted and the first are named.
  await inspector
    .getByText(/此处列出其中 \d+ 家/)
    .first()
    .waitFor()
  const project = inspector.locator('section', { hasText: name })
  expect(await project.textContent()).toMatch(/签约.*虚构投资方/)
  await project.getByRole('button', { name: new RegExp(`更正.*${name}`) }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})

it('works out the matrix of the firms that filters keep, and says how many are too many', async () => {
  const { page, errors, context } = await visit(atlas.browser, `${atlas.origin}/?view=matrix`, {
    hasMap: false,
  })
  const board = page.locator('.matrix')
  await board.getByText(/一次最多 5,?000 家/).waitFor()
  await board.getByText('更多筛选', { exact: true }).click()
  await board.locator('summary', { hasText: '区县' }).click()
  const district = board
    .locator('.filter label', { has: page.locator('.count') })
    .filter({ hasText: '渝北' })
  const count = Number(await district.locator('.count').textContent())
  await district.locator('input').check()
  await board.locator('.matrix-scroll table').waitFor()
  await board
    .getByText(new RegExp(`${count}`))
    .first()
    .waitFor()
  expect(errors).toEqual([])
  await context.close()
})
