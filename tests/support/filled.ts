// Filling in a questionnaire as a person does: cells of its sheets, row by row.
import { openXlsx, type RoundtripWorkbook, saveXlsx } from 'hucre/xlsx'

export type FilledCell = string | number | boolean | null

/** What is typed into the row of a question. */
export type Filled = { answer?: FilledCell; source?: FilledCell; asOf?: FilledCell }

const AT = { answer: 6, source: 7, asOf: 8, key: 9 }

/** The same file with the rows of these codes filled in, and whatever else is done to it. */
export async function filled(
  bytes: Uint8Array,
  rows: Readonly<Record<string, Filled>>,
  more: (book: RoundtripWorkbook) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const book = await openXlsx(bytes)
  for (const { rows: lines, cells } of book.sheets) {
    lines.forEach((line, index) => {
      const given = rows[String(line[AT.key] ?? '')]
      if (!given) return
      for (const [name, value] of Object.entries(given)) {
        const column = AT[name as keyof Filled]
        line[column] = value
        cells?.delete(`${index},${column}`)
      }
    })
  }
  more(book)
  return new Uint8Array(await saveXlsx(book))
}
