// Is there anything to go on with in the draft that the browser keeps?
import { afterEach, expect, it } from 'vitest'
import type { Story } from '#geodata/contract/stories.ts'
import {
  changeStory,
  closeDraft,
  type Draft,
  draft,
  isKeptIn,
  keptAs,
  openDraft,
} from '#web/state/story/draft.ts'

const SAID = { zh: '托盘厂', en: 'Trays' }
const scene = { kind: 'title' as const, id: 'title', title: SAID, text: SAID, questions: [] }
const story: Story = {
  formatVersion: 2,
  id: 'story-1',
  title: SAID,
  summary: SAID,
  scenes: [{ ...scene, figures: [], claims: [] }],
}
const now = () => draft.value as Draft
const retitled = (one: Story): Story => ({ ...one, title: { zh: '另一题', en: 'Other' } })

afterEach(closeDraft)

it('is nothing once the story is kept, whatever the order in which the server writes it', () => {
  openDraft({ ...story, id: 'fresh' })
  expect(isKeptIn([], now())).toBe(false)
  keptAs({ feature: { id: 'story-1' }, etag: '"1"' } as never, now().story)
  const { scenes, ...others } = story
  const listed = { scenes, ...others }
  expect(JSON.stringify(listed)).not.toBe(JSON.stringify(story))
  expect(isKeptIn([listed], now())).toBe(true)
  changeStory(retitled)
  expect(isKeptIn([listed], now())).toBe(false)
})

it('is something where the kept story has gone, or another was put under its words', () => {
  openDraft(story, { id: 'story-1', etag: '"1"' })
  expect(isKeptIn([story], now())).toBe(true)
  expect(isKeptIn([{ ...retitled(story), id: 'story-2' }], now())).toBe(false)
})

it('is nothing in a copy that nobody has changed', () => {
  openDraft(story)
  expect(isKeptIn([retitled({ ...story, id: 'story-2' }), story], now())).toBe(true)
  changeStory(retitled)
  expect(isKeptIn([story], now())).toBe(false)
})
