// How long the scenes of a story stay.
import { expect, it } from 'vitest'
import { Story } from '#geodata/contract/stories.ts'
import { plannedSeconds } from '#web/workspaces/present/stage/time-plan.ts'

const text = { zh: '一', en: 'one' }
const storyOf = (seconds: readonly (number | undefined)[], targetMinutes?: number) =>
  Story.parse({
    formatVersion: 2,
    id: 's',
    title: text,
    summary: text,
    ...(targetMinutes === undefined ? {} : { targetMinutes }),
    scenes: seconds.map((one, index) => ({
      kind: 'section',
      id: `s${index}`,
      title: text,
      text,
      ...(one === undefined ? {} : { seconds: one }),
    })),
  })

it('a scene stays as long as it says, else its share of what the whole leaves, else a minute', () => {
  expect(plannedSeconds(storyOf([30, undefined, undefined], 3))).toEqual([30, 75, 75])
  expect(plannedSeconds(storyOf([30, undefined]))).toEqual([30, 60])
  // The whole leaves nothing: the scenes that say how long take it all.
  expect(plannedSeconds(storyOf([200, undefined], 3))).toEqual([200, 60])
})
