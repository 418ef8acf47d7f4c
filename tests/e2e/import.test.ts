// Somebody's own file is taken in by pressed keys alone: chosen, understood, judged row by row, written, and undone.
import type { Locator, Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import type { ChangeRows } from '#geodata/contract/history.ts'
import type { Import } from '#geodata/contract/imports.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { ownAtlas, turnTo } from '#tests/support/browsing.ts'
import { gb18030 } from '#tests/support/gb18030.ts'

const atlas = ownAtlas()

/** Invented firms: two alike, one without a name, the others new. */
const FILE = gb18030(
  [
    '某区零部件企业名录（虚构，仅供测试）,,,',
    '企业名称,所在区县,百度经度,百度纬度',
    '虚构甲压铸,九龙坡区,106.4321,29.4471',
    '虚构乙线束,九龙坡区,106.4422,29.4522',
    '虚构丙齿轮一厂,九龙坡区,106.4253,29.4573',
    '虚构丙齿轮二厂,九龙坡区,106.4354,29.4624',
    ',九龙坡区,106.4155,29.4425',
    '合计,,,',
  ].join('\r\n'),
)

const firmName = ({ properties }: { properties: { nameZh: string } }) => properties.nameZh

const MOST_TABS = 120

/** As somebody gets there who presses Tab, from wherever the focus is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} is not reached by ${MOST_TABS} presses of Tab`)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }))
  await page.keyboard.press('Enter')
}

/** The heading of what came has the focus. */
const isAt = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).and(page.locator(':focus')).waitFor()

async function choosesFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await tabTo(page, page.getByLabel('选择文件…'))
  const asked = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await asked).setFiles({ name, mimeType: 'text/csv', buffer })
}

async function firms(): Promise<string[]> {
  const answer = await fetch(`${atlas.origin}/api/collections/companies/items?limit=1000`)
  const { features } = (await answer.json()) as { features: { properties: { nameZh: string } }[] }
  return features
    .map(({ properties }) => properties.nameZh)
    .filter((name) => name.startsWith('虚构'))
    .sort()
}

/** What the file does not say: the kind of every firm, whence it is known, and of which kind that source is. */
async function fillsMissing(page: Page): Promise<void> {
  await page.getByText('缺 3 个必填列').waitFor()
  await isAt(page, '4 列里 4 列已对上')
  await tabTo(page, page.getByLabel(/^类别/))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.getByText('缺 2 个必填列').waitFor()
  await tabTo(page, page.getByLabel(/^来源 必填/))
  await page.keyboard.type('虚构的来源')
  await page.keyboard.press('Tab')
  await page.getByText('缺 1 个必填列').waitFor()
  // Never chosen is not the same as none: "next" asks for it.
  await press(page, '下一步：坐标')
  await page
    .getByLabel(/^来源类别 必填/)
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByText('整份文件共用的值').waitFor()
  await press(page, '下一步：坐标')
  await page.getByRole('region', { name: '坐标', exact: true }).waitFor()
  await isAt(page, '单凭数据分不清是哪种坐标')
  await page.getByRole('status').getByText('第 3 步，共 5 步：坐标').waitFor()
  await press(page, '上一步：对应列')
  await isAt(page, '4 列里 4 列已对上')
  await press(page, '下一步：坐标')
}

async function confirmsBaidu(page: Page): Promise<void> {
  const map = page.getByRole('complementary', { name: '位置' })
  await tabTo(page, map.getByRole('radio', { name: '百度坐标（BD-09）' }))
  await page.keyboard.press('Space')
  await press(page, '确认：按百度坐标（BD-09）')
  await map.getByText('已确认：按百度坐标（BD-09）').waitFor()
}

/** The two gear works are two firms. */
async function keepsApart(page: Page): Promise<void> {
  const card = page.getByRole('group', { name: /虚构丙齿轮/ })
  const kinds = card.getByRole('radiogroup', { name: '怎样处理' })
  await tabTo(page, kinds.getByRole('radio', { name: '逐项并入' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await kinds.getByRole('radio', { name: '另立一条' }).getAttribute('aria-checked')).toBe(
    'true',
  )
  await page.keyboard.press('Enter')
  await card.waitFor({ state: 'detached' })
}

/** What the page itself shows of the firms is asked anew. */
const firmsComeAnew = (page: Page) =>
  page.waitForResponse((response) => {
    const { pathname, searchParams } = new URL(response.url())
    // One row is asked for first, to learn how many there are.
    return pathname === '/api/collections/companies/items' && searchParams.get('limit') !== '1'
  })

async function signs(page: Page, act: RegExp): Promise<void> {
  // Whoever signed once is known: then the act itself has the focus.
  await page.locator('form.signed :focus').waitFor()
  const name = page.getByLabel(/^您的姓名/)
  if (await name.evaluate((element) => element === document.activeElement)) {
    await page.keyboard.type('规划员乙')
  }
  await press(page, act)
}

it('takes in a list of invented firms, step by step, and undoes it as one', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?view=import&lang=zh-CN`,
    { hasMap: false },
  )
  await page.getByRole('heading', { name: '已有的导入' }).waitFor()
  expect(await axeFinds(page, '.import-board')).toEqual([])
  await choosesFile(page, '虚构名录.csv', FILE)
  await page.getByText('GB18030，自动认出').waitFor()
  await fillsMissing(page)
  await confirmsBaidu(page)
  await press(page, '下一步：逐行核对')
  await isAt(page, '5 行里，3 行现在就能写')
  // A page that is loaded again leads to the same file and the same step.
  await page.reload()
  await page.getByRole('heading', { name: '5 行里，3 行现在就能写' }).waitFor()
  await page.getByText('没有填写').waitFor()
  expect(await axeFinds(page, '.import-board')).toEqual([])
  await keepsApart(page)
  await page.getByRole('heading', { name: '5 行里，4 行现在就能写' }).waitFor()
  expect(await page.getByRole('button', { name: /^全部写入/ }).innerText()).toContain(
    '还有 1 行没过',
  )
  expect(await firms()).toEqual([])
  await press(page, '下一步：写入')
  await isAt(page, '将写入 4 行到“企业”')
  await page.getByText('新增的 4 行删去').waitFor()
  await press(page, '只写入通过的 4 行')
  const written = firmsComeAnew(page)
  await signs(page, /^写入 4 行$/)
  await isAt(page, '已写入 4 行到“企业”')
  expect((await (await written).json()).features.map(firmName)).toContain('虚构甲压铸')
  expect(await firms()).toEqual(
    ['虚构丙齿轮一厂', '虚构丙齿轮二厂', '虚构乙线束', '虚构甲压铸'].sort(),
  )
  expect(await axeFinds(page, '.import-board')).toEqual([])
  await press(page, '撤销整批')
  const undone = firmsComeAnew(page)
  await signs(page, /^撤销整批$/)
  await isAt(page, '已撤销：这批行已从“企业”收回')
  expect((await (await undone).json()).features.map(firmName)).not.toContain('虚构甲压铸')
  // It is judged again and can be written once more.
  await page.getByRole('button', { name: '只写入通过的 4 行' }).waitFor()
  expect(await firms()).toEqual([])
  // Back leads to where files are given; the import is there to go back to.
  await page.goBack()
  await page.getByRole('button', { name: /虚构名录.*已撤销；4 行能写/ }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})

const SIGNED = {
  'Atlas-Editor': 'tester',
  'Atlas-Reason': 'for a test',
  'Content-Type': 'application/json',
}

async function answered<T>(address: string, how: RequestInit = {}): Promise<T> {
  const answer = await fetch(`${atlas.origin}/api${address}`, how)
  const text = await answer.text()
  expect(answer.ok, text).toBe(true)
  return JSON.parse(text) as T
}

/** Seven invented firms without places, written; and one of them changed since. */
async function writtenAndChanged(): Promise<string> {
  const rows = [...'甲乙丙丁戊己庚'].map((name) => `虚构${name}厂,重庆,材料`)
  const body = ['企业名称,城市,类别', ...rows].join('\n')
  const { id } = await answered<Import>('/imports?table=companies&name=七家.csv', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body,
  })
  const isReady = async (state: string) =>
    vi.waitFor(
      async () => {
        const told = await answered<Import>(`/imports/${id}`)
        expect(told.state).toBe(state)
        return told
      },
      { timeout: 20_000 },
    )
  await isReady('ready')
  const evidence = { source: '虚构', sourceClass: 'official' }
  const patch = { method: 'PATCH', headers: SIGNED, body: JSON.stringify({ evidence }) }
  await answered(`/imports/${id}`, patch)
  await isReady('ready')
  const writing = { method: 'POST', headers: SIGNED, body: JSON.stringify({ rows: 'all' }) }
  await answered(`/imports/${id}/writing`, writing)
  const { changeId } = await isReady('written')
  const { items } = await answered<ChangeRows>(`/history/${changeId}`)
  const row = `/collections/companies/items/${items[0]?.rowId}`
  const seen = (await fetch(`${atlas.origin}/api${row}`)).headers.get('ETag') ?? ''
  await answered(row, {
    method: 'PATCH',
    headers: { ...SIGNED, 'Content-Type': 'application/merge-patch+json', 'If-Match': seen },
    body: JSON.stringify({ properties: { note: '改过' } }),
  })
  return id
}

it('folds an import into one line of the history, and undoes there what nobody has changed since', async () => {
  const id = await writtenAndChanged()
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?view=changes&lang=zh-CN`,
    { hasMap: false },
  )
  const card = page.getByRole('article').filter({ hasText: '七家.csv' })
  await card.getByText('导入“七家.csv”到“企业”：新增 7 条').click()
  await card.getByText('新增 企业 · 虚构甲厂').waitFor()
  await card.getByRole('button', { name: '撤销此次改动' }).click()
  await page.getByLabel(/^您的姓名/).fill('规划员乙')
  await card.getByRole('button', { name: '撤销此次改动' }).click()
  await card.getByText('其中 1 行此后又被修改').waitFor()
  await card.getByRole('button', { name: '撤销其余 6 行，保留已改的' }).click()
  await card.locator('form').getByRole('button', { name: '撤销其余 6 行，保留已改的' }).click()
  await card.getByText('已撤销 6 条；其余 1 条此后又被修改，保留').waitFor()
  await turnTo(page, `view=import&import=${id}&lang=zh-CN`)
  await page.getByRole('heading', { name: '已撤销 6 行；1 行此后又被修改，仍在“企业”' }).waitFor()
  // The browser itself says that the whole was not undone.
  expect(errors).toEqual([expect.stringContaining('409')])
  await context.close()
})
