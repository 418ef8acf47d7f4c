// The compared side by side: the table, its pictures, scenarios and the questions to parks, and what is left out.
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import type { ScenariosResult } from '#geodata/contract/processes/scenarios.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { axeFinds, mapIdle } from '#scripts/running-atlas.ts'
import {
  downloadedBytes,
  executed,
  onePage,
  sharedAtlas,
  turnTo,
  widerThanWindow,
} from '#tests/support/browsing.ts'
import { filled } from '#tests/support/filled.ts'

const atlas = sharedAtlas()
const openAt = onePage(atlas)

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
  const told = await executed<ComparisonResult>(atlas, 'comparison', { siting, candidateIds: ids })
  const ranking = (await executed<SitingResult>(atlas, 'siting', siting)).ranking
  const cells = (row: string) => page.locator(`.compare-table [data-row="${row}"] td.cell`)
  await cells('criterion plantMinutes').first().waitFor()
  expect(await page.locator('.compare-maps figure').count()).toBe(3)
  expect(await page.locator('[data-row="chance"] th').innerText()).toBe('在全部候选中居首的可能')
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
  await savesWhatIsShown(page, told)

  // Against B, and B before A.
  await page.locator('.compare-against button').nth(2).press('Enter')
  const against = await executed<ComparisonResult>(atlas, 'comparison', {
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
  await page.locator('.compare-undo').getByText('已将 鱼复 移至第 1 位').waitFor()
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

/** The form goes out and comes back by the keys; what it answers narrows the comparison, and is taken back. */
async function asksTheParks(page: Page, siting: object, candidateIds: string[]) {
  const scored = async () =>
    (await executed<ComparisonResult>(atlas, 'comparison', { siting, candidateIds })).candidates[0]
      ?.ranked
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

/** The places with their rings, and the figures of a picture, each as a file. */
async function savesWhatIsShown(page: Page, { candidates, decides }: ComparisonResult) {
  const saved = async (name: string) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name, exact: true }).press('Enter')
    return (await downloadedBytes(await coming)).toString('utf8')
  }
  type Place = { properties: { shows: string; id: string; score?: number; cutoffMinutes?: number } }
  const { features } = JSON.parse(await saved('位置（GeoJSON）')) as { features: Place[] }
  const shown = (what: string) =>
    features.flatMap(({ properties }) => (properties.shows === what ? [properties] : []))
  expect(shown('candidate').map(({ id, score }) => [id, score])).toEqual(
    candidates.map(({ id, ranked }) => [id, ranked?.score.central ?? null]),
  )
  expect(shown('ring').map(({ id, cutoffMinutes }) => `${id} ${cutoffMinutes}`)).toEqual(
    candidates.flatMap(({ id }) => [120, 90, 60, 30].map((minutes) => `${id} ${minutes}`)),
  )
  // The name of a pin has a comma in it.
  const regrets = Papa.parse<string[]>((await saved('存为表格（CSV）：选错的代价')).trim()).data
  expect(regrets.slice(1).map((cells) => Number(cells[3]))).toEqual(
    decides?.regrets.map(({ meanPoints }) => meanPoints),
  )
}

/** Two scenarios by the keys: the grid is the answer's own, and Back from Site finds them as they were. */
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
  // A place is pointed at on the map beside the table.
  await board.getByLabel('变动类别').selectOption('closed')
  await mapIdle(page)
  await board.locator('.what-if-change-place button').first().click()
  await page
    .locator('.compare-live .map canvas')
    .first()
    .click({ position: { x: 200, y: 300 } })
  await expect
    .poll(() => board.getByLabel('封闭处附近').inputValue())
    .toMatch(/^10\d\.\d+, \d\d\.\d+$/)
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
  // Stopped on its way, the table before stays, and that it is the one before is said.
  await page.route('**/processes/scenarios/execution', () => undefined)
  await page.keyboard.press('Enter')
  await board.getByRole('button', { name: '停止' }).press('Enter')
  await board.getByText('已停止测算，下表仍是上一次的结果').waitFor()
  expect(await board.locator('th[data-scenario]').count()).toBe(2)
  await page.unroute('**/processes/scenarios/execution')
  await board.getByRole('button', { name: '重新计算' }).press('Enter')
  // The skeleton has no streets: the column says so, and the others are answered.
  await head('2').getByText('骨架路网没有具体道路').waitFor()
  for (const name of [land, slow]) await board.getByRole('checkbox', { name }).press('Space')
  await board.getByRole('button', { name: '叠加所选' }).press('Enter')
  await head('1+2').getByText('未能测算').waitFor()

  const { columns } = await executed<ScenariosResult>(atlas, 'scenarios', {
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
