// What does a cell say that somebody typed as he is used to?
import { describe, expect, it } from 'vitest'
import { answerIn, dateIn } from '#geodata/analysis/questionnaire/given-cell.ts'
import { QUESTIONS } from '#geodata/analysis/questionnaire/questions.ts'
import type { GivenCell } from '#geodata/formats/import/workbook.ts'

const TODAY = '2026-11-29'
const question = (id: string) => {
  const found = QUESTIONS.find((one) => one.id === id)
  if (!found) throw new Error(`There is no question ${id}.`)
  return found
}
const said = (id: string, cell: GivenCell) => {
  const found = answerIn(question(id), cell)
  return found.kind === 'given' ? found.value : found.fits.en
}

describe('an amount', () => {
  it.each([
    [40, 40],
    ['40', 40],
    [' ４０．５ ', 40.5],
    ['1,200', 1200],
    ['1，200.5', 1200.5],
    [0, 0],
    ['1e3', 1000],
  ])('of %j is %d', (cell, amount) => {
    expect(said('powerMegavoltAmperes', cell)).toEqual({ kind: 'amount', amount })
  })

  it.each([
    '约 40',
    '40 MVA',
    '40-60',
    '1,20',
    '3.5万',
    '50%',
    true,
    { date: '2026-09-01' },
    '#REF!',
    '∞',
  ])('is none in %j: a number is expected', (cell) => {
    expect(said('powerMegavoltAmperes', cell)).toMatch(/a number in MVA is expected/)
  })

  it('is not below zero, nor beyond any park', () => {
    expect(said('powerMegavoltAmperes', '-1')).toMatch(/from 0/)
    expect(said('powerMegavoltAmperes', 2e9)).toMatch(/check the unit/)
  })

  it.each(['不清楚', 'Not known', '不清楚 not known', '未知'])('is not known in %j', (cell) => {
    expect(said('landPrice', cell)).toEqual({ kind: 'notKnown' })
  })
})

describe('a choice', () => {
  it.each([
    ['有', 'there'],
    ['有 yes', 'there'],
    ['YES', 'there'],
    ['没有', 'absent'],
    ['在建 being built', 'building'],
  ])('%j is %s', (cell, choice) => {
    expect(said('gas', cell)).toEqual({ kind: 'choice', choice })
  })

  it('is refused where it is none of them', () => {
    expect(said('gas', '可能')).toMatch(/one of yes, no, being built, not known/)
  })
})

describe('a place', () => {
  it('takes CGCS2000 as it is, and brings the others to it', () => {
    const lngLat = [106.712, 29.605]
    expect(said('place', '106.712, 29.605 CGCS2000')).toEqual({ kind: 'place', lngLat })
    expect(said('place', 'E106.712° N29.605° WGS84')).toEqual({ kind: 'place', lngLat })
    for (const datum of ['GCJ-02', '高德', 'BD-09', '百度']) {
      const moved = said('place', `106.712；29.605 ${datum}`)
      if (typeof moved === 'string' || moved.kind !== 'place') throw new Error(String(moved))
      const [lng, lat] = moved.lngLat
      expect(Math.hypot(lng - 106.712, lat - 29.605)).toBeGreaterThan(0.003)
      expect(Math.hypot(lng - 106.712, lat - 29.605)).toBeLessThan(0.02)
    }
  })

  it.each([
    ['106.712, 29.605', /the datum is missing/],
    ['29.605, 106.712 CGCS2000', /look swapped/],
    ['206.7, 29.6 CGCS2000', /within ±180/],
    ['见附图', /longitude, latitude and the datum are expected/],
    ['106°42′43″ 29°36′18″ CGCS2000', /longitude, latitude and the datum are expected/],
  ])('%j is refused', (cell, words) => {
    expect(said('place', cell)).toMatch(words)
  })
})

describe('a date', () => {
  const dateOf = (cell: GivenCell) => {
    const found = dateIn(cell, TODAY)
    return found.kind === 'given' ? found.value : found.fits.en
  }

  it.each([
    ['2026-09', '2026-09'],
    ['2026/9', '2026-09'],
    ['2026.9', '2026-09'],
    ['2026年9月', '2026-09'],
    ['２０２６年９月５日', '2026-09-05'],
    ['202609', '2026-09'],
    ['2026-9-5', '2026-09-05'],
    ['2025', '2025'],
    [2025, '2025'],
    [45900, '2025-08-31'],
    [202609, '2026-09'],
    ['2026-09-15T00:00:00', '2026-09-15'],
    ['2026/9/15 00:00', '2026-09-15'],
    [{ date: '2026-09-01' }, '2026-09-01'],
    [null, null],
  ])('of %j is %j', (cell, date) => {
    expect(dateOf(cell)).toBe(date)
  })

  it.each(['去年', '2026-13', '2026-02-30', 2026.09, '09-2026', 12, 202613, 1e9, '2026-09-15T10'])(
    '%j is none',
    (cell) => {
      expect(dateOf(cell)).toMatch(/year and month are expected/)
    },
  )

  it.each(['2026-12', '2027', '2026-11-30'])('%j is after today', (cell) => {
    expect(dateOf(cell)).toMatch(/after today/)
  })
})
