// Do the rivers run where the city knows them?
import { expect, it } from 'vitest'
import { greatCircleMeters, type LngLat } from '#geodata/model/lng-lat.ts'
import type { Boundaries } from '#scripts/geodata/boundary-source.ts'
import { riverRows } from '#scripts/geodata/rivers.ts'
import { describedBoundaries, describedRegion } from '#tests/support/described-region.ts'

const RIVERS = describedRegion().ground.rivers

function riverOf(boundaries: Boundaries, nameZh: string): LngLat[] {
  const row = riverRows(boundaries, RIVERS).find(({ cells }) => cells.name_zh === nameZh)
  return (row?.geometry?.coordinates ?? []) as unknown as LngLat[]
}

const nearestMeters = (line: LngLat[], place: LngLat) =>
  Math.min(...line.map((corner) => greatCircleMeters(corner, place)))

const CHAOTIANMEN: LngLat = [106.589, 29.567]

it('brings the Jialing into the Yangtze at Chaotianmen', () => {
  const yangtze = riverOf(describedBoundaries(), '长江')
  const jialing = riverOf(describedBoundaries(), '嘉陵江')
  const mouth = jialing.at(-1)!
  expect(yangtze).toContainEqual(mouth)
  expect(greatCircleMeters(mouth, CHAOTIANMEN)).toBeLessThan(1000)
})

it('passes the ports of the core, which Natural Earth alone misses', () => {
  const yangtze = riverOf(describedBoundaries(), '长江')
  // Wharves as maps show them: Cuntan, Guoyuan, Yuzhong's Caiyuanba.
  const wharves: LngLat[] = [
    [106.603, 29.615],
    [106.74, 29.605],
    [106.548, 29.545],
  ]
  for (const wharf of wharves) expect(nearestMeters(yangtze, wharf)).toBeLessThan(3000)
})

it('runs downstream without turning back where border and Natural Earth meet', () => {
  const whole = riverOf(describedBoundaries(), '长江')
  const yangtze = whole.filter(([lng]) => lng > 105 && lng < 107.7)
  const longest = Math.max(
    ...yangtze.slice(1).map((corner, index) => greatCircleMeters(yangtze[index]!, corner)),
  )
  expect(longest).toBeLessThan(20_000)
  expect(whole[0]![0]).toBeLessThan(104)
  expect(whole.at(-1)![0]).toBeGreaterThan(112)
})

it('falls back to Natural Earth where districts of a file share no corners', () => {
  const apart: Boundaries = {
    ...describedBoundaries(),
    areas: describedBoundaries().areas.filter(({ adcode }) => adcode !== '500108'),
  }
  expect(riverOf(apart, '长江').length).toBeGreaterThan(50)
  const source = riverRows(apart, RIVERS).find(({ cells }) => cells.name_zh === '长江')?.cells
    .source
  expect(source).not.toContain('district borders')
})
