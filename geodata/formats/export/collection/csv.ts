// A collection as CSV: RFC 4180 in UTF-8 with its mark, columns by the names of the API, credits below the rows.
import {
  ANY_DATUM,
  type CollectionFormat,
} from '#geodata/formats/export/collection/collection-format.ts'
import { cellsOf, creditRows, headsOf } from '#geodata/formats/export/collection/flat-table.ts'
import { BYTE_ORDER_MARK, csvLines, csv as table } from '#geodata/formats/export/csv.ts'

export const csv: CollectionFormat = {
  ending: 'csv',
  mediaType: table.mediaType,
  datums: ANY_DATUM,
  write: async function* (content) {
    const encoder = new TextEncoder()
    const heads = headsOf(content)
    yield encoder.encode(BYTE_ORDER_MARK + csvLines([heads]))
    for await (const rows of content.rows()) {
      yield encoder.encode(csvLines(rows.map((row) => cellsOf(content, row))))
    }
    yield encoder.encode(csvLines(creditRows(content, heads.length)))
  },
}
