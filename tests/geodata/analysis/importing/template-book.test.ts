// Does a template that somebody filled in go back in, column by column?
import { describe, expect, it } from 'vitest'
import { cellText } from '#geodata/analysis/importing/cell-text.ts'
import { cellValue, type Nameables } from '#geodata/analysis/importing/cell-value.ts'
import { mapHeaders } from '#geodata/analysis/importing/header-mapping.ts'
import { columnsOf } from '#geodata/analysis/importing/import-column.ts'
import { isFoot, tableHead } from '#geodata/analysis/importing/table-head.ts'
import { templateBook, templateColumns } from '#geodata/analysis/importing/template-book.ts'
import { IMPORT_TABLE_IDS, type ImportTableId } from '#geodata/contract/importing/field-words.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { readBytes } from '#tests/support/foreign.ts'
import { workbookFaults } from '#tests/support/workbook-faults.ts'

const SEGMENTS = [
  { id: 'motor', names: ['驱动电机', 'Drive motors'] },
  { id: 'harness', names: ['线束', 'Wiring harnesses'] },
]
/** More than the 255 characters that a check holds by itself. */
const PARKS = Array.from({ length: 40 }, (_, at) => ({
  id: `P${at}`,
  names: [`虚构第${at}产业园`, `虚构${at}`, `Invented Park ${at}`],
}))
const KNOWN: Nameables = {
  segments: SEGMENTS,
  segment: SEGMENTS,
  products: [{ id: 'axle', names: ['电驱桥', 'E-axle', '电驱动桥总成'] }],
  product: [{ id: 'axle', names: ['电驱桥', 'E-axle', '电驱动桥总成'] }],
  park: PARKS,
  parkId: PARKS,
  companyId: [{ id: 'T1', names: ['虚构机电', 'Invented Electric'] }],
}

const EVERY = IMPORT_TABLE_IDS.flatMap((table) =>
  (['zh', 'en'] as const).map((language) => [table, language] as const),
)
const written = (table: ImportTableId, language: 'zh' | 'en') =>
  EXPORT_FORMATS.xlsx.write(templateBook(table, language, KNOWN))

describe.each(EVERY)('the template of %s in %s', (table, language) => {
  it('is read back by its own headers, each its own column by name', async () => {
    const [sheet] = await readBytes(await written(table, language))
    const rows = sheet?.rows.map(({ cells }) => cells) ?? []
    const columns = columnsOf(table)
    const head = tableHead(rows, columns)
    expect(head).toMatchObject({ headerRows: [0], firstRow: 1, above: [] })
    const mapped = mapHeaders(head?.headers ?? [], columns)
    expect(mapped.map(({ column }) => column)).toEqual(
      templateColumns(table).map(({ name }) => name),
    )
    expect(new Set(mapped.map(({ by }) => by))).toEqual(new Set(['name']))
    // Nothing stands in it but the example, which is passed over.
    expect(
      rows
        .slice(1)
        .filter((row) => row.some((cell) => cell !== ''))
        .map(isFoot),
    ).toEqual([true])
  })

  it('is whole, shows its sheets in order and hides its lists', async () => {
    const bytes = await written(table, language)
    expect(workbookFaults(bytes)).toEqual([])
    const sheets = await readBytes(bytes)
    expect(sheets.map(({ isHidden }) => isHidden)).toEqual([false, false, true])
  })

  it('explains every column, and gives an example that its column takes', async () => {
    const [, guide] = await readBytes(await written(table, language))
    const lines = guide?.rows.map(({ cells }) => cells.map(cellText)) ?? []
    for (const column of templateColumns(table)) {
      const line = lines.find(([name]) => name === column.words[language])
      expect(line?.[2], column.name).toMatch(language === 'zh' ? /\p{Script=Han}/u : /[A-Za-z0-9]/)
      const example = line?.[5] ?? ''
      if (column.kind === 'place' || example === '') continue
      const read = cellValue(column, example, line?.[4] ?? '', KNOWN)
      expect([column.name, read.kind]).toEqual([column.name, 'given'])
    }
  })
})

describe('the template of firms', () => {
  it('marks what a row is refused without, and says what stands for the rest', async () => {
    const [sheet, guide] = await readBytes(await written('companies', 'zh'))
    const headers = sheet?.rows[0]?.cells.map(cellText) ?? []
    expect(headers.filter((header) => header.endsWith('*'))).toEqual(['中文名*', '类别*'])
    const lines = new Map(guide?.rows.map(({ cells }) => [cellText(cells[0]), cells.map(cellText)]))
    expect(lines.get('英文名')?.[3]).toBe('用中文名')
    expect(lines.get('可信度')?.[2]).toBe('选一：高、中、低')
    expect(lines.get('类别')?.[1]).toBe('必填')
    expect(sheet?.rows[1]?.cells[0]).toBe('示例：虚构电驱有限公司')
  })

  it('offers kinds, segments and parks by their names in its language', async () => {
    const [, , zh] = await readBytes(await written('companies', 'zh'))
    const [, , en] = await readBytes(await written('companies', 'en'))
    const columnsIn = (rows: readonly { cells: unknown[] }[] = []) =>
      Array.from({ length: 12 }, (_, at) => rows.map(({ cells }) => cells[at]).filter(Boolean))
    expect(columnsIn(zh?.rows)).toContainEqual(['整车', '一级供应商', '二级供应商', '材料'])
    expect(columnsIn(zh?.rows)).toContainEqual(PARKS.map(({ names }) => names[0]))
    expect(columnsIn(en?.rows)).toContainEqual(['Drive motors', 'Wiring harnesses'])
    expect(columnsIn(en?.rows)).toContainEqual(PARKS.map(({ names }) => names[2]))
  })
})

it('units stand in the headers of amounts, and in a column of their own beside what fits', async () => {
  const [sheet, guide] = await readBytes(await written('parks', 'zh'))
  expect(sheet?.rows[0]?.cells).toContain('规划面积（km²）')
  const line = guide?.rows.find(({ cells }) => cells[0] === '规划面积（km²）')
  expect(line?.cells[4]).toBe('km²')
  expect(line?.cells[2]).toContain('亩')
})

it('a table of outlines says that no spreadsheet holds them', async () => {
  const [, areas] = await readBytes(await written('park-areas', 'zh'))
  const [, parks] = await readBytes(await written('parks', 'zh'))
  const says = (rows: readonly { cells: unknown[] }[] = []) =>
    rows.some(({ cells }) => String(cells[0]).includes('Shapefile'))
  expect(says(areas?.rows)).toBe(true)
  expect(says(parks?.rows)).toBe(false)
})
