// Do the maps of an import show the ground where the rows lie, whatever a slip of the pen says?
import { expect, it } from 'vitest'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { kilometersAcross, project } from '#web/charts/frame.ts'
import {
  cameraOver,
  closeFrame,
  isInFrame,
  wholeFrame,
} from '#web/workspaces/layout/import/import-frames.ts'

/** A hundred places in a square of 0.1 degrees. */
const TOWN: LngLat[] = Array.from({ length: 100 }, (_, at) => [
  106.4 + (at % 10) * 0.01,
  29.4 + Math.floor(at / 10) * 0.01,
])
const SLIP: LngLat = [29.4, 60]

it('holds nearly all places, and leaves a slip outside instead of showing the world', () => {
  const frame = wholeFrame([...TOWN, SLIP], 400, 300)
  expect(TOWN.every((place) => isInFrame(frame, place))).toBe(true)
  expect(isInFrame(frame, SLIP)).toBe(false)
  expect(kilometersAcross(frame)).toBeLessThan(40)
})

it('looks closely where most places lie, at a width that shows a shift of the readings', () => {
  const far: LngLat[] = [
    [107, 30],
    [107.1, 30.1],
  ]
  const near = closeFrame([...far, ...TOWN], 0, 130, 130)
  expect(kilometersAcross(near)).toBeCloseTo(7, 1)
  expect(TOWN.filter((place) => isInFrame(near, place)).length).toBeGreaterThan(20)
  expect(far.some((place) => isInFrame(near, place))).toBe(false)
  expect(kilometersAcross(closeFrame(TOWN, 5000, 130, 130))).toBeCloseTo(20, 1)
})

it('draws something where there are no places', () => {
  expect(project(wholeFrame([], 10, 10), [0, 0]).every(Number.isFinite)).toBe(true)
  expect(project(closeFrame([], 0, 10, 10), [0, 0]).every(Number.isFinite)).toBe(true)
})

it('looks where nearly all places are in sight, however far one has slipped', () => {
  expect(cameraOver([])).toBeNull()
  // One place: itself, with its streets.
  expect(cameraOver([[106.5, 29.5]])).toEqual({ lngLat: [106.5, 29.5], zoom: 14 })
  // 97 of these 101 span 0.648 degrees; 480 pixels of the 512 that the world has at zoom 0.
  const row: LngLat[] = Array.from({ length: 101 }, (_, at) => [106 + at * 0.00675, 0])
  const camera = cameraOver([[29.4, 0], ...row.slice(1)])
  expect(camera?.lngLat[0]).toBeCloseTo(106.3375)
  expect(camera?.zoom).toBeCloseTo(Math.log2((480 / 512) * (360 / 0.648)))
})
