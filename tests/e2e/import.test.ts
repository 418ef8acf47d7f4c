// Somebody's own file is taken in by the keyboard: dropped, understood, judged row by row, written, and undone.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
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

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer()
      const raw = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      transfer.items.add(new File([raw], fileName))
      return transfer
    },
    [name, bytes.toString('base64')] as const,
  )
  await page.locator('.import-drop').dispatchEvent('drop', { dataTransfer: dropped })
}

async function firms(): Promise<string[]> {
  const answer = await fetch(`${atlas.origin}/api/collections/companies/items?limit=1000`)
  const { features } = (await answer.json()) as { features: { properties: { nameZh: string } }[] }
  return features
    .map(({ properties }) => properties.nameZh)
    .filter((name) => name.startsWith('虚构'))
    .sort()
}

/** What the file does not say: the kind of every firm, and whence it is known. */
async function fillsMissing(page: Page): Promise<void> {
  await page.getByText('缺 2 个必填列').waitFor()
  await page.getByLabel(/^类别/).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.getByText('缺 1 个必填列').waitFor()
  await page.getByLabel(/^来源 必填/).focus()
  await page.keyboard.type('虚构的来源')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '下一步：坐标' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '坐标', exact: true }).waitFor()
}

async function confirmsBaidu(page: Page): Promise<void> {
  const map = page.getByRole('complementary', { name: '位置' })
  await map.getByRole('radio', { name: '百度坐标（BD-09）' }).focus()
  await page.keyboard.press('Space')
  await map.getByRole('button', { name: '确认：按百度坐标（BD-09）' }).focus()
  await page.keyboard.press('Enter')
  await map.getByText('已确认：按百度坐标（BD-09）').waitFor()
}

/** The two gear works are two firms. */
async function keepsApart(page: Page): Promise<void> {
  const card = page.getByRole('group', { name: /虚构丙齿轮/ })
  const kinds = card.getByRole('radiogroup', { name: '怎样处理' })
  await kinds.getByRole('radio', { name: '逐项并入' }).focus()
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
  page.waitForResponse((response) => response.url().includes('/api/collections/companies/items'))

async function signs(page: Page, act: RegExp): Promise<void> {
  await page.getByLabel(/^您的姓名/).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('规划员乙')
  await page.getByRole('button', { name: act }).focus()
  await page.keyboard.press('Enter')
}

it('takes in a list of invented firms, step by step, and undoes it as one', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?view=import&lang=zh-CN`,
    { hasMap: false },
  )
  await page.getByRole('heading', { name: '已有的导入' }).waitFor()
  expect(await axeFinds(page, '.import-board')).toEqual([])
  await drop(page, '虚构名录.csv', FILE)
  await page.getByText('GB18030，自动认出').waitFor()
  await fillsMissing(page)
  await confirmsBaidu(page)
  await page.getByRole('button', { name: '下一步：逐行核对' }).focus()
  await page.keyboard.press('Enter')
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
  await page.getByRole('button', { name: '只写入通过的 4 行' }).focus()
  await page.keyboard.press('Enter')
  const written = firmsComeAnew(page)
  await signs(page, /^写入 4 行$/)
  await page.getByRole('heading', { name: '已写入 4 行到“企业”' }).waitFor()
  expect((await (await written).json()).features.map(firmName)).toContain('虚构甲压铸')
  expect(await firms()).toEqual(
    ['虚构丙齿轮一厂', '虚构丙齿轮二厂', '虚构乙线束', '虚构甲压铸'].sort(),
  )
  expect(await axeFinds(page, '.import-board')).toEqual([])
  await page.getByRole('button', { name: '撤销整批' }).focus()
  await page.keyboard.press('Enter')
  const undone = firmsComeAnew(page)
  await signs(page, /^撤销整批$/)
  await page.getByRole('heading', { name: '已撤销：这批行已从“企业”收回' }).waitFor()
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
