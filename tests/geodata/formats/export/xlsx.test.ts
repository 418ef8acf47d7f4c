// Does a workbook come back as it was, and run nothing where it is opened?
import { inflateRawSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import type { ExportCell } from '#geodata/formats/export/format.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { partsOf } from '#server/workers/zip-parts.ts'
import { sheetsByOffice } from '#tests/support/office.ts'
import { workbookFaults } from '#tests/support/workbook-faults.ts'
import { zipOf } from '#tests/support/zip.ts'

const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(1)', '＝1+1', "=cmd|' /C calc'!A0"]

const workbookOf = (rows: readonly ExportCell[][]) =>
  EXPORT_FORMATS.xlsx.write({
    title: '选址',
    sheets: [
      {
        name: '排名',
        columns: [{ head: '名称' }, { head: '可能性', format: 'share' }],
        rows,
      },
    ],
  })

async function readBack(rows: readonly ExportCell[][]) {
  const [sheet] = (await readXlsx(await workbookOf(rows))).sheets
  return sheet
}

it('gives every cell back: texts as texts, numbers with all their digits, unknown as nothing', async () => {
  const rows = [
    ['璧山高新区', 0.1 + 0.2],
    ['a,b "c"\nd', -1.5e-7],
    ['', null],
    ['0012', 0],
  ]
  const sheet = await readBack(rows)
  expect(sheet?.name).toBe('排名')
  expect(sheet?.rows[0]).toEqual(['名称', '可能性'])
  expect(sheet?.rows[1]).toEqual(rows[0])
  expect(sheet?.rows[2]).toEqual(rows[1])
  expect(sheet?.rows.at(-1)).toEqual(rows[3])
  expect(sheet?.freezePane?.rows).toBe(1)
})

it('leaves out what no file of this kind can hold, and keeps the rest of the text', async () => {
  const sheet = await readBack([
    [`a\u0000b\u001Fc\uD800d🚚`, Number.NaN],
    ['长'.repeat(40_000), Number.POSITIVE_INFINITY],
  ])
  expect(sheet?.rows[1]?.[0]).toBe('abcd🚚')
  expect(sheet?.rows[1]?.[1] ?? null).toBeNull()
  expect(String(sheet?.rows[2]?.[0]).length).toBe(32_767)
})

it('runs nothing in a spreadsheet, whatever a text begins with', async (context) => {
  const bytes = await workbookOf(DANGEROUS.map((text) => [text, 0.25]))
  const rows = sheetsByOffice(context, bytes).get('排名')
  expect(rows?.slice(1).map(([text]) => text)).toEqual(DANGEROUS)
})

it('is a package in which a spreadsheet finds nothing to repair', async () => {
  expect(workbookFaults(await workbookOf([[`a\u0000b\uD800🚚 <&>`, Number.NaN]]))).toEqual([])
})

it.each([
  ['a sheet without a part', { 'xl/worksheets/sheet1.xml': null }, /no part for sheet/],
  ['a long name', { 'xl/workbook.xml': ['name="排名"', `name="${'长'.repeat(32)}"`] }, /be named/],
  [
    'an order',
    { 'xl/worksheets/sheet1.xml': ['<sheetData>', '<pageMargins/><sheetData>'] },
    /order/,
  ],
  ['a style', { 'xl/worksheets/sheet1.xml': ['<c r="B2"', '<c r="B2" s="99"'] }, /a style that/],
  ['a text', { 'xl/worksheets/sheet1.xml': ['<v>0</v>', '<v>77</v>'] }, /a shared text that/],
  ['a type', { '[Content_Types].xml': ['/xl/styles.xml', '/xl/other.xml'] }, /and no part/],
] as const)('would be found with %s wrong', async (_, changes, fault) => {
  const zip = partsOf(await workbookOf([['甲', 0.25]]))
  if (zip.kind !== 'parts') throw new Error(zip.kind)
  const parts = zip.parts.flatMap(({ name, method, data }): [string, string][] => {
    const change = (changes as Record<string, null | readonly [string, string]>)[name]
    if (change === null) return []
    const text = new TextDecoder().decode(method === 8 ? inflateRawSync(data) : data)
    if (change) expect(text).toContain(change[0])
    return [[name, change ? text.replace(...change) : text]]
  })
  expect(workbookFaults(zipOf(Object.fromEntries(parts))).join('\n')).toMatch(fault)
})
