// While the figures of a story are worked out, whoever asks something else is answered after every one of them.
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Story } from '#geodata/contract/stories.ts'
import { loadRegion } from '#server/region/region.ts'
import { figuresMeanwhile, figuresOf } from '#server/region/stories.ts'
import { builtApp } from '#tests/support/built-app.ts'

const built = builtApp()
const WORD = { zh: '词', en: 'word' }
const FIGURES = 16

it('answers others between the figures of one scene, and says the same as at one go', async () => {
  const region = await loadRegion(built.store)
  const facts = { ...region.facts, links: [], targets: [], tasks: [] }
  const figures = Array.from({ length: FIGURES }, (_, at) => ({
    kind: 'within',
    id: `f${at}`,
    label: WORD,
    collection: 'companies',
    parkId: 'CQ-V02',
    minutes: 20 + at,
  }))
  const scene = { kind: 'section', id: 'one', title: WORD, text: WORD, figures }
  const story = Story.parse({
    formatVersion: 2,
    id: 's',
    title: WORD,
    summary: WORD,
    scenes: [scene],
  })
  const order: string[] = []
  const working = figuresMeanwhile(region, story, facts).finally(() => order.push('worked out'))
  while (!order.includes('worked out')) {
    expect((await built.app.request('/api/problems/not-found')).status).toBeLessThan(500)
    order.push('answered')
    await setImmediate()
  }
  // An answer may take two turns.
  expect(order.indexOf('worked out')).toBeGreaterThanOrEqual(FIGURES / 2)
  expect(await working).toEqual(figuresOf(region, story, facts))
})
