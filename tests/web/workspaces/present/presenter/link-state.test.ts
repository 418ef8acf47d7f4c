// What the presenter's window knows of its stage, message by message.
import { expect, it } from 'vitest'
import { Story } from '#geodata/contract/stories.ts'
import { type StageSaid, Standing } from '#web/workspaces/present/presenter/link.ts'
import {
  afterHearing,
  afterWaiting,
  hasStoryOf,
  type LinkState,
  seeking,
} from '#web/workspaces/present/presenter/link-state.ts'

const text = { zh: '一', en: 'one' }
const story = Story.parse({
  formatVersion: 2,
  id: 'plan',
  title: text,
  summary: text,
  scenes: [{ kind: 'title', id: 'a', title: text, text }],
})
const stands = (stage: string, scene = 0): Standing => ({
  kind: 'stands',
  stage,
  page: 1,
  storyId: 'plan',
  scene,
  began: 0,
  blank: null,
  playing: null,
  isFull: false,
  isAsking: false,
})
const heard = (...said: StageSaid[]): LinkState =>
  said.reduce((state, one) => afterHearing(state, 'ours', one, 1000), seeking(0))

it('is linked by whatever its stage says of where it stands', () => {
  expect(seeking(0).kind).toBe('seeking')
  expect(heard(stands('ours', 3))).toMatchObject({ kind: 'linked', standing: { scene: 3 } })
  for (const kind of ['ended', 'closed'] as const) {
    const left = heard(stands('ours', 3), { kind, stage: 'ours' })
    // What was on stays to be read.
    expect(left).toMatchObject({ kind, standing: { scene: 3 } })
    expect(afterHearing(left, 'ours', stands('ours', 4), 2000).kind).toBe('linked')
  }
})

it('a page that goes and ends by it has gone', () => {
  const closed = heard(stands('ours'), { kind: 'closed', stage: 'ours' })
  expect(afterHearing(closed, 'ours', { kind: 'ended', stage: 'ours' }, 2000).kind).toBe('closed')
})

it('a stage that says nothing for seven seconds is silent, one that has ended is not waited for', () => {
  const linked = heard(stands('ours'))
  expect(afterWaiting(linked, 7500).kind).toBe('linked')
  expect(afterWaiting(linked, 7501).kind).toBe('silent')
  expect(afterWaiting(seeking(0), 6501).kind).toBe('silent')
  const ended = heard(stands('ours'), { kind: 'ended', stage: 'ours' })
  expect(afterWaiting(ended, 1e6).kind).toBe('ended')
  const back = afterHearing(afterWaiting(linked, 9000), 'ours', stands('ours'), 9000)
  expect(back.kind).toBe('linked')
})

it('other stages are counted, never followed, and forgotten when they end, close or fall silent', () => {
  const both = heard(stands('ours', 1), stands('theirs', 5), stands('third', 2))
  expect(both.standing?.scene).toBe(1)
  expect(Object.keys(both.others)).toEqual(['theirs', 'third'])
  const one = afterHearing(both, 'ours', { kind: 'ended', stage: 'theirs' }, 1500)
  expect(one.kind).toBe('linked')
  expect(Object.keys(one.others)).toEqual(['third'])
  expect(afterWaiting(one, 7501).others).toEqual({})
})

it('knows the story it was told, until the stage shows another', () => {
  expect(hasStoryOf(heard(stands('ours')))).toBe(false)
  const told = heard(stands('ours'), { kind: 'story', stage: 'ours', story, figures: [] })
  expect(told.story?.id).toBe('plan')
  expect(hasStoryOf(told)).toBe(true)
  const other = afterHearing(told, 'ours', { ...stands('ours'), storyId: 'other' }, 2000)
  expect(hasStoryOf(other)).toBe(false)
})

it('hears only what it understands', () => {
  expect(Standing.safeParse(stands('ours')).success).toBe(true)
  expect(Standing.safeParse({ ...stands('ours'), scene: -1 }).success).toBe(false)
  expect(Standing.safeParse({ ...stands('ours'), kind: 'lies' }).success).toBe(false)
})
