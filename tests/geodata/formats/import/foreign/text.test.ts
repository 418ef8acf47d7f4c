// Is a table of text read as it was written, whatever its encoding, delimiter and slips?
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { delimiterOf } from '#geodata/formats/import/foreign/text/delimiter.ts'
import { Records } from '#geodata/formats/import/foreign/text/records.ts'
import { cellsOf, oneTable, refusalOf } from '#tests/support/foreign.ts'
import { gb18030 } from '#tests/support/gb18030.ts'

const ENCODERS = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with its mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE with its mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16BE with its mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16LE': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-16BE': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  GB18030: (text: string) => Buffer.from(gb18030(text)),
}
const DELIMITERS = [',', '\t', ';', '|', '，']
const BREAKS = ['\n', '\r\n', '\r']

const written = (rows: readonly (readonly string[])[], delimiter: string, lineBreak: string) =>
  rows
    .map((row) =>
      row
        .map((cell) => (/["\n\r,\t;|，]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join(lineBreak) + lineBreak

/** Chinese as files have it, with what must be quoted. */
const cell = fc.string({
  unit: fc.constantFrom(
    ...'重庆长安汽车股份有限公司渝北区电池托盘企业名称代码零部件园aB19. -/"\n,;|\t，',
  ),
  minLength: 0,
  maxLength: 12,
})

it('gives back what was written, in every encoding, delimiter and line break', async () => {
  const sheets = fc.integer({ min: 2, max: 6 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 3,
      maxLength: 12,
    }),
  )
  await fc.assert(
    fc.asyncProperty(
      sheets,
      fc.constantFrom(...Object.keys(ENCODERS)),
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom(...BREAKS),
      async (sheet, encoding, delimiter, lineBreak) => {
        // A header with letters, so that UTF-16 without a mark has zero bytes to be known by.
        const rows = [sheet[0]!.map((_, index) => `企业 column ${index}`), ...sheet]
        const encode = ENCODERS[encoding as keyof typeof ENCODERS]
        const table = await oneTable(encode(written(rows, delimiter, lineBreak)))
        expect(cellsOf(table)).toEqual(rows.filter((row) => row.some((one) => one !== '')))
        expect(table.delimiter).toBe(delimiter)
        expect(table.notes).toEqual([])
      },
    ),
    { numRuns: 300, seed: 20 },
  )
})

it('tells records the same way wherever the text is cut into blocks', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab",\n'), maxLength: 60 })
  fc.assert(
    fc.property(text, fc.nat(59), (all, cut) => {
      const [whole, parts] = [new Records(','), new Records(',')]
      const first = parts.push(all.slice(0, cut), false)
      expect([...first, ...parts.push(all.slice(cut), true)]).toEqual(whole.push(all, true))
    }),
    { numRuns: 2000, seed: 21 },
  )
})

it('parts cells as Papa Parse does, wherever quotes are in pairs', () => {
  const sheets = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(sheets, (sheet) => {
      const text = Papa.unparse(sheet, { newline: '\n' })
      const { data } = Papa.parse<string[]>(text, { delimiter: ',' })
      const records = new Records(',').push(text, true)
      expect(records.map(({ cells }) => cells)).toEqual(
        data.filter((row) => row.join('') !== '' || row.length > 1),
      )
    }),
    { numRuns: 500, seed: 23 },
  )
})

it('says on which lines the file is of another encoding, and reads each in its own', async () => {
  const lines = Array.from({ length: 9 }, (_, index) => `${index},长安汽车\n`)
  const bytes = Buffer.concat(lines.map((one, at) => (at === 4 ? gb18030(one) : Buffer.from(one))))
  const table = await oneTable(bytes)
  expect(table.encoding).toBe('UTF-8')
  expect(new Set(table.rows.map(({ cells }) => cells[1]))).toEqual(new Set(['长安汽车']))
  expect(table.notes.map(({ kind, lines: at, detail }) => [kind, at, detail])).toEqual([
    ['other-encoding', [5], 'GB18030'],
  ])
  const mostlyGbk = Buffer.concat(
    lines.map((one, at) => (at === 2 ? Buffer.from(one) : gb18030(one))),
  )
  const other = await oneTable(mostlyGbk)
  expect(other.encoding).toBe('GB18030')
  expect(new Set(other.rows.map(({ cells }) => cells[1]))).toEqual(new Set(['长安汽车']))
  expect(other.notes.map(({ kind, lines: at, detail }) => [kind, at, detail])).toEqual([
    ['other-encoding', [3], 'UTF-8'],
  ])
})

it('takes short lines of GBK that could be two-byte UTF-8 for what the file is', async () => {
  // C4 A3 is 模 in GBK and ģ in UTF-8.
  const table = await oneTable(gb18030('名称,类\n长安汽车,模\n模,模\n'))
  expect(cellsOf(table)).toEqual([
    ['名称', '类'],
    ['长安汽车', '模'],
    ['模', '模'],
  ])
  expect(table.notes).toEqual([])
})

it('names the line of a broken quote and reads on with the next', async () => {
  const table = await oneTable('name,note\n甲,"open\n乙,"a" b\n丙,"two\nlines"\n丁,5" pipe\n')
  expect(table.rows).toEqual([
    { line: 1, cells: ['name', 'note'] },
    { line: 2, cells: ['甲', '"open'] },
    { line: 3, cells: ['乙', '"a" b'] },
    { line: 4, cells: ['丙', 'two\nlines'] },
    { line: 6, cells: ['丁', '5" pipe'] },
  ])
  expect(table.notes.map(({ kind, lines }) => [kind, lines])).toEqual([['broken-quote', [2, 3]]])
})

it('finds the delimiter beneath titles and beside commas of the text', () => {
  expect(
    delimiterOf('重庆市企业名单\n\n名称;地址;人数\n甲;渝北，3栋;1,200\n乙;江北，2栋;300\n'),
  ).toBe(';')
  expect(delimiterOf('甲\t1,2\n乙\t3,4\n丙\t5\n')).toBe('\t')
  expect(delimiterOf('企业，区县\n甲，渝北\n乙，江北\n')).toBe('，')
  expect(delimiterOf('one\ntwo\nthree\n')).toBe(',')
})

it('keeps codes, leading zeros and numbers as the text they are', async () => {
  const table = await oneTable('915001087842589460,007,1.50,1e5,2024/3/1\n')
  expect(cellsOf(table)).toEqual([['915001087842589460', '007', '1.50', '1e5', '2024/3/1']])
})

it('hears which delimiter the first line says', async () => {
  const table = await oneTable('sep=;\na;b,c\n1;2,3\n')
  expect(table.rows).toEqual([
    { line: 2, cells: ['a', 'b,c'] },
    { line: 3, cells: ['1', '2,3'] },
  ])
})

it('marks bytes that are text in no encoding, and zero bytes within text', async () => {
  const broken = Buffer.concat([
    Buffer.from('名称,甲长安\n乙,汽车\n丙,'),
    Buffer.from([0xff, 0xff, 0x0a]),
  ])
  const table = await oneTable(broken)
  expect(table.notes.map(({ kind }) => kind)).toContain('unreadable-bytes')
  const long = `a,b\n${'c,d\n'.repeat(2000)}e\0,f\n`
  const zero = await oneTable(long)
  expect(zero.rows.at(-1)).toEqual({ line: 2002, cells: ['e\uFFFD', 'f'] })
})

it('refuses what holds nothing and what is no text', async () => {
  for (const nothing of ['', ' \n\n ', ',,,\n,,\n']) {
    expect(['empty', 'no-table']).toContain((await refusalOf(nothing)).kind)
  }
  const noise = Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919) % 251))
  expect((await refusalOf(noise)).kind).toBe('other-format')
})
