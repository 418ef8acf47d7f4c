// The presenter's whole way: start, every scene by the arrow key, out again; and what may go wrong.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { FigureAnswer, SceneFigures, Story } from '#geodata/contract/stories.ts'
import { axeFinds, mapIdle, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas, turnTo } from '#tests/support/browsing.ts'
import { builtInStory } from '#tests/support/built-in-story.ts'

const atlas = sharedAtlas()
let story: Story
let figures: SceneFigures[]
beforeAll(async () => {
  ;({ story, figures } = await builtInStory(atlas.origin))
})

/** Waits until the scene is on the stage and its map is drawn. */
async function revealed(page: Page, sceneId: string | undefined): Promise<void> {
  await page.locator(`.show[data-scene="${sceneId}"][data-revealed="true"]`).waitFor()
}

/** A finger goes sideways over the map. */
async function swipe(page: Page, pixels: number): Promise<void> {
  await page.locator('.map canvas').evaluate((canvas, pixels) => {
    const finger = (clientX: number) =>
      new Touch({ identifier: 1, target: canvas, clientX, clientY: 200 })
    const send = (name: string, from: number, touches: Touch[]) =>
      canvas.dispatchEvent(
        new TouchEvent(name, { bubbles: true, touches, changedTouches: [finger(from)] }),
      )
    send('touchstart', 200, [finger(200)])
    send('touchend', 200 + pixels, [])
  }, pixels)
}

/** Notes, from now on, whether the map was idle each time a scene was revealed. */
async function watchReveals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const reveals: string[] = []
    Object.assign(globalThis, { reveals })
    new MutationObserver(() => {
      const { scene, kind, revealed } = document.querySelector<HTMLElement>('.show')?.dataset ?? {}
      // Words alone stand at once.
      if (kind !== 'map') return
      const told = `${scene} ${document.documentElement.dataset.mapIdle}`
      if (revealed === 'true' && reveals.at(-1) !== told) reveals.push(told)
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-revealed', 'data-scene'],
    })
  })
}

/** What the API says of the figures that stand as rows or bars. */
function listedFigures(scene: Story['scenes'][number]): string[] {
  const answers = figures.find(({ sceneId }) => sceneId === scene.id)?.figures ?? []
  const said = (answer: FigureAnswer | undefined) => answer?.said?.zh ?? '未知'
  const listed = scene.figures.flatMap((figure, index) =>
    figure.place === 'list' ? [{ figure, said: said(answers[index]) }] : [],
  )
  const rows = listed.filter(({ figure }) => !figure.system)
  const bars = listed.filter(({ figure }) => figure.system)
  return [...rows, ...bars].map((one) => one.said)
}

it('presents the story by the arrow key, each scene once its map is drawn, and gives the view back', async () => {
  const { page, outside, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?systems=v2x&hide=hubs&map=9.00/106.50000,29.60000`,
  )
  await mapIdle(page)
  await page.getByRole('button', { name: '讲解' }).click()
  await page.getByRole('button', { name: '开始讲解' }).waitFor()
  expect(await page.locator('.present-scenes > li').count()).toBe(story.scenes.length)
  expect(await axeFinds(page, '.panel')).toEqual([])
  await watchReveals(page)
  await page.getByRole('button', { name: '开始讲解' }).click()
  for (const [index, scene] of story.scenes.entries()) {
    if (index > 0) await page.keyboard.press('ArrowRight')
    await revealed(page, scene.id)
    const shown = page.locator('.show-figures dd > :first-child, .show-bars li > b:last-child')
    expect(await shown.allTextContents(), scene.id).toEqual(listedFigures(scene))
    expect(await page.locator('.show-words').textContent()).not.toMatch(/[{}]/)
    const told = await page.locator('.show [role="status"]').first().textContent()
    expect(told, scene.id).toMatch(`第 ${index + 1} 屏，共 ${story.scenes.length} 屏`)
    expect(told?.length, scene.id).toBeGreaterThan(14)
    expect(await axeFinds(page, '.show'), scene.id).toEqual([])
  }
  await page.keyboard.press('Home')
  await revealed(page, story.scenes[0]?.id)
  await page.keyboard.press('End')
  await revealed(page, story.scenes.at(-1)?.id)
  await page.keyboard.press('PageUp')
  await revealed(page, story.scenes.at(-2)?.id)
  const reveals: string[] = await page.evaluate(() => Reflect.get(globalThis, 'reveals'))
  expect(reveals.length).toBeGreaterThanOrEqual(
    story.scenes.filter(({ kind }) => kind === 'map').length,
  )
  expect(reveals.filter((one) => !one.endsWith(' true'))).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^从第 \d+ 屏开始$/ }).waitFor()
  // What the scenes show is in no address, and a reload within the story loses nothing of the user's.
  await page.reload()
  await page.getByRole('button', { name: /^从第 \d+ 屏开始$/ }).waitFor()
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    at: 'present',
    story: story.id,
    scene: String(story.scenes.length - 2),
    systems: 'v2x',
    hide: 'hubs',
    map: '9.00/106.50000,29.60000',
  })
  await page.getByRole('button', { name: '布局' }).click()
  await page.waitForFunction(() => new URL(location.href).searchParams.get('hide') === 'hubs')
  const view = new URL(page.url()).searchParams
  expect(view.get('systems')).toBe('v2x')
  expect(view.get('map')).toBe('9.00/106.50000,29.60000')
  expect(view.get('sel')).toBeNull()
  expect([...outside]).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

it('comes back to a scene from its address, and goes on when the network is gone', async () => {
  const at = story.scenes.findIndex((scene) => scene.kind === 'map' && scene.analysis)
  const address = `${atlas.origin}/?at=present&story=${story.id}&scene=${at}&stage=1&theme=dark`
  const { page, outside, errors, context } = await visit(atlas.browser, address, {
    viewport: { width: 390, height: 844 },
  })
  await revealed(page, story.scenes[at]?.id)
  expect(await page.locator('.show h2').textContent()).toBe(story.scenes[at]?.title.zh)
  expect(await axeFinds(page, '.show')).toEqual([])
  await page.reload()
  await revealed(page, story.scenes[at]?.id)
  await swipe(page, 120)
  await revealed(page, story.scenes[at - 1]?.id)
  await swipe(page, -120)
  await revealed(page, story.scenes[at]?.id)
  await context.setOffline(true)
  for (const scene of [...story.scenes].reverse().slice(story.scenes.length - at)) {
    await page.keyboard.press('PageUp')
    await revealed(page, scene.id)
    const fonts = await page.evaluate(() => [...document.fonts].map(({ status }) => status))
    expect(fonts).not.toContain('error')
  }
  expect([...outside]).toEqual([])
  // The page looks now and then whether the server is back, and the browser reports each look.
  expect(errors.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  await context.close()
})

it('goes by number, lists and blanks, and comes back from a question to the same scene', async () => {
  const at = story.scenes.findIndex((scene) => scene.kind === 'map' && scene.analysis)
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=present&stage=1&scene=${at - 1}&systems=v2x`,
  )
  const show = page.locator('.show')
  const stateOf = async () => {
    await revealed(page, story.scenes[at]?.id)
    return show.getAttribute('data-state')
  }
  await revealed(page, story.scenes[at - 1]?.id)
  for (const digit of String(at + 1)) await page.keyboard.press(digit)
  expect(await page.locator('.show-typed b').textContent()).toBe(String(at + 1))
  await page.keyboard.press('Enter')
  const before = await stateOf()
  expect(before).toMatch(/^[0-9a-f]{16}$/)
  await page.keyboard.press('o')
  expect(await page.locator('.show-overview li button').count()).toBe(story.scenes.length)
  expect(await page.locator('.show-overview :focus').getAttribute('aria-current')).toBe('step')
  expect(await axeFinds(page, '.show')).toEqual([])
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await revealed(page, story.scenes[at - 1]?.id)
  await page.keyboard.press('ArrowRight')
  expect(await stateOf()).toBe(before)
  await page.keyboard.press('?')
  expect(await axeFinds(page, '.show')).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.press('b')
  await page.locator('[data-blank="black"]').waitFor()
  await page.keyboard.press('PageDown')
  await page.locator('[data-blank]').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  expect(await stateOf()).toBe(before)
  await page.keyboard.press('a')
  await page.locator('.at-site .ring-legend').waitFor()
  expect(await page.evaluate(() => new URL(location.href).searchParams.get('pin'))).not.toBeNull()
  await page.locator('.pin').focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.getByRole('button', { name: '布局' }).click()
  await page.reload()
  await page.getByRole('button', { name: `回到第 ${at + 1} 屏` }).waitFor()
  expect(await axeFinds(page, '.return-bar')).toEqual([])
  await page.keyboard.press('r')
  expect(await stateOf()).toBe(before)
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toEqual({
    at: 'present',
    stage: '1',
    scene: String(at),
    systems: 'v2x',
  })
  expect(errors).toEqual([])
  await context.close()
})

it('keeps the scene’s ground in frame from a phone to a wall', async () => {
  const at = story.scenes.findIndex((scene) => scene.kind === 'map' && scene.analysis)
  const { page, errors, context } = await visit(
    atlas.browser,
    `${atlas.origin}/?at=present&scene=${at}&stage=1&lang=en`,
    { viewport: { width: 390, height: 844 } },
  )
  await revealed(page, story.scenes[at]?.id)
  await expectGroundInFrame(page, at)
  for (const [width, height, lang, theme] of [
    [1440, 900, 'zh-CN', 'dark'],
    [1920, 1080, 'en', 'dark'],
    [3840, 1080, 'zh-CN', 'light'],
  ] as const) {
    await page.setViewportSize({ width, height })
    await turnTo(page, `at=present&scene=${at}&stage=1&lang=${lang}&theme=${theme}`)
    await page.locator(`html[lang="${lang}"][data-theme="${theme}"]`).waitFor()
    await page.waitForFunction(() => {
      const canvas = document.querySelector('.maplibregl-canvas')
      return canvas && canvas.clientWidth === canvas.closest('.maplibregl-map')?.clientWidth
    })
    await mapIdle(page)
    await revealed(page, story.scenes[at]?.id)
    await expectGroundInFrame(page, at)
  }
  expect(errors).toEqual([])
  await context.close()
})

/** How much more of the ground is seen than the scene asks for, along the narrower side. */
async function groundInFrame(page: Page, at: number): Promise<number> {
  // The map's own scale says how much ground a pixel is.
  const seen = await page.evaluate(() => {
    const scale = document.querySelector<HTMLElement>('.maplibregl-ctrl-scale')
    const map = document.querySelector<HTMLElement>('.maplibregl-map')
    const kilometersPerPixel =
      Number.parseFloat(scale?.textContent ?? '') / (scale?.clientWidth ?? 0)
    return {
      width: (map?.clientWidth ?? 0) * kilometersPerPixel,
      height: (map?.clientHeight ?? 0) * kilometersPerPixel,
    }
  })
  const scene = story.scenes[at]
  if (scene?.kind !== 'map') throw new Error(`Scene ${at} has no map.`)
  const [[west, south], [east, north]] = scene.bounds
  const middle = ((south + north) / 2) * (Math.PI / 180)
  return Math.min(
    seen.width / ((east - west) * 111.2 * Math.cos(middle)),
    seen.height / ((north - south) * 111.2),
  )
}

async function expectGroundInFrame(page: Page, at: number): Promise<void> {
  const size = JSON.stringify(page.viewportSize())
  const isFramed = async () => {
    const share = await groundInFrame(page, at)
    return share > 1 && share < 1.35 ? 'framed' : share
  }
  await expect.poll(isFramed, { timeout: 60_000, message: size }).toBe('framed')
  const words = page.locator('.show-text')
  const hidden = await words.evaluate((box) => box.scrollHeight - box.clientHeight)
  expect(hidden, size).toBeLessThanOrEqual(0)
}

it('can be stopped while it prepares, says what failed, and starts once it can', async () => {
  const { page, context } = await visit(atlas.browser, `${atlas.origin}/?at=present&scene=99`)
  await page.getByText('链接里的 scene=99 无法识别').waitFor()
  expect(new URL(page.url()).searchParams.get('scene')).toBeNull()
  await page.getByRole('button', { name: '开始讲解' }).waitFor()
  await mapIdle(page)
  await page.route('**/figures', () => {})
  await page.getByRole('button', { name: '开始讲解' }).click()
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: '停止' }).click()
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
  expect(await page.locator('.show').count()).toBe(0)
  await page.unroute('**/figures')
  await page.route('**/figures', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        detail: 'The cause.',
        detailZh: '原因在此。',
        title: '',
        titleZh: '',
      }),
    }),
  )
  await page.getByRole('button', { name: '开始讲解' }).click()
  await page.getByRole('alert').filter({ hasText: '原因在此。' }).waitFor()
  expect(await page.locator('.show').count()).toBe(0)
  await page.unroute('**/figures')
  await page.getByRole('button', { name: '再试一次' }).click()
  await revealed(page, story.scenes[0]?.id)
  await context.close()
})
