// Do labels and exits follow the rings, at their own pace while the pin is dragged?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { IsochroneResult } from '#geodata/contract/processes/isochrone.ts'
import { rings } from '#web/map/drawn/rings.ts'
import type { Canvas } from '#web/map/drawn-thing.ts'
import { draggedPin } from '#web/state/answers/dragged-pin.ts'
import { rings as answer } from '#web/state/answers/rings.ts'

const canvas = {} as Canvas
const reaching = (lng: number): IsochroneResult => {
  const outline = [
    [lng, 29],
    [lng + 1, 29],
    [lng + 1, 30],
    [lng, 29],
  ]
  return {
    features: [
      {
        geometry: { type: 'MultiPolygon', coordinates: [[outline]] },
        properties: { cutoffMinutes: 60 },
      },
    ],
    exits: null,
  } as unknown as IsochroneResult
}
/** Where the minutes are written. */
const labelled = () =>
  rings.sources
    ?.ringLabels?.(canvas)
    .features.map(({ geometry }) => (geometry as { coordinates: number[] }).coordinates[0])

let stop = () => {}
beforeEach(() => {
  vi.useFakeTimers()
  stop = rings.keep?.(canvas) ?? stop
})
afterEach(() => {
  stop()
  answer.value = null
  draggedPin.value = null
  vi.useRealTimers()
})

it('writes at once where nothing is dragged, and nothing where no rings are', () => {
  expect(labelled()).toEqual([])
  answer.value = reaching(106)
  expect(labelled()).toEqual([107])
  answer.value = null
  expect(labelled()).toEqual([])
})

it('writes the newest some times a second under a hand, and what rests at once', () => {
  answer.value = reaching(106)
  draggedPin.value = [106, 29]
  for (const lng of [107, 108]) answer.value = reaching(lng)
  expect(labelled()).toEqual([107])
  vi.advanceTimersByTime(150)
  expect(labelled()).toEqual([109])
  answer.value = reaching(109)
  expect(labelled()).toEqual([109])
  draggedPin.value = null
  expect(labelled()).toEqual([110])
})
