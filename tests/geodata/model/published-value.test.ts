// Are the numbers and months of a published figure those that the sources spell out beside it?
import { expect, it } from 'vitest'
import { readRows } from '#geodata/formats/checked-rows.ts'
import { TargetRow } from '#geodata/formats/source-rows.ts'
import { monthRange, valueRange } from '#geodata/model/published-value.ts'
import { sourceText } from '#tests/support/region.ts'

const { rows } = readRows(
  'targets.csv',
  new TextEncoder().encode(sourceText('targets.csv')),
  TargetRow,
)

it('reads every figure of the sources as whoever wrote them did', () => {
  expect(rows.length).toBeGreaterThan(50)
  for (const { row } of rows) {
    const value = String(row.value)
    expect({ value, ...valueRange(value) }).toEqual({
      value,
      low: row.value_low,
      high: row.value_high,
    })
  }
})

it('reads every date of the sources as whoever wrote them did', () => {
  for (const { row } of rows) {
    const asOf = String(row.as_of)
    expect({ asOf, ...monthRange(asOf) }).toEqual({
      asOf,
      low: row.as_of_from,
      high: row.as_of_to,
    })
  }
})

it.each([
  ['about 600', null, null],
  ['1,200', 1200, 1200],
  ['3/12/56', null, null],
  ['≥5', 5, null],
])('%s is from %s to %s', (value, low, high) => {
  expect(valueRange(value)).toEqual({ low, high })
})
