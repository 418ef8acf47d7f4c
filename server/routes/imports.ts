// Files that people bring in: sent, read and judged row by row, and written as one change.
import { type Context, Hono } from 'hono'
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
import { parseOrProblem, refusal } from '#server/http/problem.ts'
import { placesOf } from '#server/imports/places-of.ts'
import { unfitValues, vainChoices } from '#server/routes/import-choices.ts'
import {
  beingWritten,
  cutOff,
  missing,
  tooLarge,
  tooMany,
  unknownSystem,
  unwritten,
  writtenAlready,
} from '#server/routes/import-problems.ts'
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
