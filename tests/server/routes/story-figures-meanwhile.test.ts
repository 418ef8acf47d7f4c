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

it('lets others have their turn after every figure of a scene, and says the same as at one go', async () => {
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
  let isDone = false
  const working = figuresMeanwhile(region, story, facts).finally(() => {
    isDone = true
  })
  // Whatever waits for its turn gets one after every figure, however long an answer then takes.
  let turns = 0
  while (!isDone) {
    turns += 1
    await setImmediate()
  }
  expect(turns).toBeGreaterThanOrEqual(FIGURES)
  expect(await working).toEqual(figuresOf(region, story, facts))
})
