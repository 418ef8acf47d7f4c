// The presenter's time against the plan.
import { expect, it } from 'vitest'
import { Story } from '#geodata/contract/stories.ts'
import { clockText, plannedSeconds, standingAt } from '#web/workspaces/present/stage/time-plan.ts'

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

it('is ahead before the scene’s time, behind after it, and neither within it', () => {
  const planned = [30, 60, 90]
  expect(standingAt(planned, 1, 20)).toEqual({
    totalSeconds: 180,
    untilSeconds: 90,
    behindSeconds: -10,
  })
  expect(standingAt(planned, 1, 30).behindSeconds).toBe(0)
  expect(standingAt(planned, 1, 90).behindSeconds).toBe(0)
  expect(standingAt(planned, 1, 100).behindSeconds).toBe(10)
})

it('a clock says minutes and seconds, hours where there are any', () => {
  expect([0, 75.9, -61, 3723].map(clockText)).toEqual(['0:00', '1:15', '1:01', '1:02:03'])
})
