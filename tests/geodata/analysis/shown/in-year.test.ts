// What do dates say about a past year, and what do they not?
import { expect, it } from 'vitest'
import { linksIn, stageIn } from '#geodata/analysis/shown/in-year.ts'
import type { Link } from '#geodata/contract/collections.ts'
import { decodeView, encodeView } from '#web/state/view/view.ts'

const recognised = { stage: 'recognised', stageDate: '2023-08' } as const

it('knows a stage from its date on, and nothing of the time before', () => {
  expect(stageIn(recognised, 2022)).toBe('unknown')
  expect(stageIn(recognised, 2023)).toBe('recognised')
  expect(stageIn(recognised, 2025)).toBe('recognised')
})

it('does not place an undated stage in any year, only in today', () => {
  expect(stageIn({ stage: 'creating', stageDate: null }, 2025)).toBe('unknown')
  expect(stageIn({ stage: 'creating', stageDate: null }, null)).toBe('creating')
})

it('leaves a candidate a candidate: it waits for no date', () => {
  expect(stageIn({ stage: 'candidate', stageDate: null }, 2022)).toBe('candidate')
})

it('holds the links agreed by the end of the year', () => {
  const link = (year: number) => ({ properties: { year } }) as Link
  const years = (at: number | null) =>
    linksIn([2018, 2023, 2026].map(link), at).map(({ properties }) => properties.year)
  expect(years(2022)).toEqual([2018])
  expect(years(2023)).toEqual([2018, 2023])
  expect(years(null)).toEqual([2018, 2023, 2026])
})

it('keeps size and year in the address, and passes over what is neither', () => {
  const { parkSize, year } = decodeView('size=area&year=2023')
  expect({ parkSize, year }).toEqual({ parkSize: 'area', year: 2023 })
  expect(encodeView(decodeView('size=area&year=2023'))).toBe('size=area&year=2023')
  expect(encodeView(decodeView('size=luck&year=soon'))).toBe('')
})
