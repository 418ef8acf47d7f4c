// Does each cell of a workbook come as what the file holds?
import { expect, it } from 'vitest'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { cellsOf, oneTable, readBytes } from '#tests/support/foreign.ts'
import { handMadeBook } from '#tests/support/hand-made-book.ts'

const data = (rows: string) => `<sheetData>${rows}</sheetData>`

it('gives what the exporter wrote: texts, numbers, and nothing where nothing stands', async () => {
  const bytes = await EXPORT_FORMATS.xlsx.write({
    title: '选址',
    sheets: [
      {
        name: '企业 & 园区',
        columns: [{ head: '名称' }, { head: '份额', format: 'share' }],
        rows: [
          ['璧山 <高新> & "区"\n二行', 0.1 + 0.2],
          ['', -1.5e-7],
          ['915001087842589460', null],
          ['007', 3],
        ],
      },
      { name: '空', columns: [{ head: '只有表头' }], rows: [] },
    ],
  })
  const tables = await readBytes(bytes)
  expect(tables.map(({ name }) => name)).toEqual(['企业 & 园区', '空'])
  expect(tables[0]?.rows).toEqual([
    { line: 1, cells: ['名称', '份额'] },
    { line: 2, cells: ['璧山 <高新> & "区"\n二行', 0.3] },
    { line: 3, cells: ['', -1.5e-7] },
    { line: 4, cells: ['915001087842589460'] },
    { line: 5, cells: ['007', 3] },
  ])
})

it('reads shared texts in runs and without what is only spoken, and texts in the cell', async () => {
  const bytes = handMadeBook({
    texts:
      '<si><t>长安</t></si><si><r><t>电池</t></r><r><t xml:space="preserve"> 托盘</t></r><rPh sb="0" eb="1"><t>diànchí</t></rPh></si><si><t>a_x000D_\nb&amp;c&#x4e2d;</t></si>',
    sheets: {
      s: data(
        '<row r="3"><c r="B3" t="s"><v>1</v></c><c r="D3" t="s"><v>0</v></c></row><row><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c></row>',
      ),
    },
  })
  expect((await oneTable(bytes)).rows).toEqual([
    { line: 3, cells: ['', '电池 托盘', '', '长安'] },
    { line: 4, cells: ['a\nb&c中', 'xy'] },
  ])
})

it('takes the stored result of a formula, and errors as errors', async () => {
  const bytes = handMadeBook({
    sheets: {
      s: data(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>甲</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1"><f>A1</f></c></row>',
      ),
    },
  })
  const table = await oneTable(bytes)
  expect(cellsOf(table)).toEqual([[2, '甲', { error: '#DIV/0!' }, true, false]])
  expect(table.notes.map(({ kind, lines }) => [kind, lines])).toEqual([['no-formula-value', [1]]])
})

it('tells days, times and codes from numbers by their format', async () => {
  const formats = [
    0,
    14,
    'yyyy"年"m"月"d"日"',
    22,
    'h:mm',
    '0000',
    '0.00E+00',
    '[Red]#,##0',
    31,
    '"d"0',
    '[h]:mm',
  ]
  const values = [
    '45352',
    '45352',
    '45352.5',
    '45352.75',
    '0.5',
    '42',
    '1500',
    '45352',
    '1',
    '7',
    '1.5',
  ]
  const cells = values.map((value, at) => `<c s="${at}"><v>${value}</v></c>`)
  const table = await oneTable(
    handMadeBook({ formats, sheets: { s: data(`<row>${cells.join('')}</row>`) } }),
  )
  // 45352 is 1 March 2024 in every spreadsheet.
  expect(cellsOf(table)).toEqual([
    [
      45352,
      { date: '2024-03-01' },
      { date: '2024-03-01T12:00:00' },
      { date: '2024-03-01T18:00:00' },
      '12:00:00',
      '0042',
      1500,
      45352,
      { date: '1900-01-01' },
      7,
      { date: '1900-01-01T12:00:00' },
    ],
  ])
  const old = handMadeBook({
    formats: [14],
    is1904: true,
    sheets: { s: data('<row><c s="0"><v>43890</v></c><c s="0"><v>0</v></c></row>') },
  })
  expect(cellsOf(await oneTable(old))).toEqual([[{ date: '2024-03-01' }, { date: '1904-01-01' }]])
})

it('keeps the days about the 29 February 1900 that never was', async () => {
  const cells = [59, 60, 61].map((value) => `<c s="0"><v>${value}</v></c>`)
  const bytes = handMadeBook({ formats: [14], sheets: { s: data(`<row>${cells.join('')}</row>`) } })
  expect(cellsOf(await oneTable(bytes))).toEqual([
    [{ date: '1900-02-28' }, 60, { date: '1900-03-01' }],
  ])
})

it('gives every digit of a long code that the file still holds, and says which column lost some', async () => {
  const bytes = handMadeBook({
    sheets: {
      s: data(
        '<row><c r="A1"><v>9.1500108784258899E+17</v></c><c r="B1"><v>915001087842589460</v></c><c r="C1"><v>123456789012345</v></c></row>',
      ),
    },
  })
  const table = await oneTable(bytes)
  expect(cellsOf(table)).toEqual([['915001087842588990', '915001087842589460', 123456789012345]])
  expect(table.notes.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['lost-digits', 'A'],
    ['lost-digits', 'B'],
  ])
})

it('lists merged cells, hidden sheets, and sheets that are not there', async () => {
  const row = '<row><c><v>1</v></c></row>'
  const bytes = handMadeBook({
    hidden: ['藏'],
    sheets: {
      甲: `${data(row)}<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A9"/></mergeCells>`,
      藏: data(row),
      缺: null,
    },
  })
  const tables = await readBytes(bytes)
  expect(tables.map(({ name, isHidden, merged }) => [name, isHidden, merged])).toEqual([
    ['甲', false, ['A1:C1', 'A2:A9']],
    ['藏', true, []],
    ['缺', false, []],
  ])
  expect(tables[2]?.notes.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['missing-sheet', '缺'],
  ])
})

it('reads what a cell points to that is not there as empty, and says so', async () => {
  const cells = '<c t="s"><v>9</v></c><c t="s"><v>x</v></c><c><v>abc</v></c><c><v>5</v></c>'
  const bytes = handMadeBook({
    texts: '<si><t>a</t></si>',
    sheets: { s: data(`<row>${cells}</row>`) },
  })
  const table = await oneTable(bytes)
  expect(cellsOf(table)).toEqual([['', '', '', 5]])
  expect(table.notes.map(({ kind, count }) => [kind, count])).toEqual([['unreadable-cell', 3]])
})
