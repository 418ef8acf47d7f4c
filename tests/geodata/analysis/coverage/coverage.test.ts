// Does coverage find what is missing, thin and doubled, and keep its doubts? On an invented region.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '#geodata/analysis/coverage/coverage.ts'
import {
  COVERAGE_DEFAULTS,
  type CoverageFirm,
  type CoverageMatrix,
} from '#geodata/contract/processes/coverage.ts'
import {
  inventedFirm as firm,
  inventedKnown as known,
  type Minutes,
  inventedPark as park,
} from '#tests/support/invented-coverage.ts'

const matrix = (
  firms: CoverageFirm[],
  settings: Partial<typeof COVERAGE_DEFAULTS> = {},
  parks: Parameters<typeof known>[1] = [],
) => coverageOf(known(firms, parks), { ...COVERAGE_DEFAULTS, ...settings })

function row({ rows }: CoverageMatrix, id: string) {
  const found = rows.find((one) => one.id === id)
  if (!found) throw new Error(`No row ${id} among ${rows.map((one) => one.id).join(', ')}.`)
  return found
}

describe('within X minutes of a plant', () => {
  const firms = [
    firm('near', { brake: ['disc'] }, [
      [10, 20],
      [80, 90],
    ]),
    firm('rough', { brake: [] }, [
      [50, 75],
      [90, 99],
    ]),
    firm('far', { brake: ['disc'] }, [
      [70, 80],
      [200, 210],
    ]),
    firm('lost', { brake: ['disc'] }, [null, null]),
  ]

  it('counts a supplier surely, perhaps, not, or says its place is unknown', () => {
    expect(row(matrix(firms), 'brake')).toMatchObject({
      reach: { within: 1, perhaps: 1, beyond: 1, unmeasured: 1 },
      suppliersLow: 1,
      suppliersHigh: 3,
      verdict: { kind: 'single', isCertain: false },
      uncoveredIds: [],
      perhapsUncoveredIds: ['plant-2'],
    })
  })

  it('takes the limit itself as within, and asks only the named plants', () => {
    expect(row(matrix(firms, { withinMinutes: 20 }), 'brake').reach.within).toBe(1)
    expect(row(matrix(firms, { withinMinutes: 19.9 }), 'brake').reach.within).toBe(0)
    const second = row(matrix(firms, { destinationIds: ['plant-2'] }), 'brake')
    expect(second).toMatchObject({ reach: { within: 0, perhaps: 0, beyond: 3, unmeasured: 1 } })
    expect(second.verdict).toEqual({ kind: 'gap', isCertain: false })
  })

  it('counts every firm, also one of no known place, where no limit is asked', () => {
    const all = row(matrix(firms, { withinMinutes: null }), 'brake')
    expect(all).toMatchObject({ suppliersLow: 4, suppliersHigh: 4, uncoveredIds: [] })
    expect(all.verdict).toEqual({ kind: 'thin', isCertain: true })
    expect(row(matrix(firms, { withinMinutes: null, thinFirms: 3 }), 'brake').verdict).toBeNull()
  })

  it('lets a firm of an unknown product perhaps make each, and surely none', () => {
    const pads = row(matrix(firms), 'brake/pad')
    expect(pads).toMatchObject({ firmIds: [], suppliersLow: 0, suppliersHigh: 1 })
    expect(pads.verdict).toEqual({ kind: 'gap', isCertain: false })
    expect(row(matrix(firms), 'seat/frame').verdict).toEqual({ kind: 'gap', isCertain: true })
    expect(row(matrix(firms), 'brake/segment-only').firmIds).toEqual(['rough'])
  })
})

describe('columns', () => {
  const parks = [
    park('far', ['brake'], { minutes: 90, adcode: '500201' }),
    park('unmeasured', ['seat'], { adcode: '510201' }),
    park('one', [], { minutes: 7, isVehiclePark: true, adcode: '500101' }),
    park('near', ['brake'], { minutes: 5, adcode: '500101' }),
  ]
  const at = (parkId: string | null, adcode: string | null) => ({ parkId, adcode })
  const firms = [
    firm('a', { brake: ['disc', 'pad'], seat: [] }, [[1, 2]], at('near', '500101')),
    firm('b', { brake: [] }, [[1, 2]], at('one', '500101')),
    firm('c', { brake: [] }, [[1, 2]], at(null, '500301')),
    firm('d', { brake: [] }, [null], at('gone', null)),
  ]

  it('stand by minutes behind the “1”, the unmeasured after them, and elsewhere last', () => {
    const ids = (grain: 'park' | 'district' | 'city') =>
      matrix(firms, { grain }, parks).columns.map(({ id }) => id)
    expect(ids('park')).toEqual(['one', 'near', 'far', 'unmeasured', 'elsewhere'])
    expect(ids('district')).toEqual(['500101', '500201', '500301', '510201', 'elsewhere'])
    expect(ids('city')).toEqual(['500000', '510200', 'elsewhere'])
  })

  it('hold a firm of no known district in the city it names', () => {
    const { columns, columnFirms } = matrix(firms, { grain: 'city' }, parks)
    const firmsIn = Object.fromEntries(columns.map(({ id }, index) => [id, columnFirms[index]]))
    expect(firmsIn).toEqual({ '500000': 4, '510200': 0, elsewhere: 0 })
  })

  it.each(['park', 'district', 'city'] as const)('by %s hold every firm of a row once', (grain) => {
    const { rows, columnFirms, totals } = matrix(firms, { grain }, parks)
    for (const one of rows) {
      const inCells = one.cells.flatMap(({ firmIds }) => firmIds)
      expect(inCells.toSorted(), one.id).toEqual(one.firmIds.toSorted())
    }
    expect(columnFirms.reduce((sum, count) => sum + count)).toBe(4)
    expect(totals).toMatchObject({ firms: 4, inSeveralSegments: 1, inNoSegment: 0 })
  })

  it('know which parks are assigned a segment, and which of them are empty', () => {
    const found = matrix(firms, {}, parks)
    expect(row(found, 'brake').assignment).toMatchObject({
      parkIds: ['far', 'near'],
      emptyParkIds: ['far'],
      isDuplicated: false,
    })
    expect(found.emptyParkIds).toEqual(['far', 'unmeasured'])
    expect(found.totals).toMatchObject({ assignments: 3, emptyAssignments: 2 })
    const cell = row(found, 'brake').cells.find(({ columnId }) => columnId === 'far')
    expect(cell).toMatchObject({ firmIds: [], isAssigned: true })
  })

  it('are doubled from the number and share of empty parks on, in two districts or more', () => {
    const doubled = (settings: object, given = parks) =>
      row(matrix(firms, settings, given), 'brake').assignment?.isDuplicated
    expect(doubled({ duplicatedParks: 1, duplicatedShare: 0.5 })).toBe(true)
    expect(doubled({ duplicatedParks: 1, duplicatedShare: 0.51 })).toBe(false)
    expect(doubled({ duplicatedParks: 2, duplicatedShare: 0 })).toBe(false)
    const oneDistrict = parks.map((one) => ({ ...one, adcode: '500101' }))
    expect(doubled({ duplicatedParks: 1 }, oneDistrict)).toBe(false)
  })
})

describe('whatever the firms', () => {
  const minutes: fc.Arbitrary<Minutes> = fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 }))
      .map(([low, width]): [number, number] => [low, low + width]),
    { freq: 4 },
  )
  const makes = fc.constantFrom<Record<string, string[]>>(
    {},
    { brake: [] },
    { brake: ['disc'] },
    { brake: ['disc', 'pad'], seat: [] },
    { seat: ['frame'] },
  )
  const anyFirm = fc.tuple(makes, fc.tuple(minutes, minutes))
  const firmsOf = (given: [Record<string, string[]>, Minutes[]][]) =>
    given.map(([made, to], index) => firm(`f${index}`, made, to))
  const settings = fc.record({
    withinMinutes: fc.option(fc.integer({ min: 1, max: 150 })),
    thinFirms: fc.integer({ min: 1, max: 5 }),
  })

  it('one firm more never makes a gap nor leaves another plant uncovered', () => {
    fc.assert(
      fc.property(fc.array(anyFirm, { maxLength: 8 }), anyFirm, settings, (given, more, asked) => {
        const before = matrix(firmsOf(given), asked)
        const after = matrix(firmsOf([...given, more]), asked)
        for (const one of before.rows) {
          const then = row(after, one.id)
          expect(then.suppliersLow).toBeGreaterThanOrEqual(one.suppliersLow)
          expect(then.suppliersHigh).toBeGreaterThanOrEqual(one.suppliersHigh)
          if (then.verdict?.kind === 'gap') expect(one.verdict?.kind).toBe('gap')
          for (const id of then.uncoveredIds) expect(one.uncoveredIds).toContain(id)
        }
      }),
    )
  })

  it('a place that becomes unknown only widens the numbers, and turns nothing certain', () => {
    fc.assert(
      fc.property(fc.array(anyFirm, { minLength: 1, maxLength: 8 }), settings, (given, asked) => {
        const before = matrix(firmsOf(given), asked)
        const [[made] = [{}], ...rest] = given
        const after = matrix(firmsOf([[made, [null, null]], ...rest]), asked)
        for (const one of before.rows) {
          const then = row(after, one.id)
          expect(then.suppliersLow).toBeLessThanOrEqual(one.suppliersLow)
          expect(then.suppliersHigh).toBeGreaterThanOrEqual(one.suppliersHigh)
          if (then.verdict?.isCertain) expect(one.verdict).toEqual(then.verdict)
        }
      }),
    )
  })

  it('a later limit never loses a supplier', () => {
    fc.assert(
      fc.property(
        fc.array(anyFirm, { maxLength: 8 }),
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: 0, max: 60 }),
        (given, limit, later) => {
          const before = matrix(firmsOf(given), { withinMinutes: limit })
          const after = matrix(firmsOf(given), { withinMinutes: limit + later })
          for (const one of before.rows) {
            const then = row(after, one.id)
            expect(then.suppliersLow).toBeGreaterThanOrEqual(one.suppliersLow)
            expect(then.suppliersHigh).toBeGreaterThanOrEqual(one.suppliersHigh)
          }
        },
      ),
    )
  })
})
