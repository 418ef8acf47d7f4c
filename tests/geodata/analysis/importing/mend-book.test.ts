// Do the rows that came back go in again once they are mended, as the same columns and with the same values?
import { expect, it } from 'vitest'
import type { Nameables } from '#geodata/analysis/importing/cell-value.ts'
import { mapHeaders } from '#geodata/analysis/importing/header-mapping.ts'
import { columnsOf } from '#geodata/analysis/importing/import-column.ts'
import { type Mending, mendBook } from '#geodata/analysis/importing/mend-book.ts'
import { isFoot, tableHead } from '#geodata/analysis/importing/table-head.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { readBytes } from '#tests/support/foreign.ts'
import { workbookFaults } from '#tests/support/workbook-faults.ts'
import { textsOfParts } from '#tests/support/workbook-parts.ts'

const KNOWN: Nameables = {
  segments: [{ id: 'motor', names: ['驱动电机', 'Drive motors'] }],
  park: [{ id: 'P1', names: ['虚构东园', '东园', 'Invented East'] }],
}
const columns = columnsOf('companies')
const HEADERS = [
  '企业名称',
  '类别',
  '所属环节',
  '信用代码',
  '认定日期',
  '东经',
  '北纬',
  '内部备查',
  '停产',
]
const headers = mapHeaders(HEADERS, columns).map(({ header, column }) => ({ header, column }))
const mending = (part: Partial<Mending> = {}): Mending => ({
  table: 'companies',
  language: 'zh',
  headers,
  rows: [
    {
      line: 7,
      cells: [
        '虚构线束有限公司',
        '轮胎厂',
        '线束',
        '007',
        { date: '2025-09-30' },
        106.51,
        '29.5°',
        '甲',
        true,
      ],
      faults: [
        { column: 'kind', came: '轮胎厂', fits: { zh: '应为 整车、材料 之一', en: 'One of …' } },
        { column: 'segmentIds', came: '线束', fits: { zh: '查不到“线束”', en: 'not known' } },
        { column: 'city', came: '', fits: { zh: '应填写', en: 'A text is expected' } },
      ],
    },
    {
      line: 12,
      cells: ['', { error: '#REF!' }, '', '', { date: '2025-09-30T08:30:00' }, 0.1 + 0.2],
      faults: [
        { column: null, came: '', fits: { zh: '整行无法识别', en: 'No row' } },
        { column: 'place.both', came: '0.3，', fits: { zh: '读不出位置', en: 'No place' } },
      ],
    },
  ],
  known: KNOWN,
  ...part,
})
const written = (part?: Partial<Mending>) => EXPORT_FORMATS.xlsx.write(mendBook(mending(part)))

it('stands as the file had it, after its number and every reason', async () => {
  const [sheet] = await readBytes(await written())
  expect(sheet?.rows[0]?.cells).toEqual(['行号', '原因', ...HEADERS])
  expect(sheet?.rows[1]?.cells).toEqual([
    7,
    '类别：“轮胎厂”，应为 整车、材料 之一\n所属环节：“线束”，查不到“线束”\n城市：应填写',
    '虚构线束有限公司',
    '轮胎厂',
    '线束',
    '007',
    { date: '2025-09-30' },
    106.51,
    '29.5°',
    '甲',
    true,
  ])
  expect(sheet?.rows[2]?.cells.slice(0, 8)).toEqual([
    12,
    '整行无法识别\n东经：“0.3，”，读不出位置',
    '',
    { error: '#REF!' },
    '',
    '',
    { date: '2025-09-30T08:30:00' },
    0.3,
  ])
})

it('goes back in by the same columns, its number and reason passed over', async () => {
  for (const language of ['zh', 'en'] as const) {
    const [sheet] = await readBytes(await written({ language }))
    const rows = sheet?.rows.map(({ cells }) => cells) ?? []
    const head = tableHead(rows, columns)
    expect(head).toMatchObject({ headerRows: [0], firstRow: 1 })
    const again = mapHeaders(head?.headers ?? [], columns).map(({ column }) => column)
    expect(again).toEqual([null, null, ...headers.map(({ column }) => column)])
    expect(rows.slice(1).some(isFoot)).toBe(false)
  }
})

it('mended twice has its number and reason once', async () => {
  const twice = [{ header: '行号', column: null }, { header: '原因', column: null }, ...headers]
  const rows = [{ line: 2, cells: [7, '旧的原因', '虚构线束有限公司'], faults: [] }]
  const [sheet] = await readBytes(await written({ headers: twice, rows }))
  expect(sheet?.rows[0]?.cells).toEqual(['行号', '原因', ...HEADERS])
  expect(sheet?.rows[1]?.cells).toEqual([2, '', '虚构线束有限公司'])
})

it('is whole, with the reason at each cell that is at fault and lists where a column has them', async () => {
  const bytes = await written()
  expect(workbookFaults(bytes)).toEqual([])
  const parts = textsOfParts(bytes)
  const comments = Object.entries(parts).find(([name]) => /comments\d*\.xml$/.test(name))?.[1] ?? ''
  const told = [...comments.matchAll(/<comment ref="([A-Z]+\d+)"/g)].map(([, at]) => at)
  // Behind number and reason: C name, D kind, E segments, H and I the coordinates.
  expect(told.sort()).toEqual(['D2', 'E2', 'H3', 'I3'])
  expect(comments).toContain('应为 整车、材料 之一')
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
  const lists = [...sheet.matchAll(/<dataValidation type="list" sqref="([A-Z]+)2:/g)].map(
    ([, at]) => at,
  )
  expect(lists).toEqual(['D', 'E'])
  const [, list] = await readBytes(bytes)
  expect(list?.isHidden).toBe(true)
  expect(list?.rows[0]?.cells).toEqual(['整车', '驱动电机'])
})
