// Does a downloaded table come back as it was, and run nothing where it is opened?
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { csvText } from '#web/parts/words/csv-text.ts'

it('is read back cell by cell by another program', () => {
  const cell = fc.oneof(
    fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
    fc.constantFrom('a,b', '"引号"', '两\n行', '璧山高新区'),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
      (rows) => {
        const text = csvText(rows)
        expect(text.startsWith('\uFEFF')).toBe(true)
        expect(
          Papa.parse(text.slice(1).replace(/\r\n$/, ''), { newline: '\r\n', delimiter: ',' }).data,
        ).toEqual(rows)
      },
    ),
  )
})

it('leaves unknown cells empty, keeps numbers plain and disarms formulas', () => {
  expect(csvText([[null, -1.5, '=HYPERLINK("x")', '-5']])).toBe(
    '\uFEFF,-1.5,"\'=HYPERLINK(""x"")",\'-5\r\n',
  )
})
