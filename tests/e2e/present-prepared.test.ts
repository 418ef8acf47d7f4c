// The scene that comes next is drawn beneath the one that is on, and stands at the key as it would without.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { Story } from '#geodata/contract/stories.ts'
import { visit } from '#scripts/running-atlas.ts'
import { sharedAtlas } from '#tests/support/browsing.ts'
import { shareThatDiffers } from '#tests/support/pictures.ts'

const atlas = sharedAtlas()
let story: Story
beforeAll(async () => {
  story = (await (await fetch(`${atlas.origin}/api/stories/one-plus-n`)).json()) as Story
})

const stageFrom = (scene: number) =>
  visit(atlas.browser, `${atlas.origin}/?at=present&stage=1&scene=${scene}`, { paints: true })
const shown = (page: Page, scene: number) =>
  page.locator(`.show[data-scene="${story.scenes[scene]?.id}"][data-revealed="true"]`).waitFor()
const ready = (page: Page, scene: number) =>
  page.locator(`.show[data-ready="${story.scenes[scene]?.id}"]`).waitFor()
const stateOf = (page: Page) => page.locator('.show').getAttribute('data-state')
/** Of the scene alone: the buttons go out of sight with a pointer that rests. */
async function picture(page: Page): Promise<Buffer> {
  await page.locator('.show[data-pointer="rests"]').waitFor()
  return page.screenshot({ animations: 'disabled' })
}

it('draws the next scene beneath this one; it is the same picture and state as drawn by itself', async () => {
  const at = story.scenes.findIndex((scene) => scene.kind === 'map' && scene.analysis)
  const { page, errors, context } = await stageFrom(at - 1)
  await shown(page, at - 1)
  const before = await picture(page)
  const beforeState = await stateOf(page)
  await ready(page, at)
  // Nothing of it is seen yet.
  expect(shareThatDiffers(before, await picture(page))).toBe(0)
  expect(await stateOf(page)).toBe(beforeState)

  // A question begins where the hall looks, not where the map is meanwhile; and leads back.
  await page.keyboard.press('a')
  await page.locator('.return-bar').waitFor()
  const place = await page.evaluate(() => new URL(location.href).searchParams.get('map'))
  const [west, south, east, north] = story.scenes.flatMap((scene, index) =>
    scene.kind === 'map' && index === at - 1 ? scene.bounds.flat() : [],
  )
  const [lng, lat] = (place?.split('/')[1] ?? '').split(',').map(Number)
  expect(lng).toBeCloseTo(((west ?? 0) + (east ?? 0)) / 2, 2)
  expect(lat).toBeCloseTo(((south ?? 0) + (north ?? 0)) / 2, 1)
  await page.keyboard.press('r')
  await shown(page, at - 1)
  expect(await stateOf(page)).toBe(beforeState)
  await ready(page, at)

  await page.keyboard.press('PageDown')
  await shown(page, at)
  expect(await page.locator('.still').count()).toBe(1)
  expect(await page.locator('.still').getAttribute('data-scene')).toBe(story.scenes[at]?.id)
  const prepared = await picture(page)
  const preparedState = await stateOf(page)
  expect(preparedState).not.toBe(beforeState)
  // Back again without waiting: the scene before is still known.
  await page.keyboard.press('PageUp')
  await shown(page, at - 1)
  expect(await page.locator('.still').getAttribute('data-scene')).toBe(story.scenes[at - 1]?.id)
  expect(await stateOf(page)).toBe(beforeState)
  await page.keyboard.press('Escape')
  await page.locator('.still').waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await context.close()

  const alone = await stageFrom(at)
  await shown(alone.page, at)
  expect(await stateOf(alone.page)).toBe(preparedState)
  // A name stays on the side of its place where the scene before had it, if there is room.
  expect(shareThatDiffers(prepared, await picture(alone.page))).toBeLessThan(0.02)
  await alone.context.close()
})
