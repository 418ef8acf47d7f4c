// Workbooks around an import: an empty one to fill in for each table, and the rows that came back, to be mended.
import { type Context, Hono } from 'hono'
import type { Language } from '#geodata/analysis/importing/choice-lists.ts'
import { nameablesOf } from '#geodata/analysis/importing/import-ground.ts'
import { type Mending, mendBook } from '#geodata/analysis/importing/mend-book.ts'
import { templateBook } from '#geodata/analysis/importing/template-book.ts'
import { IMPORT_TABLE_IDS, type ImportTableId } from '#geodata/contract/importing/field-words.ts'
import { type Import, ImportTable, MOST_MEND_ROWS } from '#geodata/contract/imports.ts'
import type { Workbook } from '#geodata/formats/export/format.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import type { Deps } from '#server/deps.ts'
import { ok, type Paths, path, query, sent } from '#server/http/described.ts'
import { badParameter, ProblemError } from '#server/http/problem.ts'
import type { ShownRow } from '#server/imports/shown-row.ts'
import type { ImportFile, KeptRow } from '#server/store/import-file.ts'

const PAGE = 500

export function importSheetRoutes({ region, imports }: Deps): Hono {
  const routes = new Hono()
  routes.get('/import-templates/:table', (c) => {
    const language = languageOf(c)
    const table = tableOf(c.req.param('table'))
    return sendBook(c, templateBook(table, language, nameablesOf(table, region.facts)))
  })
  if (!imports) return routes
  routes.get('/imports/:importId/mend', async (c) => {
    const language = languageOf(c)
    const told = imports.find(c.req.param('importId'))
    if (!told) throw missing(c.req.param('importId'))
    const table = tableOf(told.table)
    const part = partOf(c)
    const found = await imports.read(told.id, (kept) => rowsToMend(kept, told, part))
    if (found.length === 0) throw part === 1 ? nothingToMend() : noPart(part, told)
    const known = nameablesOf(table, region.facts)
    const { headers, rows } = withPoints(told.headers, found)
    return sendBook(c, mendBook({ table, language, headers, rows, known }))
  })
  return routes
}

type MapRow = Mending['rows'][number] & Pick<KeptRow, 'geometry'>

/** The points of a map stand in a column of their own, as the file has them; a shape stands in no spreadsheet. */
function withPoints(
  headers: Mending['headers'],
  rows: readonly MapRow[],
): Pick<Mending, 'headers' | 'rows'> {
  const points = rows.map(({ geometry }) =>
    geometry?.type === 'Point' ? geometry.coordinates.slice(0, 2).join(',') : '',
  )
  const isPlaced = headers.some(({ column }) => column?.startsWith('place.'))
  if (isPlaced || points.every((point) => point === '')) return { headers, rows }
  return {
    headers: [...headers, POINT],
    rows: rows.map((row, index) => {
      const cells = headers.map((_, at) => row.cells[at] ?? '')
      return { ...row, cells: [...cells, points[index] ?? ''] }
    }),
  }
}

/** A header that is known in whichever language. */
const POINT = { header: '坐标', column: 'place.both' }

function rowsToMend(kept: ImportFile, { choices, sheets }: Import, part: number): MapRow[] {
  const before = (part - 1) * MOST_MEND_ROWS
  const sheet = Math.min(choices.sheet, sheets.length - 1)
  const rows: MapRow[] = []
  while (rows.length < MOST_MEND_ROWS) {
    const page = kept.verdicts(['refused'], before + rows.length, PAGE)
    if (page.length === 0) break
    for (const { at, line, shown } of page) {
      const { cells = [], geometry = null } = kept.row(sheet, at) ?? {}
      rows.push({ line, cells, geometry, faults: (shown as ShownRow).faults })
    }
  }
  return rows
}

async function sendBook(c: Context, book: Workbook): Promise<Response> {
  const name = encodeURIComponent(`${book.title}.xlsx`)
  return c.body(await EXPORT_FORMATS.xlsx.write(book), 200, {
    'Content-Type': EXPORT_FORMATS.xlsx.mediaType,
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
  })
}

function languageOf(c: Context): Language {
  const lang = c.req.query('lang') ?? 'zh'
  if (lang === 'zh' || lang === 'zh-CN') return 'zh'
  if (lang === 'en') return 'en'
  throw badParameter(
    'lang',
    `lang came as “${lang}”; expected zh or en.`,
    `lang 收到“${lang}”；应为 zh 或 en。`,
  )
}

function tableOf(name: string): ImportTableId {
  const table = IMPORT_TABLE_IDS.find((one) => one === name)
  if (table) return table
  throw new ProblemError(
    404,
    `No table “${name}” takes files; those that do are ${IMPORT_TABLE_IDS.join(', ')}.`,
    `没有名为“${name}”、可以导入的表；可导入的有：${IMPORT_TABLE_IDS.join('、')}。`,
  )
}

function missing(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no import “${id}” here; it may have been forgotten. Send the file again.`,
    `这里没有导入“${id}”，可能已被清除。请重新传文件。`,
  )
}

/** Which of the workbooks that the rows fill, from 1. */
function partOf(c: Context): number {
  const text = c.req.query('part') ?? '1'
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw badParameter(
    'part',
    `part came as “${text}”; expected a whole number from 1.`,
    `part 收到“${text}”；应为不小于 1 的整数。`,
  )
}

function noPart(part: number, { counts: { refused } }: Import): ProblemError {
  const most = Math.ceil(refused / MOST_MEND_ROWS)
  return new ProblemError(
    404,
    `There is no part ${part}: the ${refused} rows that came back fill ${most}, of ${MOST_MEND_ROWS} rows each.`,
    `没有第 ${part} 份：退回的 ${refused} 行分为 ${most} 份，每份 ${MOST_MEND_ROWS} 行。`,
  )
}

function nothingToMend(): ProblemError {
  return new ProblemError(
    409,
    'No row of this import has come back, so there is nothing to mend.',
    '这份导入没有退回的行，没有可改的表格。',
  )
}

const LANG = query('lang', 'Language of headers and explanations: zh (default) or en', {
  type: 'string',
  enum: ['zh', 'en'],
})
const PART = query('part', 'Which of the workbooks that the rows fill, from 1 (default)', {
  type: 'integer',
  minimum: 1,
  default: 1,
})
const BOOK = { [EXPORT_FORMATS.xlsx.mediaType]: { schema: { type: 'string', format: 'binary' } } }

export const importSheetPaths = (): Paths => ({
  '/import-templates/{table}': {
    get: {
      summary: 'An empty workbook for a table, to be filled in and brought in',
      description:
        'One sheet to fill in, with lists of choice and an example that the import passes over, and one that explains its columns.',
      parameters: [{ ...path('table'), schema: sent(ImportTable) }, LANG],
      responses: ok(BOOK),
    },
  },
  '/imports/{importId}/mend': {
    get: {
      summary: 'The rows that came back, as a workbook to mend and bring in again',
      description: `The columns of the file after the number of each row and every reason why it came back; ${MOST_MEND_ROWS} rows at most, more of them in further parts.`,
      parameters: [path('importId'), LANG, PART],
      responses: ok(BOOK),
    },
  },
})
