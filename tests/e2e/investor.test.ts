// The investor's way: a product, a place of one's own, rings, a ranking with reasons, side by side.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { StoredComparison } from '#geodata/contract/comparisons.ts'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { SavedReport } from '#geodata/contract/processes/report.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { attachedJson } from '#geodata/formats/attached-json.ts'
import { axeFinds, mapIdle, settled, visit } from '#scripts/running-atlas.ts'
import { downloadedBytes, onePage, sharedAtlas, turnTo } from '#tests/support/browsing.ts'
import { filled } from '#tests/support/filled.ts'
import { printed } from '#tests/support/printed.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const atlas = sharedAtlas()
const openAt = onePage(atlas)

async function executed<T>(process: string, inputs: object): Promise<T> {
  const response = await fetch(`${atlas.origin}/api/processes/${process}/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  return (await response.json()) as T
}

/** The ids of the ranking on the page, from the first on. */
function rankedIds(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.site-row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-candidate')))
}

it('goes from a click on the map to rings and a ranking, which the address restores', async () => {
  const { page, outside, errors, context } = await visit(atlas.browser, `${atlas.origin}/?at=site`)
  await mapIdle(page)
  // A spot of bare land south of the core, away from any symbol or link.
  await page.locator('.map canvas').click({ position: { x: 330, y: 690 } })
  await page.getByRole('region', { name: '等时圈图例' }).waitFor()
  const pin = new URL(page.url()).searchParams.get('pin')?.split(',').map(Number)
  const rings = await executed<IsochroneResult>('isochrone', { origin: pin })
  const area = rings.features.find(({ properties }) => properties.cutoffMinutes === 60)?.properties
    .areaSquareKilometers
  await page.getByText(`${Math.round(area ?? 0).toLocaleString('zh-CN')} km²`).waitFor()
  await page.getByRole('combobox', { name: '搜索产品或环节' }).fill('电池托盘')
  await page.keyboard.press('Enter')
  await page.locator('.site-row').first().waitFor()
  const answer = await executed<SitingResult>('siting', {
    productId: 'battery-tray',
    pins: [{ id: 'pin', lngLat: pin }],
  })
  expect(await rankedIds(page)).toEqual(answer.ranking.map(({ id }) => id))
  await page.reload()
  await page.locator('.site-row').first().waitFor()
  expect(await rankedIds(page)).toEqual(answer.ranking.map(({ id }) => id))
  const weighted = await executed<SitingResult>('siting', {
    productId: 'battery-tray',
    pins: [{ id: 'pin', lngLat: pin }],
    weightPlantsByCapacity: true,
  })
  const order = weighted.ranking.map(({ id }) => id)
  expect(order).not.toEqual(answer.ranking.map(({ id }) => id))
  await page.getByRole('checkbox', { name: /按已知产能加权/ }).check()
  await page.waitForFunction(
    (ids) =>
      [...document.querySelectorAll<HTMLElement>('.site-row')]
        .map((row) => row.dataset.candidate)
        .join() === ids,
    order.join(),
  )
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('moves the pin by the arrow keys and asks again', async () => {
  const { page } = await openAt('at=site&product=battery-tray&pin=106.50000,29.40000')
  await mapIdle(page)
  await page.locator('.pin').focus()
  await page.keyboard.press('Shift+ArrowUp')
  await page.waitForFunction(
    () => Number(new URL(location.href).searchParams.get('pin')?.split(',')[1]) > 29.41,
  )
})

it('opens a candidate: every term has its value or says it is unknown, and where it is from', async () => {
  const { page } = await openAt('at=site&product=battery-tray&sel=parks/CQ-V02')
  const terms = page.locator('.site-row.open .site-terms tbody tr:has(.value-function)')
  await terms.first().waitFor()
  expect(await terms.count()).toBe(8)
  for (const row of await terms.all()) {
    expect(await row.locator('td').first().innerText()).toMatch(
      /^[\d.–-]+ ?\S+(\s+[\d.]+–[\d.]+)?$|未知/,
    )
    expect((await row.locator('th small').innerText()).length).toBeGreaterThan(2)
    expect((await row.locator('th small').getAttribute('title'))?.length).toBeGreaterThan(2)
  }
  // The points add up to the total: what an unknown term is counted with is said.
  const unknown = terms.filter({ has: page.locator('td:nth-of-type(1)', { hasText: '未知' }) })
  expect(await unknown.first().locator('th small').innerText()).toMatch(/总分中按 [\d.]+ 分计/)
})

it('prints the ranking with its reasons, and fits it and every board into 320 px', async (context) => {
  const { page } = await openAt('at=site&product=battery-tray&sel=parks/CQ-V02')
  await page.locator('.site-row.open .site-terms').waitFor()
  await page.mouse.move(300, 300)
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('site-sheet')),
  )
  await page.waitForLoadState('networkidle')
  const names = await page.locator('.site-row .site-name').allInnerTexts()
  const { text, sheets } = await printed(context, page)
  // The ranking, then a page for each of the first five.
  const own = sheets.filter((sheet) => sheet.includes('本页来源'))
  expect(sheets.slice(-5)).toEqual(own)
  expect(sheets.length - own.length).toBeLessThanOrEqual(4)
  const { ranking } = await executed<SitingResult>('siting', { productId: 'battery-tray' })
  for (const [index, { rank, score, scoreLikely, nameZh }] of ranking.slice(0, 5).entries()) {
    expect(own[index]).toContain(`第${rank}名：`)
    expect(own[index], nameZh).toContain(
      `得分${score.toFixed(1)}（可能${scoreLikely.map((end) => end.toFixed(1)).join('–')}`,
    )
    expect(own[index]).toContain('审图号：未设置')
  }
  for (const said of [
    '选址：',
    '排名与理由',
    '到整车厂平均',
    '审图号：未设置',
    ...names.slice(0, 3),
  ]) {
    expect(text).toContain(said.replace(/\s/g, ''))
  }
  for (const button of ['修改条件', '加入比选', '保存这次选址']) expect(text).not.toContain(button)

  await page.setViewportSize({ width: 320, height: 640 })
  expect(await widerThanWindow(page)).toEqual([])
  for (const [query, ready] of BOARDS) {
    await turnTo(page, query)
    await page.locator(ready).first().waitFor()
    expect(await widerThanWindow(page), query).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 800 })
})

/** What is seen once the board has its answer. */
const BOARDS = [
  ['at=site&product=brake-by-wire&site=sensitivity', '.sensitivity-axes li[data-criterion]'],
  ['at=site&product=brake-by-wire&site=windows', '.windows-scroll tbody tr'],
  ['at=site&product=brake-by-wire&site=nearest', '.nearest-table tbody tr'],
  ['at=site&product=brake-by-wire&site=gaps', '.gaps-list > li'],
  ['at=site&product=brake-by-wire&site=sourcing', '.rate-table'],
  ['at=site&product=brake-by-wire&site=disruption', '.site-board table tbody tr'],
  ['at=compare&product=battery-tray&compare=CQ-V04,CQ-V02', '.compare-score'],
  ['at=progress', '.progress-table'],
] as const

/** Parts that reach over the right edge of the window without a region of their own to scroll in. */
function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (part: Element): boolean =>
      getComputedStyle(part).overflowX !== 'visible' &&
      part.getBoundingClientRect().right <= innerWidth + 1
    const whole = '.panel, .inspector, .board, .site-board, .compare'
    const isHeld = (part: Element | null): boolean =>
      part !== null && !part.matches(whole) && (scrolls(part) || isHeld(part.parentElement))
    return [...document.querySelectorAll(`.app :is(${whole}) *`)]
      .filter(
        (part) =>
          part.checkVisibility() &&
          part.getBoundingClientRect().right > innerWidth + 1 &&
          !part.closest('.map-frame, svg') &&
          !isHeld(part.parentElement),
      )
      .map((part) => `${part.tagName} ${part.className}`)
  })
}

it('leaves out the parks whose land is known to be too small, and says by which need', async () => {
  const { page } = await openAt('at=site&product=battery-tray&ask=need:landHectares~100000')
  await page.locator('.site-row').first().waitFor()
  // Parks of unknown land stay; only those known to be too small are out.
  await expect.poll(() => page.locator('.site-row').count()).toBeLessThan(46)
  await page
    .getByText(/未开发用地 [\d,]+ 公顷/)
    .first()
    .waitFor({ state: 'attached' })
})

it('says that the server does not answer, and asks again on request', async () => {
  const { page } = await openAt('at=site')
  await page.route('**/processes/siting/execution', (route) => route.abort())
  await page.getByRole('combobox', { name: '搜索产品或环节' }).fill('电池托盘')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('计算失败').waitFor()
  await page.unroute('**/processes/siting/execution')
  await page.getByRole('button', { name: '重新计算' }).click()
  await page.locator('.site-row').first().waitFor()
})

it('goes the whole way by keyboard, in English', async () => {
  const { page } = await openAt('at=site&lang=en')
  await page.getByRole('combobox', { name: 'Search products or segments' }).focus()
  await page.keyboard.type('battery tray')
  await page.keyboard.press('Enter')
  await page.locator('.site-row').first().waitFor()
  await page.getByRole('textbox', { name: 'Longitude, latitude' }).focus()
  await page.keyboard.type('106.5, 29.4')
  await page.keyboard.press('Enter')
  await page.locator('[data-candidate="pin"] .site-row-button').waitFor()
  await page.locator('[data-candidate="CQ-V02"] .site-row-button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add to compare' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => new URL(location.href).searchParams.get('compare') === 'CQ-V02')
})

it('says that a place off the network is too far, instead of a guess', async () => {
  const { page } = await openAt('at=site&product=battery-tray&pin=91.10000,29.60000')
  await page
    .getByText(/离最近的互通 [\d,]+ 公里/)
    .first()
    .waitFor()
  // Ranking and rings are refused each by itself: the next test hears of neither.
  await page.waitForLoadState('networkidle')
})

it('compares three candidates from the address, every figure the answer’s own, by keyboard too', async () => {
  const ids = ['CQ-V04', 'CQ-V02', 'pin:106.5,29.4']
  const { page, outside, errors } = await openAt(
    `at=compare&product=battery-tray&ask=need:landHectares~2000&compare=${ids.join().replace('5,2', '5_2')}`,
  )
  const siting = {
    productId: 'battery-tray',
    needs: [{ id: 'landHectares', amount: 2000 }],
    pins: [{ id: ids[2], lngLat: [106.5, 29.4] }],
  }
  const told = await executed<ComparisonResult>('comparison', { siting, candidateIds: ids })
  const ranking = (await executed<SitingResult>('siting', siting)).ranking
  const cells = (row: string) => page.locator(`.compare-table [data-row="${row}"] td.cell`)
  await cells('criterion plantMinutes').first().waitFor()
  expect(await page.locator('.compare-maps figure').count()).toBe(3)
  const minutes = told.rows.find(({ id }) => id === 'criterion plantMinutes')
  const need = told.rows.find(({ id }) => id === 'need landHectares')
  for (const [index, { ranked, why, unprovenNeeds }] of told.candidates.entries()) {
    const score = await cells('score').nth(index).innerText()
    if (ranked) {
      const sited = ranking.find(({ id }) => id === ids[index])
      expect(ranked.score.central).toBe(sited?.score)
      expect(Number.parseInt(score, 10)).toBe(Math.round(ranked.score.central))
    } else expect(score).toContain('未参加排名')
    const amount = minutes?.cells[index]
    if (amount?.kind !== 'amount') throw new Error('Ways to the plants are known.')
    const text = await cells('criterion plantMinutes').nth(index).innerText()
    expect(text).toContain(String(Math.round(amount.amount)))
    const found = need?.cells[index]
    if (found?.kind !== 'need') throw new Error('The need has its row.')
    expect(await cells('need landHectares').nth(index).innerText()).toContain(found.told.zh)
    const head = await page
      .locator('.compare-table thead th')
      .nth(index + 1)
      .innerText()
    expect(head).toContain(why ? why.zh : unprovenNeeds.length > 0 ? '未证实：用地' : '')
  }

  // Plants are folded until asked for; a cell says where it is from.
  expect(await page.locator('.compare-table [data-row^="plant "]').count()).toBe(0)
  await page.getByRole('button', { name: /逐一列出 \d+ 家整车厂/ }).press('Enter')
  const plants = told.rows.filter(({ id }) => id.startsWith('plant '))
  expect(await page.locator('.compare-table [data-row^="plant "]').count()).toBe(plants.length)
  await cells('criterion plantMinutes').first().locator('button').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('.cell-detail', { hasText: '骨架路网' }).waitFor()
  await page.keyboard.press('Enter')

  // The pictures draw the same answer, and two catchments are set side by side by the keys.
  expect(await page.locator('.road-strip [data-row^="plant "]').count()).toBe(plants.length)
  await page.getByLabel('左右对比').check()
  await page.locator('.pictures input[type="range"]').press('ArrowRight')
  expect(await page.locator('.pictures output').innerText()).toBe('左 A 占 51%，右为 B')

  // Against B, and B before A.
  await page.locator('.compare-against button').nth(2).press('Enter')
  const against = await executed<ComparisonResult>('comparison', {
    siting,
    candidateIds: ids,
    referenceId: ids[1],
  })
  const first = against.rows.find(({ id }) => id === 'criterion plantMinutes')?.cells[0]
  const delta = first?.kind === 'amount' ? Math.round(first.delta?.amount ?? 0) : 0
  await cells('criterion plantMinutes')
    .first()
    .locator('.cell-delta', { hasText: `+${delta}` })
    .waitFor()
  await page.getByRole('button', { name: /^鱼复：移动/ }).press('Enter')
  await page.getByRole('button', { name: '左移' }).press('Enter')
  await page.locator('.compare-table thead th').nth(1).getByText('鱼复').waitFor()
  await page.locator('.compare-letters button').nth(1).click()
  await page.waitForFunction(() => new URL(location.href).searchParams.get('shown') === '1')
  await page.getByRole('checkbox', { name: '只看有差别的' }).check()
  await page.locator('.compare-table').getByText('基准').waitFor()
  const table = await page.locator('.compare-table').innerText()
  await page.reload()
  await page.locator('.compare-table .cell-delta').first().waitFor()
  await page.getByRole('button', { name: /逐一列出 \d+ 家整车厂/ }).click()
  expect(await page.locator('.compare-table').innerText()).toBe(table)
  expect(await page.locator('.compare-letters [aria-pressed="true"]').innerText()).toContain('青凤')
  await writesScenarios(page, siting, ['CQ-V02', 'CQ-V04', 'pin:106.5,29.4'])
  expect(errors).toEqual([])
  await asksTheParks(page, siting, ['CQ-V02', 'CQ-V04', 'pin:106.5,29.4'])
  expect([...outside]).toEqual([])
  // The file that was no workbook.
  expect(errors).toEqual([expect.stringContaining('422')])
})

/** Two scenarios by the keys: the grid is the answer's own, and Back from Site finds them as they were. */
/** The form goes out and comes back by the keys; what it answers narrows the comparison, and is taken back. */
async function asksTheParks(page: Page, siting: object, candidateIds: string[]) {
  const scored = async () =>
    (await executed<ComparisonResult>('comparison', { siting, candidateIds })).candidates[0]?.ranked
  const before = await scored()
  await page.getByRole('button', { name: '问园区' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: /^问园区/ })
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '下载问卷（.xlsx）' }).press('Enter')
  const form = new Uint8Array(await downloadedBytes(await coming))
  const buffer = await filled(form, {
    'CQ-V02/freeLandHectares': { answer: 2500, source: '管委会台账', asOf: '2026-09' },
    'CQ-V02/factoryRent': { answer: '很便宜' },
  })
  const file = dialog.locator('input[type="file"]')
  await file.setInputFiles({ name: '别的.xlsx', mimeType: '', buffer: Buffer.from('no workbook') })
  await dialog.getByText('这不是 .xlsx 文件').waitFor()
  await file.setInputFiles({ name: '问卷.xlsx', mimeType: '', buffer: Buffer.from(buffer) })
  await dialog.getByText('“很便宜”').waitFor()
  await dialog.getByText('2500 公顷').waitFor()
  await dialog.getByText(/得分区间宽度/).waitFor()
  expect(await axeFinds(page)).toEqual([])
  await dialog.getByRole('textbox', { name: /您的姓名/ }).fill('王工')
  await dialog.getByRole('button', { name: '采用并写入 1 项' }).press('Enter')
  await dialog.getByText('已写入 1 条记录').waitFor()
  const after = await scored()
  const width = (of: typeof before) => (of ? of.score.likely[1] - of.score.likely[0] : 0)
  expect(width(after)).toBeLessThan(width(before))
  const score = page.locator('.compare-table [data-row="score"] td.cell').first()
  await expect
    .poll(async () => Number.parseInt(await score.innerText(), 10))
    .toBe(Math.round(after?.score.central ?? 0))
  await dialog.getByRole('button', { name: '撤销' }).press('Enter')
  await dialog.getByText('已撤销').waitFor()
  await dialog.getByRole('button', { name: '完成' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await scored()).toEqual(before)
}

async function writesScenarios(page: Page, siting: object, candidateIds: string[]) {
  const board = page.locator('.what-if')
  const [land, slow] = ['青凤用地查明', '雨季']
  await board.getByLabel(/^新增情景/).focus()
  await page.keyboard.type('长'.repeat(81))
  await page.keyboard.press('Enter')
  await board.getByText('名称不得超过 80 个字符，现有 81 个').waitFor()
  await board.getByLabel(/^新增情景/).fill(land)
  await page.keyboard.press('Enter')
  await board.getByText('尚无变动').waitFor()
  await board.getByLabel('变动类别').selectOption('land')
  await board.getByLabel('园区', { exact: true }).selectOption('CQ-V04')
  await board.getByLabel('未开发用地', { exact: true }).press('Enter')
  await board.getByText('请填写 0 至 1000000 之间的公顷数。').waitFor()
  await page.keyboard.type('3,000')
  await page.keyboard.press('Enter')
  const head = (ids: string) => board.locator(`th[data-scenario="${ids}"]`)
  await head('1').getByText('未开发用地确知为 3000 公顷').waitFor()
  await board.getByLabel(/^新增情景/).fill(slow)
  await page.keyboard.press('Enter')
  await board.getByLabel('变动类别').selectOption('speed')
  await board.getByLabel('行车时间为现在的').fill('1.2')
  await page.keyboard.press('Enter')
  // The skeleton has no streets: the column says so, and the others are answered.
  await head('2').getByText('骨架路网没有具体道路').waitFor()
  for (const name of [land, slow]) await board.getByRole('checkbox', { name }).press('Space')
  await board.getByRole('button', { name: '叠加所选' }).press('Enter')
  await head('1+2').getByText('未能测算').waitFor()

  const { columns } = await executed<ScenariosResult>('scenarios', {
    siting,
    candidateIds,
    scenarios: [
      { id: '1', name: land, changes: [{ kind: 'land', parkId: 'CQ-V04', hectares: 3000 }] },
    ],
  })
  const texts = (id: string) =>
    board
      .locator(`tr[data-candidate="${id}"] td`)
      .evaluateAll((cells) =>
        cells.map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ')),
      )
  for (const [index, id] of candidateIds.entries()) {
    const shown = await texts(id)
    expect(shown).toHaveLength(4)
    for (const [at, { cells, firstId }] of columns.entries()) {
      const { ranked, why } = cells[index] ?? {}
      expect(shown[at]?.includes('本组居首')).toBe(id === firstId)
      if (!ranked) {
        expect(shown[at]).toBe(why?.zh)
        continue
      }
      const { score, scoreLikely, rank, rankChange } = ranked
      expect(shown[at]).toMatch(new RegExp(`^${Math.round(score)}\\b`))
      expect(shown[at]).toContain(scoreLikely.map(Math.round).join('–'))
      expect(shown[at]).toContain(`第 ${rank} 名`)
      if (rankChange) expect(shown[at]).toContain(`= ±0 分，降 ${rankChange} 名`)
    }
  }
  // The land that is known now lets it in, ahead of the others.
  expect(columns.map(({ firstId }) => firstId)).toEqual(['CQ-V02', 'CQ-V04'])
  expect((await texts('CQ-V04'))[1]).toContain('现状未参加排名')
  await page.getByRole('button', { name: '到“选址”中修改条件' }).press('Enter')
  await page.locator('.site-row').first().waitFor()
  await page.goBack()
  await head('1+2').getByText('未能测算').waitFor()
  expect(await texts('CQ-V04')).toHaveLength(4)
  expect(new URL(page.url()).searchParams.get('if')).toBe(
    `${land},land:CQ-V04_3000/${slow},speed:1.2/:1.2`,
  )
}

it('says what of a comparison is left out, and loses nothing of it', async () => {
  const seven = 'CQ-V04,CQ-V02,CQ-V01,CQ-N01,CQ-N02,CQ-N02,CQ-GONE,CQ-N03,pin:here'
  const { page } = await openAt(`at=compare&product=battery-tray&compare=${seven}`)
  await page.locator('.compare-table thead th', { hasText: '可能已被删除' }).waitFor()
  const told = page.locator('.compare-told')
  for (const words of ['最多同时比选 6 处，“江津珞璜”', '“江津双福”出现两次', '“pin:here”']) {
    await told.getByText(words).waitFor()
  }
  expect(await page.locator('.compare-table thead th').count()).toBe(8)
  expect(await widerThanWindow(page)).toEqual([])
  // A place in Tibet instead of the one that is gone: the others are compared as usual.
  await turnTo(page, 'at=compare&product=battery-tray&compare=CQ-V04,CQ-V02,pin:91.1_29.6')
  await told.getByText(/图钉.*无法比选.*公里/).waitFor()
  await page.locator('.compare-table [data-row="score"]').waitFor()
  expect(await page.locator('.compare-table thead th').count()).toBe(4)
  await page.getByRole('button', { name: /^加候选/ }).press('Enter')
  await page.keyboard.type('江津珞璜')
  await page.keyboard.press('Enter')
  await page.locator('.compare-table thead th', { hasText: '江津珞璜' }).waitFor()
  expect(new URL(page.url()).searchParams.get('compare')).toContain('CQ-N03')
})

it('shares a comparison by a short link, which opens it read-only on another page, to go on from and back', async () => {
  const question = 'product=battery-tray&ask=need:landHectares~2000'
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=compare&${question}&compare=CQ-V04,CQ-V02,CQ-V01&if=Rates,freightRate:10`,
  )
  const heads = page.locator('.compare-table thead th')
  await page.locator('.compare-table [data-row="score"]').waitFor()
  // A column is dragged, a place named, a row noted on, another hidden and seen in the list of those hidden.
  await heads.nth(1).locator('.column-name').dragTo(heads.nth(2))
  await heads.nth(1).getByText('鱼复').waitFor()
  await page.getByRole('button', { name: /^鱼复：移动/ }).press('Enter')
  await page.getByLabel('自拟名称').fill('江北一号')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await heads.nth(1).getByText('江北一号').waitFor()
  await page.locator('[data-row="record level"] .row-title').press('Enter')
  await page.getByRole('textbox', { name: '备注', exact: true }).fill('待批复')
  await page.getByRole('button', { name: '隐藏“级别”' }).press('Enter')
  await page.getByText('已隐藏的行（1）').click()
  await page.getByRole('button', { name: '显示 级别' }).press('Enter')
  await page.locator('[data-row="record level"] .row-note', { hasText: '待批复' }).waitFor()
  await page.locator('[data-row="record stage"] .row-title').press('Enter')
  await page.getByRole('button', { name: '隐藏“阶段”' }).press('Enter')

  await page.getByRole('button', { name: '分享' }).press('Enter')
  await page.getByLabel('名称', { exact: true }).fill('托盘三处')
  await page.getByLabel('分享者').fill('市经信委')
  await page.keyboard.press('Enter')
  const link = await page.getByLabel('短链接').inputValue()
  expect(link).toMatch(/\?comparison=[0-9a-f]{16}$/)
  await page.keyboard.press('Escape')

  // Whoever opens it sees the same figures, and nothing to change them by.
  const reader = await visit(atlas.browser, link)
  const shown = reader.page.locator('.compare-table')
  await shown.locator('[data-row="score"]').waitFor()
  await reader.page.getByText(/此比选由市经信委于\d+年\d+月\d+日保存，只读/).waitFor()
  expect(await reader.page.locator('h1').innerText()).toBe('托盘三处')
  const rowsOf = (on: Page) =>
    on
      .locator('.compare-table tbody tr:not(.group, .fold)')
      .evaluateAll((rows) => rows.map((row) => row.textContent))
  expect(await rowsOf(reader.page)).toEqual(await rowsOf(page))
  expect(await reader.page.locator('.compare-kept li').count()).toBe(0)
  expect(await shown.locator('[data-row="record stage"]').count()).toBe(0)
  expect(await shown.locator('.column-menu, .row-title, textarea').count()).toBe(0)
  await reader.page.locator('.what-if-grid').getByText('Rates').first().waitFor()
  expect(await axeFinds(reader.page)).toEqual([])
  await reportMadeAndChecked(reader.page, new URL(link).searchParams.get('comparison') ?? '')
  await reader.page.getByRole('button', { name: '在此基础上继续' }).press('Enter')
  await reader.page.getByRole('button', { name: /^江北一号：移动/ }).waitFor()
  const own = new URL(reader.page.url()).searchParams
  expect([own.get('comparison'), own.get('compare')]).toEqual([null, 'CQ-V02,CQ-V04,CQ-V01'])
  await reader.page.goBack()
  await reader.page.locator('.compare-kept').waitFor()

  // Within another page there is neither rail nor control, but the way to the whole.
  await reader.page.goto(`${link}&embed=1`)
  await shown.locator('[data-row="score"]').waitFor()
  expect(await reader.page.locator('.rail, .compare-acts, .compare-looks').count()).toBe(0)
  expect(await reader.page.getByRole('link', { name: '打开完整比选' }).getAttribute('href')).toBe(
    link,
  )
  expect(await axeFinds(reader.page)).toEqual([])
  expect([reader.errors, errors]).toEqual([[], []])
  await reader.context.close()
  await context.close()
})

/** The report of what is kept: made, held against the answer, and checked by its file. */
async function reportMadeAndChecked(page: Page, comparisonId: string): Promise<void> {
  await page.getByRole('button', { name: '生成报告' }).click()
  const panel = page.getByRole('region', { name: '生成报告' })
  await panel.getByRole('button', { name: '生成 PDF' }).click()
  await panel.getByText(/报告已生成，共 \d+ 页/).waitFor({ timeout: 60_000 })
  const coming = page.waitForEvent('download')
  await panel.getByRole('button', { name: '下载' }).click()
  const file = path.join(temporaryFolder(), 'report.pdf')
  await (await coming).saveAs(file)
  const inside = await attachedJson(new Uint8Array(readFileSync(file)))
  const saved = SavedReport.parse(inside.kind === 'json' ? inside.json : null)
  const storedAs = async (id: string) => {
    const response = await fetch(`${atlas.origin}/api/comparisons/${id}`)
    return StoredComparison.parse(await response.json()).comparison
  }
  const comparison = await storedAs(comparisonId)
  const withFigures = await storedAs(saved.comparisonId)
  expect({ ...withFigures, found: comparison.found }).toEqual(comparison)
  expect(withFigures.found?.figures?.candidates).toEqual(saved.candidates)
  const { siting, candidateIds } = comparison
  const { candidates } = await executed<ComparisonResult>('comparison', { siting, candidateIds })
  expect(saved.candidates.map(({ score }) => score)).toEqual(
    candidates.map(({ ranked }) => ranked?.score.central ?? null),
  )
  const checked = async () => {
    const answered = page.waitForResponse(/verify-report/)
    await panel.getByRole('button', { name: '复核' }).click()
    await answered
    return panel.getByText(/重新计算 \d+ 个数字，全部相同/).innerText()
  }
  await panel.getByLabel('复算编号').fill(saved.comparisonId)
  const byNumber = await checked()
  await panel.getByLabel('报告文件（PDF）').setInputFiles(file)
  expect(await checked()).toBe(byNumber)
  expect(await axeFinds(page)).toEqual([])
  await page.keyboard.press('Escape')
}

it('says why there is no board to be seen, and what can be done', async () => {
  const { page } = await openAt('at=compare&product=battery-tray&compare=GONE-1,GONE-2')
  await page.getByRole('heading', { name: '链接中的候选都已不在' }).waitFor()
  expect(await page.locator('.compare-table').count()).toBe(0)
  await turnTo(page, 'at=compare&product=battery-tray&compare=CQ-V04')
  await page.getByRole('heading', { name: '目前只有一处可比' }).waitFor()
  await turnTo(page, 'at=compare&compare=CQ-V04,CQ-V02')
  await page.getByRole('heading', { name: '还没有选定产品' }).waitFor()
  await turnTo(page, 'comparison=0123&compare=CQ-V04,CQ-V02&product=battery-tray')
  await page.getByRole('alert').getByText('没有编号为“0123”的比选').waitFor()
  await page.getByRole('button', { name: '回到自己的比选' }).press('Enter')
  await page.locator('.compare-table [data-row="score"]').waitFor()
})

/** As many scenarios as there can be, and three of them at once. */
const SIX = [
  '龙兴用地查明,land:CQ-V01_400,land:CQ-V04_300',
  '第二个整车园,vehiclePlant:第二整车园_106.712_29.7_200000',
  '北线通车,opened:106.795_29.69_105.93_29.36_motorway',
  '大桥封闭,closed:106.55_29.56',
  '已删园区,land:CQ-X99_5',
  '增产,volume:O006_30,freightRate:10',
  ':1.2.3',
].join('/')

it('prints a comparison on A4, a page a board, with its sources, hashes and approval number, and no buttons', async (context) => {
  const visited = await visit(
    atlas.browser,
    `${atlas.origin}/?at=compare&product=battery-tray&ask=need:landHectares~12&compare=CQ-V04,CQ-V02,CQ-V01,CQ-N01,CQ-N02,CQ-N03&if=${SIX}`,
  )
  const { page } = visited
  await page.locator('.compare-table [data-row="score"]').waitFor()
  await page.locator('.what-if-grid [data-scenario="1+2+3"]').waitFor()
  await settled(visited)
  const { sheets } = await printed(context, page)
  const heads = await page
    .locator('.pictures > *')
    .evaluateAll((boards) => boards.map((board) => board.querySelector('h2')?.textContent ?? '?'))
  const boards = heads.map((head) =>
    sheets.findIndex((sheet) => sheet.startsWith(head.replace(/\s/g, ''))),
  )
  expect(boards).toHaveLength(7)
  // Six maps, the table, each board, and the scenarios on one sheet; behind them the sources.
  expect(boards).toEqual(boards.map((_, index) => 2 + index))
  const [scenarios = '', ...rest] = sheets.slice(boards.length + 2)
  expect(scenarios).toMatch(/^情景.*均与现状相比/)
  expect(rest.length).toBeLessThanOrEqual(1)
  await page.emulateMedia({ media: 'print' })
  const onPaper = await page.locator('body').innerText()
  const { hash } = (await (await fetch(`${atlas.origin}/api/dataset`)).json()) as { hash: string }
  for (const said of ['来源', '审图号：未设置', hash.slice(0, 12), '2026-11', 'https://']) {
    expect(onPaper).toContain(said)
  }
  // A cell of the table and a line of a key are buttons too: on paper they are what they say.
  const pressed = page.locator(
    'button:visible:not(td.cell > button, .row-title, .picture-key button)',
  )
  expect(await pressed.count()).toBe(0)
  await visited.context.close()
})
