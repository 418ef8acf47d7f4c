// Who is best and who worst among the candidates, and when is it undecided?
import { describe, expect, it } from 'vitest'
import type { TimedRow } from '#geodata/contract/processes/vehicle-park.ts'
import { type Measure, placesOf, withinOf } from '#web/workspaces/layout/vehicle-park/figures.ts'

const measure = (value: [number, number, number] | null, better: 'low' | 'high' = 'high') =>
  ({
    id: 'plants',
    group: 'plants',
    cutoffMinutes: null,
    unit: 'plants',
    better,
    value: value && { low: value[0], central: value[1], high: value[2] },
  }) satisfies Measure

describe('the places of the candidates', () => {
  it('are sure where intervals are apart, and not where they meet', () => {
    expect(placesOf([measure([8, 9, 10]), measure([4, 5, 6]), measure([5, 6, 7])])).toEqual([
      { place: 'best', sure: true },
      { place: 'worst', sure: false },
      { place: null, sure: false },
    ])
  })

  it('turn round where less is better', () => {
    const places = placesOf([measure([20, 21, 22], 'low'), measure([50, 51, 52], 'low')])
    expect(places.map(({ place }) => place)).toEqual(['best', 'worst'])
  })

  it('name no candidate where all are alike, or only one is known', () => {
    const alike = placesOf([measure([3, 3, 3]), measure([3, 3, 3])])
    expect(alike.map(({ place }) => place)).toEqual([null, null])
    const alone = placesOf([measure([3, 3, 3]), measure(null)])
    expect(alone.map(({ place }) => place)).toEqual([null, null])
  })

  it('never name the unknown best or worst', () => {
    const places = placesOf([measure(null), measure([1, 1, 1]), measure([2, 2, 2])])
    expect(places.map(({ place }) => place)).toEqual([null, 'worst', 'best'])
  })
})

describe('a row within a cutoff', () => {
  const row = (low: number, high: number) =>
    ({
      duration: { lowSeconds: low * 60, centralSeconds: low * 60, highSeconds: high * 60 },
    }) as TimedRow

  it('is in it surely, perhaps or not by its interval', () => {
    expect(withinOf(row(10, 30), 30)).toBe('surely')
    expect(withinOf(row(10, 31), 30)).toBe('maybe')
    expect(withinOf(row(31, 40), 30)).toBe('no')
  })

  it('may be in it where its place is unknown', () => {
    expect(withinOf({ duration: null } as TimedRow, 30)).toBe('maybe')
  })
})
