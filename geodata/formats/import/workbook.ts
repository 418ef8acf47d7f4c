// What stands in the cells of a workbook that somebody filled in? Office Open XML, as any program saves it.
//
// It trusts its bytes: who takes files from others first looks at what they unpack to, and reads them where it hurts
// nobody (server/workers/read-workbook.ts).
import { readXlsx } from 'hucre/xlsx'

/** A date is given as a day. */
export type GivenCell = string | number | boolean | { date: string } | null
export type GivenSheet = { name: string; rows: readonly (readonly GivenCell[])[] }

/** A form has a few dozen rows; what lies beyond is not its own. */
const MOST_ROWS = 2000
const MOST_COLUMNS = 60

export async function readWorkbook(bytes: Uint8Array): Promise<GivenSheet[]> {
  const { sheets } = await readXlsx(bytes, { maxRows: MOST_ROWS })
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(givenCell)),
  }))
}

function givenCell(value: unknown): GivenCell {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) }
  }
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    default:
      return null
  }
}
