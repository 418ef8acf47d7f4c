// Does a pair of places take in every draw what its points take, whatever the conditions of the roads?
import { expect, it } from 'vitest'
import { cloudsOver, drawMinutes, type Ways } from '#geodata/analysis/doubt/clouds.ts'
import { drawnWays } from '#geodata/analysis/doubt/drawing.ts'
import { drawsOf } from '#geodata/analysis/doubt/draws.ts'
import { conditionedRoads, streetRoads } from '#geodata/analysis/ground/street-roads.ts'
import type { Ground } from '#geodata/analysis/ground/trips.ts'
import { lngLatOf, surveyed } from '#tests/support/surveyed.ts'

const WAYS: Ways = {
  rows: 2,
  columns: 2,
  minutes: Float32Array.of(4, 10, 20, 30),
  meters: Float32Array.of(1, 2, 3, 4),
  leastMinutes: 4,
  mostMinutes: 30,
}
const HERE = Uint8Array.of(0, 0, 1, 1)
const THERE = Uint8Array.of(0, 1, 0, 1)

function drawn(
  here: Uint8Array | null,
  there: Uint8Array | null,
  shiftMinutes: number,
  stretch = 1,
): number[] {
  const into = new Float64Array(4)
  drawMinutes(into, WAYS, here, there, Float64Array.of(1, 1, 1, 2), { stretch, shiftMinutes })
  return [...into]
}

it('reads the way between the points of the draw, times the factor of all driving', () => {
  expect(drawn(HERE, THERE, 0)).toEqual([4, 10, 20, 60])
  expect(drawn(HERE, null, 0)).toEqual([4, 4, 20, 40])
  expect(drawn(null, THERE, 0)).toEqual([4, 10, 4, 20])
  expect(drawn(null, null, 0)).toEqual([4, 4, 4, 8])
})

it('moves every way by what the conditions change, and none below nothing', () => {
  expect(drawn(HERE, THERE, 5)).toEqual([9, 15, 25, 70])
  expect(drawn(HERE, THERE, -6)).toEqual([0, 4, 14, 48])
  expect(drawn(null, null, -6)).toEqual([0, 0, 0, 0])
})

it('takes every way as often as the factor on all times says, then moves it', () => {
  expect(drawn(HERE, THERE, 0, 1.5)).toEqual([6, 15, 30, 90])
  expect(drawn(HERE, null, -8, 2)).toEqual([0, 0, 32, 64])
  expect(drawn(null, null, 1, 2)).toEqual([9, 9, 9, 18])
})

it('are under a factor on all times those that are swept anew on the slower roads', () => {
  const primary = { highway: 'primary' }
  const town = surveyed({
    places: { a: [0, 0], b: [6, 0], c: [6, 4], d: [0, 4] },
    ways: { 'a b': primary, 'b c': { highway: 'trunk' }, 'c d': primary, 'd a': primary },
  })
  const roads = streetRoads(town, { zh: '测试路网', en: 'test network' })
  const open: Ground = { roads, isUrban: () => false }
  const slow: Ground = { ...open, roads: conditionedRoads(roads, { timeFactor: 1.5 }) }
  const named = (id: string, at: [number, number]) => ({
    id,
    place: { lngLat: lngLatOf(at), radiusKilometers: 0.5 },
  })
  const [here, there] = [named('here', [1, 0]), named('there', [5, 4])]
  const clouds = cloudsOver(open, { districts: [], rivers: [] })
  const drawing = { clouds, draws: drawsOf(100) }
  const read = drawnWays(slow, drawing, [here], [there], 'outward')?.(0, 0)
  const anew = cloudsOver(slow, { districts: [], rivers: [] })
  const [[swept] = []] = anew.ways([anew.of(here.place)], [anew.of(there.place)], 'outward')
  expect(read).toMatchObject({ stretch: 1.5, shiftMeters: 0 })
  expect(swept?.minutes).toHaveLength(256)
  swept?.minutes.forEach((minutes, at) => {
    const moved = (read?.ways.minutes[at] ?? 0) * 1.5 + (read?.shiftMinutes ?? 0)
    // Costs are whole deciseconds.
    expect(Math.abs(moved - minutes)).toBeLessThan(0.02)
  })
})
