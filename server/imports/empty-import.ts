// An import of which nothing is known yet but its file.
import { type Import, ImportChoices, VERDICTS } from '#geodata/contract/imports.ts'

export function emptyImport(
  id: string,
  table: string,
  fileName: string,
  byteCount: number,
): Import {
  const counts = Object.fromEntries(VERDICTS.map((one) => [one, 0])) as Import['counts']
  return {
    id,
    table,
    fileName,
    byteCount,
    startedAt: new Date().toISOString(),
    state: 'reading',
    progress: 0,
    refusal: null,
    sheets: [],
    written: null,
    notes: [],
    above: [],
    headerLines: [],
    headers: [],
    columns: [],
    missing: [],
    coordinates: {
      answer: 'none',
      systems: [],
      others: [],
      said: [],
      rowsWith: 0,
      rowsWithout: 0,
      precision: 'unknown',
    },
    choices: ImportChoices.parse({}),
    counts: { ...counts, rows: 0, passedOver: 0 },
    changeId: null,
  }
}
