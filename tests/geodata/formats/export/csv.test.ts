// Does a downloaded table come back as it was, and run nothing where it is opened?
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import type { Sheet } from '#geodata/formats/export/format.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { cellsOf, oneTable } from '#tests/support/foreign.ts'

const csvText = (sheet: Sheet) => EXPORT_FORMATS.csv.write(sheet)

it('is read back cell by cell by another program', () => {
  const cell = fc.oneof(
    fc.string().filter((text) => !/^'*(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u.test(text)),
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
    '\uFEFF,-1.5,"\'=HYPERLINK(""x"")","\'-5"\r\n',
  )
})

it('disarms whatever a spreadsheet may take for the start of a formula, in full width and after a line break too', () => {
  for (const start of [
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '\r\n=',
    ' =',
    '\u200b=',
    '＝',
    '＋',
    '－',
    '＠',
  ]) {
    const cell = `${start}1+1`
    const [[back] = []] = Papa.parse<string[]>(csvText([[cell, 'x']]).slice(1), {
      newline: '\r\n',
    }).data
    expect(back, JSON.stringify(start)).toBe(`'${cell}`)
  }
  expect(csvText([[-1.5, 0, -0.0625]])).toBe('\uFEFF-1.5,0,-0.0625\r\n')
  expect(csvText([['a=b', '1-2', 'x@y']])).toBe('\uFEFFa=b,1-2,x@y\r\n')
})

it('keeps an empty row between others', () => {
  expect(csvText([['a'], [], ['b']])).toBe('\uFEFFa\r\n\r\nb\r\n')
})

it('is imported as it was: the apostrophe before a formula comes off, one that somebody wrote stays', async () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'\'=+-@＝－ \u200b\t1a"\n,长'),
      minLength: 1,
      maxLength: 8,
    }),
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      "''@x",
      "'- x",
      "'长安'",
      "'",
      "''",
      "'0123",
      '=HYPERLINK("x")',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const sheet = [['名称', "'=备注", '经度'], ...rows]
        const table = await oneTable(Buffer.from(csvText(sheet)))
        expect(cellsOf(table)).toEqual(sheet.map((row) => row.map(String)))
        expect(table.notes.every(({ kind }) => kind === 'guarded-text')).toBe(true)
      },
    ),
    { numRuns: 500, seed: 31 },
  )
})

it('says of how many cells the apostrophe was taken off, and in which rows', async () => {
  const { notes } = await oneTable(
    Buffer.from(
      csvText([
        ['a', 'b'],
        ['=1', "'x"],
        ['y', "'@2"],
      ]),
    ),
  )
  expect(notes).toEqual([
    {
      kind: 'guarded-text',
      count: 2,
      lines: [2, 3],
      detail: '',
      zh: '有 2 个单元格在“=、+、-、@”前带有导出 CSV 时为防止当作公式而加的撇号，已去掉：第 2、3 行。',
      en: 'Cells with an apostrophe before “=, +, -, @”, which exports of CSV put there so that no formula runs, taken off: 2 (row 2, 3).',
    },
  ])
})
