// The provenance board by the keyboard: assigned with a day, overdue at a glance, done, taken back; kept by a reload.
import { expect, it } from 'vitest'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { ownAtlas } from '#tests/support/browsing.ts'

const atlas = ownAtlas()

it('assigns, shows what is overdue, marks it done and takes that back, all by the keyboard', async () => {
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=progress&by=provenance&product=battery-tray&work=kind:imprecise`,
    { hasMap: false },
  )
  const line = page.locator('.work-line').first()
  await line.waitFor()
  const name = (await line.locator('h3').textContent())?.trim() ?? ''
  const press = async (button: string) => {
    await line.getByRole('button', { name: new RegExp(`^${button}`) }).focus()
    await page.keyboard.press('Enter')
  }
  await press('派出：')
  const form = line.locator('form')
  await form.getByLabel('交给谁').and(page.locator(':focus')).waitFor()
  // What is missing is said where it is missing, and the keyboard led there.
  await page.keyboard.press('Enter')
  await form.getByText('请写交给谁').waitFor()
  await page.keyboard.type('虚构区经信委')
  await form.getByLabel('最迟哪天').fill('2020-01-31')
  await form.getByLabel('您的姓名').focus()
  await page.keyboard.type('测试员')
  await page.keyboard.press('Enter')
  await line.getByText(/过期 \d+ 天/).waitFor()
  await line
    .getByRole('button', { name: /^改派：/ })
    .and(page.locator(':focus'))
    .waitFor()
  const count = (what: string) => page.locator('.work-counts li', { hasText: what }).locator('b')
  expect(await count('过期').textContent()).toBe('1')
  expect(await axeFinds(page)).toEqual([])

  await page.getByRole('button', { name: '1 过期，只看这些' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('.work-line').length === 1)
  await page.reload()
  await line.getByText('虚构区经信委').waitFor()
  expect((await line.locator('h3').textContent())?.trim()).toBe(name)
  expect(await page.locator('.work-line').count()).toBe(1)
  expect(new URL(page.url()).searchParams.get('work')).toBe('kind:imprecise,standing:overdue')

  await page.getByRole('button', { name: '清除筛选' }).focus()
  await page.keyboard.press('Enter')
  const mine = page.locator('.work-line', { hasText: '虚构区经信委' })
  await page.getByLabel('交给谁').selectOption('虚构区经信委')
  await mine.waitFor()
  await press('办结：')
  await mine.getByText(/报办结，资料仍未补好/).waitFor()
  expect(await count('过期').textContent()).toBe('0')
  await page.locator('.toast').getByRole('button', { name: '撤销' }).focus()
  await page.keyboard.press('Enter')
  await mine.getByText(/过期 \d+ 天/).waitFor()
  expect(await count('过期').textContent()).toBe('1')
  expect(errors).toEqual([])
  await context.close()
})
