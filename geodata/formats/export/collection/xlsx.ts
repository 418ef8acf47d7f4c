// A collection as a workbook of one sheet: Office Open XML, written as its rows come.
//
// A text is written as a text, whatever it begins with; numbers keep all their digits. Below the rows stand the credits,
// and how many cells were longer than a cell may be.
import { writeXlsxStream } from 'hucre/xlsx'
import {
  ANY_DATUM,
  type CollectionContent,
  type CollectionFormat,
} from '#geodata/formats/export/collection/collection-format.ts'
import { cellsOf, creditRows, headsOf } from '#geodata/formats/export/collection/flat-table.ts'
import type { ExportCell } from '#geodata/formats/export/format.ts'
import { LONGEST_TEXT, writable } from '#geodata/formats/export/writable-cell.ts'
import { xlsx as workbook } from '#geodata/formats/export/xlsx.ts'

const WIDTH_CHARACTERS = 18

export const xlsx: CollectionFormat = {
  ending: 'xlsx',
  mediaType: workbook.mediaType,
  datums: ANY_DATUM,
  write: async function* (content) {
    const heads = headsOf(content)
    const reader = writeXlsxStream(sheetRows(content, heads), {
      name: content.title[content.language],
      columns: heads.map(() => ({ width: WIDTH_CHARACTERS })),
      freezePane: { rows: 1 },
    }).getReader()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        yield new Uint8Array(value)
      }
    } finally {
      await reader.cancel()
    }
  },
}

async function* sheetRows(
  content: CollectionContent,
  heads: readonly string[],
): AsyncGenerator<ExportCell[]> {
  yield [...heads]
  const shapeAt = heads.findIndex((head) => head.startsWith('wkt'))
  let tooLong = 0
  for await (const rows of content.rows()) {
    for (const row of rows) {
      const cells = cellsOf(content, row)
      const long = cells.map((cell) => typeof cell === 'string' && cell.length > LONGEST_TEXT)
      tooLong += long.filter(Boolean).length
      // The beginning of a shape is no shape.
      yield cells.map((cell, at) => (long[at] && at === shapeAt ? null : escaped(writable(cell))))
    }
  }
  const cut = tooLong === 0 ? [] : [cutWords(tooLong)[content.language]]
  yield* creditRows({ ...content, credits: [...content.credits, ...cut] }, heads.length)
}

/** What reads like the sign for a character, _x0041_, is that sign (ECMA-376, part 1, 22.9.2.19); its bar is escaped. */
const escaped = (cell: ExportCell) =>
  typeof cell === 'string' ? cell.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_') : cell

const cutWords = (count: number) => ({
  zh: `${count} 个单元格超过 ${LONGEST_TEXT} 字：文字只留前 ${LONGEST_TEXT} 字，图形留空；完整内容请取 CSV 或 GeoPackage`,
  en: `${count} cells were longer than ${LONGEST_TEXT} characters: texts are cut, shapes left out; CSV and GeoPackage hold them whole`,
})
