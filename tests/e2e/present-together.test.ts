// One presentation on many screens: a stage, a phone that turns it, three screens that follow.
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { Story } from '#geodata/contract/stories.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'

const atlas = ownAtlas({ REMOTE_HOST: '127.0.0.1' })
let story: Story
beforeAll(async () => {
  story = (await (await fetch(`${atlas.origin}/api/stories/one-plus-n`)).json()) as Story
})

/** Waits until the scene of this number, from 0, is on the screen. */
async function shows(page: Page, scene: number): Promise<void> {
  await page.locator(`.show[data-scene="${story.scenes[scene]?.id}"]`).waitFor()
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(address)
  return page
}

/** Switches both on at the stage; what the presenter reads off the dialog. */
async function sharedBy(stage: Page) {
  await stage.keyboard.press('m')
  const dialog = stage.getByRole('dialog', { name: '同屏与手机遥控' })
  await dialog.getByRole('button', { name: '开始同屏' }).click()
  const toggle = dialog.getByLabel('开启手机遥控')
  await toggle.waitFor()
  const link = (await dialog.locator('.together-link a').getAttribute('href')) ?? ''
  const before = await dialog.locator('section').nth(1).innerText()
  await toggle.check()
  const digits = await dialog.locator('.together-digits').innerText()
  await dialog.getByRole('img', { name: '遥控页面的二维码' }).waitFor()
  const after = await dialog.locator('section').nth(1).innerText()
  const remote = after.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? ''
  return { dialog, link, before, after, remote, code: digits.replace(' ', '') }
}

it('is turned by a phone, followed by three screens, left to look around, and ended for all', async () => {
  const {
    page: stage,
    errors,
    context,
  } = await visit(atlas.browser, `${atlas.origin}/?at=present&story=${story.id}&stage=1`, {
    hasMap: false,
  })
  await shows(stage, 0)
  const { dialog, link, before, after, remote, code } = await sharedBy(stage)
  expect(before).toContain('开启后，本机将在局域网地址 127.0.0.1 上开放遥控页面')
  expect(after).toContain('已在局域网开放')
  expect(code).toMatch(/^\d{6}$/)
  expect(link).toMatch(/\?follow=[\w-]{12}$/)
  expect(await axeFinds(stage, '.show-dialog')).toEqual([])
  const [one, two] = [await opened(context, link), await opened(context, link)]
  await shows(one, 0)
  await shows(two, 0)
  await dialog.getByText('2 块屏幕正在跟随').waitFor()
  // The phone: a wrong code, then the one of the square code, which leaves no trace in the address.
  const phone = await opened(context, `${remote}/remote`)
  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.getByLabel('验证码').fill(code === '000000' ? '111111' : '000000')
  await phone.getByRole('button', { name: '配对' }).click()
  expect(await phone.getByRole('alert').innerText()).toContain('验证码与大屏上的不符')
  expect(await axeFinds(phone)).toEqual([])
  await phone.goto(`${remote}/remote#${code}`)
  await phone.reload()
  await phone
    .getByRole('heading', { name: story.scenes[0]?.title.zh.replace('\n', '') ?? '' })
    .waitFor()
  expect(phone.url()).toBe(`${remote}/remote`)
  await dialog.getByText('已配对 1 部手机').waitFor()
  await stage.keyboard.press('Escape')
  const next = phone.getByRole('button', { name: '下一屏' })
  for (const scene of [1, 2]) {
    await next.click()
    for (const page of [stage, one, two]) await shows(page, scene)
    await phone.getByText(`${scene + 1} / ${story.scenes.length}`).waitFor()
  }
  const notes = await phone.locator('.notes').innerText()
  expect(notes.slice(0, 8)).toBe(story.scenes[2]?.notes?.zh.slice(0, 8))
  expect(await phone.locator('.next-title').innerText()).toContain('下一屏：')
  expect(await axeFinds(phone)).toEqual([])
  // Who joins late gets the scene at once; whose page is loaded again, too.
  const three = await opened(context, link)
  await shows(three, 2)
  await one.goto('about:blank')
  await next.click()
  await shows(three, 3)
  await one.goto(link)
  await shows(one, 3)
  // One looks around by itself; the stage goes on and is blank for the others.
  await two.keyboard.press('End')
  await shows(two, story.scenes.length - 1)
  await next.click()
  await phone.getByRole('button', { name: '黑屏' }).click()
  for (const page of [stage, one, three]) {
    await shows(page, 4)
    await page.locator('.show-blank[data-blank="black"]').waitFor()
  }
  await two.getByText('自行浏览中，讲解在第 5 屏。').waitFor()
  await shows(two, story.scenes.length - 1)
  expect(await two.locator('.show-blank').count()).toBe(0)
  await phone.getByRole('button', { name: '恢复画面' }).click()
  await one.locator('.show-blank').waitFor({ state: 'detached' })
  await two.keyboard.press('r')
  await shows(two, 4)
  // A stage that is loaded again goes on leading, and is turned by the same phone.
  await stage.reload()
  await shows(stage, 4)
  await expect.poll(() => next.isEnabled()).toBe(true)
  await phone.getByRole('button', { name: '上一屏' }).click()
  for (const page of [stage, one, two, three]) await shows(page, 3)
  // The phone is turned, and everything stays within reach of the thumb.
  await phone.setViewportSize({ width: 844, height: 390 })
  for (const name of ['黑屏', '上一屏', '下一屏']) {
    const box = await phone.getByRole('button', { name, exact: true }).boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 390, name).toBe(true)
  }
  await stage.keyboard.press('m')
  await stage.getByRole('button', { name: '结束同屏' }).click()
  for (const page of [one, two, three]) await page.getByText('讲解已结束。').waitFor()
  await phone.getByText('讲解已结束。').waitFor()
  const isOpen = () =>
    fetch(`${remote}/remote`).then(
      () => true,
      () => false,
    )
  await expect.poll(isOpen).toBe(false)
  // The link leads nowhere now, and says so.
  await three.goto(link)
  await three.getByText('没有这场讲解').waitFor()
  expect(errors).toEqual([])
  // Led once more, and the server is started anew while the stage goes on: screens and stage are where it stands.
  await dialog.getByRole('button', { name: '开始同屏' }).click()
  const anew = (await dialog.locator('.together-link a').getAttribute('href')) ?? ''
  for (const page of [one, two]) {
    await page.goto(anew)
    await shows(page, 3)
  }
  await dialog.getByText('2 块屏幕正在跟随').waitFor()
  await stage.keyboard.press('Escape')
  await atlas.halt()
  await stage.keyboard.press('ArrowRight')
  await shows(stage, 4)
  for (const page of [one, two]) await shows(page, 3)
  await atlas.resume()
  for (const page of [one, two]) await shows(page, 4)
  await stage.keyboard.press('ArrowRight')
  for (const page of [stage, one, two]) await shows(page, 5)
  await context.close()
})
