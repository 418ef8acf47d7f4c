// Who is best and worst in a row.
import { describe, expect, it } from 'vitest'
import { ANYTHING, measuredWithin, verdicts } from '#geodata/analysis/decision/verdicts.ts'
import type { SitingTerm } from '#geodata/contract/processes/siting.ts'

describe('best and worst', () => {
  const exact = (...values: number[]) => values.map((value) => ({ low: value, high: value }))

  it('go to the smallest and the largest number of minutes', () => {
    expect(verdicts(exact(47, 30, 72), true)).toEqual([null, 'best', 'worst'])
  })

  it('go to nobody whose interval overlaps with that of another', () => {
    const apart = [
      { low: 57, high: 88 },
      { low: 89, high: 95 },
      { low: 20, high: 60 },
    ]
    expect(verdicts(apart, false)).toEqual([null, 'best', null])
    expect(verdicts([...apart, { low: 94, high: 99 }], false)).toEqual([null, null, null, null])
    expect(verdicts([...apart, ...exact(10)], false)).toEqual([null, 'best', null, 'worst'])
  })

  it('are shared by equal exact firsts, and given to nobody where all agree', () => {
    expect(verdicts(exact(5, 5, 7), true)).toEqual(['best', 'best', 'worst'])
    expect(verdicts(exact(5, 5), true)).toEqual([null, null])
  })

  it('are not given beside somebody of whom nothing is known, who may be either', () => {
    expect(verdicts([ANYTHING, ...exact(30, 72)], false)).toEqual([null, null, null])
  })

  it('leave out who takes no part', () => {
    expect(verdicts([null, ...exact(30, 72)], false)).toEqual([null, 'worst', 'best'])
    expect(verdicts([null, ...exact(30)], false)).toEqual([null, null])
  })

  it('take what bounds an amount that is not known', () => {
    const term = (raw: number | null, rawLow: number | null, rawHigh: number | null) =>
      measuredWithin({ raw, rawLow, rawHigh } as SitingTerm)
    expect(term(null, 0, 12)).toEqual({ low: 0, high: 12 })
    expect(term(3, 5, 2)).toEqual({ low: 2, high: 5 })
    expect(term(null, null, null)).toEqual(ANYTHING)
  })
})
