// Do the frames of a video fill its time, one after another, and turn as the stage turns?
import { expect, it } from 'vitest'
import { easedTurn, plannedFrames } from '#web/workspaces/present/away/video-plan.ts'

it('stands a frame a second, and turns with twenty-five, from the time of the scene that comes', () => {
  const frames = plannedFrames([
    { seconds: 3, turnSeconds: 0 },
    { seconds: 2.5, turnSeconds: 0.2 },
  ])
  expect(frames.map(({ scene, progress }) => [scene, progress])).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
    [1, 0.1],
    [1, 0.3],
    [1, 0.5],
    [1, 0.7],
    [1, 0.9],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  expect(frames[3]).toMatchObject({ startSeconds: 3, durationSeconds: 0.04 })
  expect(frames[8]?.startSeconds).toBeCloseTo(3.2, 9)
  expect(frames[8]?.durationSeconds).toBeCloseTo(2.3 / 3, 9)
})

it('leaves no gap between frames, and ends when the last scene ends', () => {
  const scenes = [0.5, 61.7, 12, 1].map((seconds) => ({ seconds, turnSeconds: 0.9 }))
  let time = 0
  for (const { startSeconds, durationSeconds } of plannedFrames(scenes)) {
    expect(startSeconds).toBeCloseTo(time, 6)
    expect(durationSeconds).toBeGreaterThan(0)
    expect(durationSeconds).toBeLessThanOrEqual(1)
    time = startSeconds + durationSeconds
  }
  expect(time).toBeCloseTo(75.2, 6)
})

it('gives a turn no more than half of a short scene', () => {
  const frames = plannedFrames([{ seconds: 0.4, turnSeconds: 0.9 }])
  expect(frames.filter(({ progress }) => progress < 1)).toHaveLength(5)
})

it('gathers speed as the curve of the stage does', () => {
  // cubic-bezier(0.2, 0.7, 0.2, 1) at t = 0.5: x = 3/8 · 0.2 + 3/8 · 0.2 + 1/8, y = 3/8 · 0.7 + 3/8 + 1/8.
  expect(easedTurn(0.275)).toBeCloseTo(0.7625, 6)
  expect(easedTurn(0)).toBeCloseTo(0, 6)
  expect(easedTurn(1)).toBeCloseTo(1, 6)
})
