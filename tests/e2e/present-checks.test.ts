// Does whoever presents see which scenes no longer hold, before the audience does?
import { expect, it } from 'vitest'
import type { SceneFigures, Story } from '#geodata/contract/stories.ts'
import { axeFinds, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas } from '#tests/support/browsing.ts'
import { by, changing } from '#tests/support/edits.ts'

const atlas = sharedAtlas()

it('says at the desk which scenes no longer hold, and what the figure is now', async () => {
  const api = `${atlas.origin}/api/stories/one-plus-n`
  const story = (await (await fetch(api)).json()) as Story
  const { items: figures } = (await (await fetch(`${api}/figures`)).json()) as {
    items: SceneFigures[]
  }
  const scene = story.scenes.find(({ id }) => id === 'one')
  const now = figures.find(({ sceneId }) => sceneId === 'one')?.figures[0]?.said?.zh
  const claims = [{ figureId: scene?.figures[0]?.id, is: 'at-least', value: 99, was: '120' }]
  const own = { ...story, scenes: [story.scenes[0], { ...scene, claims }] }
  const items = `${atlas.origin}/api/collections/own-stories/items`
  const properties = {
    title: '试讲',
    content: JSON.stringify(own),
    source: '试',
    confidence: 'low',
  }
  const made = await fetch(
    items,
    changing('POST', { type: 'Feature', geometry: null, properties }) as RequestInit,
  )
  expect(made.status, await made.clone().text()).toBe(201)
  const { id } = (await made.json()) as { id: string }
  const address = `${atlas.origin}/?at=present&story=${id}&scene=1`
  const { page, errors, context } = await visit(atlas.browser, address, { hasMap: false })
  const scenes = page.locator('.present-scenes > li')
  await scenes.nth(1).locator('.present-check', { hasText: '断言不成立' }).waitFor()
  expect(await scenes.nth(0).locator('.present-check').count()).toBe(0)
  expect(await page.locator('.present-checks').innerText()).toBe(
    `断言不成立：${scene?.figures[0]?.label.zh}不少于 99，现为 ${now}。编写时为 120。`,
  )
  expect(await axeFinds(page, '.panel')).toEqual([])
  expect(errors).toEqual([])
  await fetch(`${items}/${id}`, {
    method: 'DELETE',
    headers: { ...by(), 'If-Match': made.headers.get('ETag') ?? '' },
  })
  await context.close()
})
