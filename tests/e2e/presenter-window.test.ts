// A presentation led from the presenter's window: both windows of one browser, and what may go wrong between them.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { SceneFigures, Story } from '#geodata/contract/stories.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas } from '#tests/support/browsing.ts'
import { builtInStory } from '#tests/support/built-in-story.ts'

const atlas = sharedAtlas()
let story: Story
let figures: SceneFigures[]
beforeAll(async () => {
  ;({ story, figures } = await builtInStory(atlas.origin))
})

const linked = (page: Page) =>
  page.locator('.presenter[data-link="linked"] .presenter-now').waitFor()
const stageAt = (page: Page, scene: number) =>
  page.locator(`.show[data-scene="${story.scenes[scene]?.id}"]`).waitFor()
const oneLine = (words: string | undefined) => words?.replaceAll('\n', '')
const title = async (page: Page, part: 'now' | 'next') =>
  page.locator(`.presenter-${part} .presenter-scene > h2`).textContent()

async function windowOf(page: Page): Promise<Page> {
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('p'),
  ])
  await linked(opened)
  return opened
}

it('leads the stage, tells notes, what comes next and the time, and links again after every break', async () => {
  // The map is no matter of it.
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=present&stage=1&scene=1`,
    { hasMap: false },
  )
  await stageAt(page, 1)
  const presenter = await windowOf(page)
  presenter.on('pageerror', (error) => errors.push(String(error)))
  expect(await title(presenter, 'now')).toBe(oneLine(story.scenes[1]?.title.zh))
  expect(await title(presenter, 'next')).toBe(oneLine(story.scenes[2]?.title.zh))
  expect(await presenter.locator('.presenter-notes p').first().textContent()).toBe(
    story.scenes[1]?.notes?.zh,
  )
  expect(await presenter.locator('.presenter-notes summary').allTextContents()).toEqual(
    story.scenes[1]?.questions.map(({ question }) => question.zh),
  )
  const shown = presenter.locator('.presenter-now .show-figures dd > :first-child')
  expect(await shown.allTextContents()).toEqual(
    story.scenes[1]?.figures.flatMap(({ place, system }, index) =>
      place === 'list' && !system ? (figures[1]?.figures[index]?.said?.zh ?? '未知') : [],
    ),
  )
  expect(await axeFinds(presenter)).toEqual([])

  // Its keys and buttons are those of the stage.
  await presenter.keyboard.press('PageDown')
  await stageAt(page, 2)
  await presenter.getByRole('button', { name: '下一屏', exact: true }).click()
  await stageAt(page, 3)
  await presenter.keyboard.press('5')
  await presenter.keyboard.press('Enter')
  await stageAt(page, 4)
  await presenter.locator('.presenter-plan button').nth(5).click()
  await stageAt(page, 5)
  await presenter.keyboard.press('b')
  await page.locator('.show [data-blank="black"]').waitFor()
  await presenter.keyboard.press('b')
  // Keys of the stage are told here.
  await page.keyboard.press('Home')
  await presenter.locator(`.presenter-now [data-scene="${story.scenes[0]?.id}"]`).waitFor()
  expect(await presenter.locator('.presenter-plan [aria-current="step"] b').textContent()).toBe('1')

  // A question is left for and come back from.
  await presenter.keyboard.press('a')
  await page.locator('.at-site').waitFor()
  await presenter.getByText('正在现场试算。按 R 回到第 1 屏。').waitFor()
  await presenter.keyboard.press('PageDown')
  await presenter.keyboard.press('r')
  await stageAt(page, 0)

  // Loaded again, either of them: linked again, and the time has run on.
  const elapsed = async () =>
    Number(await presenter.locator('[data-elapsed]').getAttribute('data-elapsed'))
  await presenter.waitForFunction(
    () => Number(document.querySelector<HTMLElement>('[data-elapsed]')?.dataset.elapsed) >= 1,
  )
  const before = await elapsed()
  await presenter.reload()
  await linked(presenter)
  expect(await elapsed()).toBeGreaterThanOrEqual(before)
  await page.reload()
  await stageAt(page, 0)
  await linked(presenter)
  expect(await elapsed()).toBeGreaterThanOrEqual(before)
  await presenter.getByRole('button', { name: '重新计时' }).click()
  await presenter.locator('[data-elapsed="0"]').waitFor()

  // The presentation ends, and begins again.
  await presenter.keyboard.press('Escape')
  await presenter.getByText('讲解已结束。').waitFor()
  await page.getByRole('button', { name: '开始讲解' }).click()
  await linked(presenter)

  // The window goes: the stage says so.
  await presenter.close()
  await page.getByText('讲者窗口已关闭，按 P 重新打开。').waitFor()
  const again = await windowOf(page)
  await page.getByText('讲者窗口已关闭，按 P 重新打开。').waitFor({ state: 'detached' })

  // The stage goes: the window says so, and opens it anew where it was.
  await again.keyboard.press('PageDown')
  await stageAt(page, 1)
  await page.close()
  await again.getByText('讲解窗口已关闭或正在刷新。').waitFor()
  const [stage] = await Promise.all([
    context.waitForEvent('page'),
    again.getByRole('button', { name: '重新打开讲解窗口' }).click(),
  ])
  await stageAt(stage, 1)
  await linked(again)
  await again.keyboard.press('PageDown')
  await stageAt(stage, 2)
  expect(errors).toEqual([])
  await context.close()
})

it('leads its own stage alone where two present in one browser, and says what to do when it is blocked', async () => {
  const address = `${atlas.origin}/?at=present&stage=1&scene=1`
  const { page, context } = await visit(atlas.browser, address, { hasMap: false })
  await stageAt(page, 1)
  const presenter = await windowOf(page)
  // A tab that was copied comes with the memory of the first, its name too.
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((address) => {
      open(address)
    }, address),
  ])
  await stageAt(copy, 1)
  await presenter.getByText('本浏览器另有 1 场讲解正在进行').waitFor()
  await presenter.keyboard.press('PageDown')
  await stageAt(page, 2)
  const second = await windowOf(copy)
  await second.keyboard.press('End')
  await stageAt(copy, story.scenes.length - 1)
  await stageAt(page, 2)
  expect(await title(presenter, 'now')).toBe(oneLine(story.scenes[2]?.title.zh))
  await second.close()
  await copy.close()
  await presenter.getByText('本浏览器另有').waitFor({ state: 'detached' })

  // A busy browser closes a window late: what that window still hears and does after its farewell is no sign of life.
  const gone = page.getByText('讲者窗口已关闭，按 P 重新打开。')
  const afterFarewell = (stage: string | null) => {
    dispatchEvent(new PageTransitionEvent('pagehide'))
    document.dispatchEvent(new Event('visibilitychange'))
    // In one page messages keep their order: with this one all before it are heard.
    const channel = new BroadcastChannel('park-atlas.presenting')
    channel.postMessage({ kind: 'go', stage, scene: 1 })
    channel.close()
  }
  const stage = new URL(presenter.url()).searchParams.get('presenter')
  await presenter.evaluate(afterFarewell, stage)
  await stageAt(page, 1)
  expect(await gone.isVisible()).toBe(true)
  // Nor is it in the way of a new one.
  await Promise.all([presenter.waitForEvent('load'), page.keyboard.press('p')])
  await linked(presenter)
  await presenter.keyboard.press('PageDown')
  await stageAt(page, 2)
  await presenter.close()
  await gone.waitFor()

  await page.evaluate(() => {
    window.open = () => null
  })
  await page.keyboard.press('p')
  await page.getByText('浏览器拦截了讲者窗口。').waitFor()
  expect(await axeFinds(page, '.show')).toEqual([])
  const [asTab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: '在新标签页打开' }).click(),
  ])
  await linked(asTab)
  await asTab.keyboard.press('PageDown')
  await stageAt(page, 3)
  await page.getByText('浏览器拦截了讲者窗口。').waitFor({ state: 'detached' })
  await context.close()
})
