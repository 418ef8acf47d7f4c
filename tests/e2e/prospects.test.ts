// The project pool by the keyboard: empty, promised twice, moved, refused, skipped with a reason, taken back; asked of siting.
import { expect, it } from 'vitest'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'
import { changing } from '#tests/support/edits.ts'

const atlas = ownAtlas()
const EVIDENCE = { source: '虚构，仅供测试', confidence: 'low' }
const PARK = 'CQ-N01'

async function add(collection: string, properties: object): Promise<string> {
  const feature = { type: 'Feature', geometry: null, properties: { ...EVIDENCE, ...properties } }
  const answer = await fetch(
    `${atlas.origin}/api/collections/${collection}/items`,
    changing('POST', feature),
  )
  expect(answer.status, await answer.clone().text()).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

/** The first three names of the ranking, as the server gives them to anybody. */
async function bestPlaces(inputs: object): Promise<string[]> {
  const answer = await fetch(`${atlas.origin}/api/processes/siting/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs }),
  })
  const { ranking } = (await answer.json()) as { ranking: { nameZh: string }[] }
  return ranking.slice(0, 3).map(({ nameZh }) => nameZh)
}

async function reasons(): Promise<string[]> {
  const answer = await fetch(`${atlas.origin}/api/history?collection=prospects`)
  return ((await answer.json()) as { items: { why: string }[] }).items.map(({ why }) => why)
}

it('moves projects from stage to stage as signed changes, and asks siting of one', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=progress&by=prospects`,
    { hasMap: false },
  )
  await page.getByText('项目库尚无项目').first().waitFor()
  await page.getByRole('link', { name: '下载模板（XLSX）' }).waitFor()

  await add('park-answers', { parkId: PARK, item: 'freeLandHectares', state: 'stated', amount: 15 })
  const steering = {
    nameZh: '虚构线控转向项目',
    stage: 'talks',
    talksDate: '2024-10-14',
    productIds: ['steer-by-wire'],
    areaHectares: 8,
    parkId: PARK,
  }
  const id = await add('prospects', steering)
  const brakes = { ...steering, nameZh: '虚构线控制动项目', areaHectares: 10 }
  await add('prospects', { ...brakes, productIds: ['brake-by-wire'] })
  await page.reload()
  const column = (stage: string) => page.locator(`[data-stage="${stage}"]`)
  // A card tells of others that claim its land: its own name is in its heading.
  const card = (stage: string, name: string) =>
    column(stage)
      .locator('.pool-card')
      .filter({ has: page.getByRole('heading', { name }) })
  await card('talks', '虚构线控转向项目')
    .getByText(/共需 18 公顷，可用地 15 公顷/)
    .first()
    .waitFor()
  expect(await page.locator('.pool-claims').count()).toBe(2)
  expect(await axeFinds(page)).toEqual([])

  // Signed before the talks began: the contract's own sentence, and nothing is written.
  await page.getByRole('button', { name: '移到签约：虚构线控转向项目' }).focus()
  await page.keyboard.press('Enter')
  const form = page.locator('.pool-form')
  await form
    .getByLabel(/^进入签约的日期/)
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('2024-10-13')
  await page.keyboard.press('Enter')
  await form.getByText('请写您的姓名').waitFor()
  await page.keyboard.type('测试员')
  await page.keyboard.press('Enter')
  await form.getByText(/应不早于前面阶段的日期“2024-10-14”/).waitFor()
  expect(await axeFinds(page)).toEqual([])
  await form.getByLabel(/^进入签约的日期/).fill('2025-03')
  await page.keyboard.press('Enter')
  // The keyboard is with the card in its new column.
  const moved = card('signed', '虚构线控转向项目')
  await moved
    .getByRole('button', { name: '移到开工：虚构线控转向项目' })
    .and(page.locator(':focus'))
    .waitFor()
  await moved.getByText('2025年3月').waitFor()
  expect((await reasons())[0]).toBe('项目由洽谈移到签约')

  // Back again: why is asked, and the date of the stage that is left goes.
  await page.keyboard.press('Enter')
  await form.getByRole('radio', { name: '洽谈' }).focus()
  await page.keyboard.press('Space')
  await form.getByRole('button', { name: '移动' }).focus()
  await page.keyboard.press('Enter')
  await form.getByText('请写明原因').waitFor()
  await form.getByLabel('退回的原因').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('虚构：合同没有生效')
  await page.keyboard.press('Enter')
  await card('talks', '虚构线控转向项目').waitFor()
  expect((await reasons())[0]).toBe('虚构：合同没有生效')
  await page.locator('.toast').getByRole('button', { name: '撤销' }).focus()
  await page.keyboard.press('Enter')
  await moved.getByText('2025年3月').waitFor()

  // Dropped on a column a card asks what its button asks; to build what is only talked about skips a stage.
  await card('talks', '虚构线控制动项目').dragTo(column('building').locator('h2'))
  await form.getByLabel('跳过中间阶段的原因').waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })

  // Together they are two more suppliers, and the first of their products within the hour.
  await page.getByRole('button', { name: '项目落成后，本地配套率的变化' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('2 个项目中，2 个可计入，相当于新增 2 家供应商。').waitFor()
  await page.getByText('60 分钟内首次有供应商的产品：线控转向、线控制动。').waitFor()

  await page.getByRole('button', { name: '最好的三处：虚构线控转向项目' }).focus()
  await page.keyboard.press('Enter')
  const places = moved.locator('.pool-places .pool-place')
  await places.nth(2).waitFor()
  const needs = [{ id: 'landHectares', amount: 8 }]
  expect(
    (await places.allTextContents()).slice(0, 3).map((text) => text.replace('拟落户', '')),
  ).toEqual(await bestPlaces({ productId: 'steer-by-wire', needs }))
  expect(new URL(page.url()).searchParams.get('pool')).toBe(`open:${id}`)
  await moved.getByRole('button', { name: '在选址中查看同一问题' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => new URL(location.href).searchParams.get('at') === 'site')
  const asked = new URL(page.url()).searchParams
  expect([asked.get('product'), asked.get('ask')]).toEqual(['steer-by-wire', 'need:landHectares~8'])
  // What was refused is all that the browser complains of.
  expect(errors).toEqual([expect.stringContaining('status of 400')])
  await context.close()
})
