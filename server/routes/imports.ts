// Files that people bring in: sent, read and judged row by row, and written as one change.
import { type Context, Hono } from 'hono'
import { hypothesisOf } from '#geodata/analysis/coordinates/hypothesis-key.ts'
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { cellValue } from '#geodata/analysis/importing/cell-value.ts'
import { columnsOf } from '#geodata/analysis/importing/import-column.ts'
import { nameablesOf } from '#geodata/analysis/importing/import-ground.ts'
import { areaAt } from '#geodata/analysis/place/area-at.ts'
import type { ImportTableId } from '#geodata/contract/importing/field-words.ts'
import {
  Import,
  ImportChoicesPatch,
  ImportList,
  ImportPlaces,
  ImportRows,
  ImportTable,
  ImportWriting,
  MOST_IMPORT_MEBIBYTES,
  MOST_IMPORT_ROWS,
  VERDICTS,
  type Verdict,
} from '#geodata/contract/imports.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { withoutMarks } from '#geodata/contract/signature.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { readJson } from '#server/http/body.ts'
import {
  answered,
  json,
  ok,
  type Paths,
  path,
  problem,
  query,
  sent,
} from '#server/http/described.ts'
import { ProblemError, parseOrProblem, refusal } from '#server/http/problem.ts'
import { placesOf } from '#server/imports/places-of.ts'
import type { Writing } from '#server/imports/write-rows.ts'
import { diskFull, problemOf } from '#server/routes/outcome.ts'
import { BY } from '#server/routes/row-answers.ts'
import { signatureOf } from '#server/routes/signature.ts'

const MOST_PLACES = 5000

export function importRoutes(deps: Deps): Hono {
  const { imports, region, store } = deps
  const routes = new Hono()
  if (!imports) return routes
  const found = (c: Context): Import => {
    const id = c.req.param('importId') ?? ''
    const told = imports.find(id)
    if (told) return told
    throw missing(id)
  }
  routes.get('/imports', (c) => c.json(ImportList.parse({ items: imports.all() })))
  routes.post('/imports', async (c) => {
    const { table, fileName } = startOf(c)
    const length = c.req.header('Content-Length')
    const expectedBytes = length === undefined ? null : Number(length)
    if ((expectedBytes ?? 0) > MOST_IMPORT_MEBIBYTES * 2 ** 20) throw tooLarge()
    const body = c.req.raw.body ?? new Blob([]).stream()
    const started = await imports.start({ table, fileName }, body, expectedBytes)
    if (started.kind === 'too-large') throw tooLarge()
    if (started.kind === 'disk-full') throw diskFull()
    if (started.kind === 'too-many') throw tooMany(started.most)
    if (started.kind === 'cut-off') throw cutOff(started.bytes, expectedBytes)
    const location = `${addressOf(c)}/api/imports/${started.told.id}`
    return c.json(Import.parse(started.told), 201, { Location: location })
  })
  routes.get('/imports/:importId', (c) => c.json(Import.parse(found(c))))
  routes.patch('/imports/:importId', async (c) => {
    const patch = parseOrProblem(ImportChoicesPatch, await readJson(c), '')
    const faults = [...vainChoices(patch, found(c)), ...unfitValues(patch, found(c), region.facts)]
    if (faults.length > 0) throw refusal(faults)
    const { state, changeId } = found(c)
    if (state === 'writing') throw beingWritten()
    const isStanding = changeId !== null && !(await store.history.isUndone(region.id, changeId))
    if (state === 'written' && isStanding) throw writtenAlready()
    const told = await imports.choose(c.req.param('importId'), patch)
    if (!told) throw missing(c.req.param('importId'))
    return c.json(Import.parse(told))
  })
  routes.delete('/imports/:importId', async (c) => {
    const id = c.req.param('importId')
    if (!(await imports.forget(id))) throw missing(id)
    return c.body(null, 204)
  })
  routes.get('/imports/:importId/rows', async (c) => {
    const { id } = found(c)
    const { verdicts, limit, offset } = rowsQuery(c)
    const rows = await imports.read(id, (kept) => {
      const counts = kept.counts()
      return {
        items: kept.verdicts(verdicts, offset, limit).map(({ line, verdict, lngLat, shown }) => ({
          line,
          verdict,
          lngLat,
          ...Object(shown),
        })),
        matched: verdicts.reduce((sum, verdict) => sum + (counts.get(verdict) ?? 0), 0),
      }
    })
    return c.json(ImportRows.parse(rows))
  })
  routes.get('/imports/:importId/places', async (c) => {
    const told = found(c)
    const system = c.req.query('system') ?? told.choices.system ?? told.coordinates.systems[0]?.key
    const limit = wholeNumber(c, 'limit', MOST_PLACES, MOST_PLACES)
    const places = await placesOf(deps, imports, told, system ?? null, limit)
    if (!places) throw unknownSystem(system ?? '')
    const { areas, items } = places
    return c.json(
      ImportPlaces.parse({
        system: system ?? null,
        items: items.map(({ areaId, ...one }) => ({
          ...one,
          isInNamedArea: areaId === null ? null : areaAt(areas, one.lngLat)?.id === areaId,
        })),
      }),
    )
  })
  routes.post('/imports/:importId/writing', async (c) => {
    const { id } = found(c)
    const body = await readJson(c)
    const { by, errors } = signatureOf(c)
    const read = ImportWriting.safeParse(body)
    if (!by || !read.success) {
      const faults = read.success ? [] : [WHICH_ROWS]
      throw refusal([...faults, ...errors])
    }
    const done = await imports.write(id, by, read.data.rows)
    if (done.kind === 'outcome') throw problemOf(done.outcome, { collection: region.id, id })
    if (done.kind !== 'written') throw unwritten(done, found(c))
    return c.json(Import.parse(found(c)))
  })
  return routes
}

const WHICH_ROWS = {
  pointer: '/rows',
  detail: '“all” or “accepted” is expected',
  detailZh: '应为“all”（全部）或“accepted”（只写通过的）',
}

/** Choices of what is not there. */
function vainChoices(patch: ImportChoicesPatch, { sheets, columns }: Import): FieldError[] {
  const faults: FieldError[] = []
  if (patch.system && !hypothesisOf(patch.system)) faults.push(noSystem('/system', patch.system))
  if (patch.sheet !== undefined && sheets.length > 0 && patch.sheet >= sheets.length) {
    faults.push({
      pointer: '/sheet',
      detail: `${patch.sheet} came; the file has ${sheets.length} tables, counted from 0`,
      detailZh: `收到 ${patch.sheet}；文件只有 ${sheets.length} 张表，从 0 数起`,
    })
  }
  const known = new Set(columns.map(({ name }) => name))
  const named = [
    ...Object.entries(patch.mapping ?? {}).map(([header, name]) => ['mapping', header, name]),
    ...Object.keys(patch.fixed ?? {}).map((name) => ['fixed', name, name]),
  ]
  for (const [part, key, name] of named) {
    if (!name || known.size === 0 || known.has(name)) continue
    faults.push({
      pointer: `/${part}/${key}`,
      detail: `“${name}” is no column of this table`,
      detailZh: `此表没有“${name}”这一列`,
    })
  }
  return faults
}

/** A value for every row is read as a cell of its column would be. */
function unfitValues(
  { fixed = {} }: ImportChoicesPatch,
  { table, columns }: Import,
  facts: RegionFacts,
): FieldError[] {
  const of = new Map(columnsOf(table as ImportTableId).map((column) => [column.name, column]))
  const known = nameablesOf(table as ImportTableId, facts)
  return Object.entries(fixed).flatMap(([name, value]) => {
    const column = of.get(name)
    const text = Array.isArray(value) ? value.join('；') : value
    const read = column && cellValue(column, text, '', known)
    if (read?.kind !== 'refused') return []
    const words = columns.find((one) => one.name === name)?.words ?? { zh: name, en: name }
    return {
      pointer: `/fixed/${name}`,
      detail: `${words.en}: “${read.came}” came for every row. ${read.fits.en}`,
      detailZh: `${words.zh}：各行统一填写的是“${read.came}”。${read.fits.zh}`,
    }
  })
}

function noSystem(pointer: string, key: string): FieldError {
  return {
    pointer,
    detail: `“${key}” is no system of coordinates that is known here`,
    detailZh: `没有名为“${key}”的坐标系`,
  }
}

function beingWritten(): ProblemError {
  return new ProblemError(
    409,
    'Its rows are being written; choose again when that is done.',
    '正在写入，写完后再改。',
  )
}

function writtenAlready(): ProblemError {
  return new ProblemError(
    409,
    'Its rows are written; undo that first, then choose again. Nothing was changed.',
    '这批行已写入；请先撤销，再改选择。未作任何改动。',
  )
}

function startOf(c: Context): { table: ImportTableId; fileName: string } {
  const table = parseOrProblem(ImportTable, c.req.query('table'), '?table') as ImportTableId
  const fileName = withoutMarks(c.req.query('name') ?? '')
    .trim()
    .slice(0, 200)
  if (fileName) return { table, fileName }
  throw refusal([
    {
      pointer: '?name',
      detail: 'The name of the file is expected',
      detailZh: '请给出文件名',
    },
  ])
}

function rowsQuery(c: Context) {
  const wanted = (c.req.query('verdict') ?? VERDICTS.join(',')).split(',').filter(Boolean)
  const unknown = wanted.filter((one) => !(VERDICTS as readonly string[]).includes(one))
  if (unknown.length > 0) {
    throw refusal([
      {
        pointer: '?verdict',
        detail: `“${unknown.join(', ')}” came; expected are ${VERDICTS.join(', ')}, joined by commas`,
        detailZh: `收到“${unknown.join('、')}”；应为 ${VERDICTS.join('、')}，以逗号相连`,
      },
    ])
  }
  return {
    verdicts: wanted as Verdict[],
    limit: wholeNumber(c, 'limit', 50, MOST_IMPORT_ROWS),
    offset: wholeNumber(c, 'offset', 0, 100_000_000),
  }
}

function wholeNumber(c: Context, name: string, usual: number, most: number): number {
  const text = c.req.query(name)
  if (text === undefined) return usual
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  throw refusal([
    {
      pointer: `?${name}`,
      detail: `“${text}” came; a whole number from 0 to ${most} is expected`,
      detailZh: `收到“${text}”；应为 0 至 ${most} 的整数`,
    },
  ])
}

function missing(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no import “${id}” here; it may have been forgotten. Send the file again.`,
    `这里没有导入“${id}”，可能已被清除。请重新传文件。`,
  )
}

function unknownSystem(key: string): ProblemError {
  return refusal([noSystem('?system', key)])
}

function tooLarge(): ProblemError {
  return new ProblemError(
    413,
    `A file may have at most ${MOST_IMPORT_MEBIBYTES} MiB. Split it, or leave out what is not needed.`,
    `文件不得超过 ${MOST_IMPORT_MEBIBYTES} MiB。请拆分，或去掉不需要的内容后再传。`,
  )
}

function tooMany(most: number): ProblemError {
  return new ProblemError(
    409,
    `${most} imports wait here already; write or forget some of them first. Nothing was kept.`,
    `已有 ${most} 份导入尚未写入，请先写入或清除一些；这份文件未保存。`,
  )
}

function cutOff(bytes: number, expected: number | null): ProblemError {
  const of = expected === null ? '' : ` of ${expected}`
  return new ProblemError(
    400,
    `The file broke off after ${bytes}${of} bytes; nothing was kept. Send it again.`,
    `文件传到 ${bytes}${expected === null ? '' : `/${expected}`} 字节时中断，未保存。请重新传。`,
  )
}

function unwritten(done: Exclude<Writing, { kind: 'written' | 'outcome' }>, told: Import) {
  const { zh, en } = whyUnwritten(done, told)
  return new ProblemError(
    done.kind === 'missing' ? 404 : 409,
    `${en} Nothing was written.`,
    `${zh}未写入任何内容。`,
  )
}

function whyUnwritten(
  done: Exclude<Writing, { kind: 'written' | 'outcome' }>,
  { columns, refusal: refused }: Import,
): Bilingual {
  switch (done.kind) {
    case 'missing':
      return { zh: '这份导入已被清除。', en: 'The import was forgotten.' }
    case 'not-ready':
      if (refused) return refused
      if (done.state === 'written') {
        return {
          zh: '这份导入已经写入；撤销后可再写。',
          en: 'It is written already; undo it to write it again.',
        }
      }
      return { zh: '还在读取或核对，请稍候再写入。', en: 'It is still being read or judged; wait.' }
    case 'unconfirmed':
      return {
        zh: '请先确认坐标按哪种坐标系读取。',
        en: 'Confirm first in which system the coordinates are.',
      }
    case 'incomplete': {
      const words = done.columns.map(
        (name) => columns.find((column) => column.name === name)?.words ?? { zh: name, en: name },
      )
      return {
        zh: `还缺必填项：${words.map(({ zh }) => zh).join('、')}。请对应到一列，或给出统一的值。`,
        en: `Required and still missing: ${words.map(({ en }) => en).join(', ')}. Name a column for each, or give one value for all rows.`,
      }
    }
    case 'open':
      return {
        zh: `还有 ${done.doubtful} 行待定、${done.refused} 行退回。请先处理，或只写入通过的行。`,
        en: `${done.doubtful} rows wait for a decision and ${done.refused} are refused. Settle them, or write the accepted rows only.`,
      }
    case 'nothing':
      return { zh: '没有可写入的行。', en: 'There is no row to write.' }
    case 'changed-since':
      return {
        zh: `第 ${done.line} 行要改的“${done.name}”已被他人修改。请重新核对后再写入。`,
        en: `“${done.name}”, which row ${done.line} is to change, was changed by somebody since. Judge again and look.`,
      }
  }
}

const FILE = {
  required: true as const,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}
const ONE = path('importId')

export const importPaths = (): Paths => ({
  '/imports': {
    get: {
      summary: 'Files that were brought in and are kept, the newest first',
      responses: ok(json(answered(ImportList))),
    },
    post: {
      summary: 'Bring a file in: it is read and judged; nothing of the atlas changes',
      description: `The body is the file as it is, at most ${MOST_IMPORT_MEBIBYTES} MiB: CSV, TSV or pasted text, XLSX, GeoJSON, Shapefile (zip), KML, KMZ or GeoPackage, as its own first bytes say. Ask the address in Location how far it is.`,
      parameters: [
        query('table', 'The table that its rows are for', sent(ImportTable)),
        query('name', 'What its owner calls the file', { type: 'string', maxLength: 200 }),
      ],
      requestBody: FILE,
      responses: {
        '201': { description: 'Received; Location', content: json(answered(Import)) },
        ...problem(),
      },
    },
  },
  '/imports/{importId}': {
    get: {
      summary: 'How far it is and what is told of it',
      parameters: [ONE],
      responses: ok(json(answered(Import))),
    },
    patch: {
      summary:
        'Choose: sheet, columns, coordinates, values for every row, what becomes of doubtful rows',
      parameters: [ONE],
      requestBody: { required: true, content: json(sent(ImportChoicesPatch)) },
      responses: ok(json(answered(Import))),
    },
    delete: {
      summary: 'Give it up and forget it',
      parameters: [ONE],
      responses: { '204': { description: 'Forgotten' }, ...problem() },
    },
  },
  '/imports/{importId}/rows': {
    get: {
      summary: 'Its rows and what becomes of each, in the order of the file',
      parameters: [
        ONE,
        query('verdict', 'One or more of the verdicts, joined by commas', { type: 'string' }),
        query('limit', `At most ${MOST_IMPORT_ROWS}`, { type: 'integer' }),
        query('offset', 'How many to pass over', { type: 'integer' }),
      ],
      responses: ok(json(answered(ImportRows))),
    },
  },
  '/imports/{importId}/places': {
    get: {
      summary: 'Where its rows lie, read in one system of coordinates',
      parameters: [
        ONE,
        query('system', 'Key of the system; left out: the one confirmed or proposed', {
          type: 'string',
        }),
        query('limit', 'At most 5000, evenly from the whole', { type: 'integer' }),
      ],
      responses: ok(json(answered(ImportPlaces))),
    },
  },
  '/imports/{importId}/writing': {
    post: {
      summary: 'Writes its rows as one change: all of them, or those accepted',
      parameters: [ONE, ...BY],
      requestBody: { required: true, content: json(sent(ImportWriting)) },
      responses: ok(json(answered(Import)), 'Written; undone as any change of the history'),
    },
  },
})
