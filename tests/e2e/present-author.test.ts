// An author copies a story, writes with live figures, loses the browser, keeps it, and meets another author.
import { text as contentOfStream } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Scene, Story } from '#geodata/contract/stories.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { downloadedBytes, sharedAtlas } from '#tests/support/browsing.ts'
import { by, changing } from '#tests/support/edits.ts'

const atlas = sharedAtlas()
const items = () => `${atlas.origin}/api/collections/own-stories/items`

const form = (page: Page) => page.locator('.author-form')
const text = (page: Page) => form(page).getByLabel('正文', { exact: true })
const state = (page: Page) => page.locator('.author-state [role="status"]').innerText()
async function save(page: Page): Promise<void> {
  await page.locator('.author-save').getByRole('button', { name: '保存', exact: true }).click()
  const name = page.getByRole('textbox', { name: '姓名' })
  if ((await name.inputValue()) === '') await name.fill('试写者')
  await page.locator('.author-save form button[type="submit"]').click()
}

/** Under what name the pages of the story that is written are saved. */
async function handoutOf(page: Page): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '生成讲义（PDF）' }).click()
  const saved = await coming
  expect((await downloadedBytes(saved)).subarray(0, 5).toString()).toBe('%PDF-')
  return saved.suggestedFilename()
}

it('writes a story beside the map: kept in the browser, checked against the data, decided with another author', async () => {
  const address = `${atlas.origin}/?at=present&scene=3`
  const { page, errors, context } = await visit(atlas.browser, address, { hasMap: false })
  await page.getByRole('button', { name: '编写此讲解' }).click()
  await form(page).waitFor()
  expect(await state(page)).toBe('尚未保存')

  // A figure by “{”: its name in the words, its value beneath them.
  await text(page).fill('')
  await page.keyboard.type('枢纽{货运枢纽')
  await page.locator('[role="option"] > span', { hasText: /^货运枢纽$/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('处。')
  expect(await text(page).inputValue()).toBe('枢纽{hubs}处。')
  const hubs = (
    (await (await fetch(`${atlas.origin}/api/collections/hubs/items`)).json()) as {
      numberMatched: number
    }
  ).numberMatched
  await form(page)
    .locator('.author-filled', { hasText: `枢纽${hubs}处。` })
    .waitFor()

  // A claim that does not hold is told before it is on the stage.
  const claims = form(page).locator('.author-claims li')
  const before = await claims.count()
  await form(page).getByRole('button', { name: '添加断言' }).click()
  const claim = claims.nth(before)
  await claim.getByLabel('断言对象').selectOption('hubs')
  await claim.getByLabel('数值').fill(String(hubs + 1))
  await claim.getByLabel('数值').blur()
  await claim.locator('[data-standing="fails"]', { hasText: `不成立，现为 ${hubs}` }).waitFor()
  await page
    .locator('.present-scenes [aria-current] .present-check', { hasText: '断言不成立' })
    .waitFor()

  // A table of truck minutes, by the keys alone; it holds no claim.
  await form(page).getByRole('button', { name: '添加卡车时间表' }).press('Enter')
  const option = (name: string) => page.locator('.places-field [role="option"]', { hasText: name })
  const find = async (...names: string[]) => {
    for (const name of names) {
      await page.keyboard.type(name)
      await option(name).waitFor()
      await page.keyboard.press('Enter')
    }
  }
  await find('青凤科创城', '璧山高新区')
  await page.getByRole('combobox', { name: /^终点/ }).focus()
  await find('果园港', '珞璜港')
  expect(await axeFinds(page, '.panel, .author-form')).toEqual([])
  await form(page).getByRole('button', { name: '加入本屏' }).press('Enter')
  await form(page).locator('.author-figures code', { hasText: '{matrix}' }).waitFor()
  expect(await claim.getByLabel('断言对象').locator('option').allInnerTexts()).not.toContain(
    '各地之间的卡车时间',
  )
  await form(page).getByText('排名与表格没有单一数值，不能作断言。').waitFor()
  expect(await axeFinds(page, '.panel, .author-form')).toEqual([])

  // Order, copies, and the way back.
  const titles = () => page.locator('.present-scenes > li > button > span').allInnerTexts()
  const first = await titles()
  await page.getByRole('button', { name: '复制此屏' }).click()
  expect(await titles()).toHaveLength(first.length + 1)
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await titles()).toEqual(first)

  // On four screens: each is the stage itself, and takes neither focus nor keys.
  await page.locator('.present-scenes > li > button').nth(3).click()
  await page.getByRole('button', { name: '各屏幕预览' }).click()
  const preview = page.frameLocator('iframe[title^="1920×1080"]')
  await preview.locator('.show-body', { hasText: `枢纽${hubs}处。` }).waitFor()
  const table = preview.getByRole('table', { name: '各地之间的卡车时间' })
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['果园港', '珞璜港'])
  expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['青凤科创城', '璧山高新区'])
  // An empty corner, then two parks by two ports, the nearer of each said to be so.
  const cells = (await table.getByRole('cell').allInnerTexts()).slice(1)
  expect(cells).toHaveLength(4)
  for (const minutes of cells) expect(minutes).toMatch(/^\d+(–\d+)?(\s最短)?$/)
  expect(cells.filter((minutes) => minutes.endsWith('最短'))).toHaveLength(2)
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME')
  await page.keyboard.press('Escape')
  await page.locator('.author-screens').waitFor({ state: 'detached' })

  // The browser ends: another page of it goes on with what was written.
  await page.close()
  const again = await context.newPage()
  await again.goto(`${atlas.origin}/?at=present&story=draft&scene=3`)
  await form(again).waitFor()
  expect(await text(again).inputValue()).toBe('枢纽{hubs}处。')
  expect(await state(again)).toBe('未保存，本机已留存')
  await save(again)
  await again.locator('.author-state').getByText('已保存', { exact: true }).waitFor()
  const kept = (await (await fetch(`${atlas.origin}/api/stories`)).json()) as { items: Story[] }
  const own = kept.items.findLast(({ id }) => id !== 'one-plus-n')
  expect(own?.scenes[3]?.text.zh).toBe('枢纽{hubs}处。')

  // Meanwhile somebody else writes the same scene and another one.
  const row = await fetch(`${items()}/${own?.id}`)
  const theirs = {
    ...own,
    scenes: own?.scenes.map(
      (scene, index): Scene =>
        index === 3
          ? { ...scene, text: { ...scene.text, zh: '他们的。' } }
          : index === 4
            ? { ...scene, title: { ...scene.title, zh: '他们的题' } }
            : scene,
    ),
  }
  const properties = {
    title: '他',
    content: JSON.stringify(theirs),
    source: '试',
    confidence: 'low',
  }
  const put = changing('PUT', { type: 'Feature', geometry: null, properties })
  const changed = await fetch(`${items()}/${own?.id}`, {
    ...put,
    headers: { ...put.headers, 'If-Match': row.headers.get('ETag') ?? '' },
  } as RequestInit)
  expect(changed.status, await changed.clone().text()).toBe(200)
  await text(again).fill('我的。')
  await save(again)
  const decision = again.getByRole('alertdialog')
  await decision.getByText('他们的。').waitFor()
  expect(await decision.locator('fieldset').count()).toBe(1)
  await decision.getByRole('radio', { name: /采用我的/ }).check()
  await decision.getByRole('button', { name: '按所选保存' }).click()
  await again.locator('.author-state').getByText('已保存', { exact: true }).waitFor()
  const both = (await (await fetch(`${atlas.origin}/api/stories/${own?.id}`)).json()) as Story
  expect([both.scenes[3]?.text.zh, both.scenes[4]?.title.zh]).toEqual(['我的。', '他们的题'])

  // On paper, and as a file; what is not kept is called a draft.
  expect(await handoutOf(again)).toMatch(/讲义 \d{4}-\d\d-\d\d\.pdf$/)
  const coming = again.waitForEvent('download')
  await again.getByRole('button', { name: '下载讲解文件' }).click()
  const file = await contentOfStream(await (await coming).createReadStream())
  expect(JSON.parse(file).scenes[3].text.zh).toBe('我的。')
  await again.getByRole('button', { name: '结束编写' }).click()
  const chooser = again.locator('.file-button input')
  await chooser.setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"formatVersion": 9}'),
  })
  await again.locator('.author-begin [role="alert"]', { hasText: '9' }).waitFor()
  await chooser.setInputFiles({
    name: 'b.story.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  })
  await form(again).waitFor()
  expect(await state(again)).toBe('尚未保存')
  await again.getByLabel('含讲稿和可能的提问').check()
  expect(await handoutOf(again)).toMatch(/讲义（草稿，含讲稿） \d{4}-\d\d-\d\d\.pdf$/)

  // From another workspace: the ranking that is seen there is asked again on the stage, before what closes the story.
  await again.goto(`${atlas.origin}/?at=site&product=battery-tray`)
  const names = again.locator('.site-row .site-name')
  await names.first().waitFor()
  const best = (await names.allInnerTexts()).slice(0, 5).map((name) => name.trim())
  // A box that was just ticked has the focus, and takes no letter.
  await again.locator('input[type=checkbox]:visible').first().focus()
  await again.keyboard.press('a')
  const added = both.scenes.findLastIndex(({ kind }) => kind !== 'closing') + 1
  await again.goto(`${atlas.origin}/?at=present&story=draft&scene=${added}&stage=1`)
  const ranked = again.locator('.show-ranked', { hasText: '电池托盘选址排名' })
  await ranked.getByRole('listitem').nth(4).waitFor()
  expect(await again.locator('.show h2').innerText()).toContain('电池托盘选址排名')
  expect(await ranked.locator('li > span').allInnerTexts()).toEqual(best)
  expect(errors).toEqual([])
  const now = await fetch(`${items()}/${own?.id}`)
  await fetch(`${items()}/${own?.id}`, {
    method: 'DELETE',
    headers: { ...by(), 'If-Match': now.headers.get('ETag') ?? '' },
  })
  await context.close()
})
