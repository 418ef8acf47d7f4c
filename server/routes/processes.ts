// The analyses (OGC API – Processes, part 1); every answer says what it stands on.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerText } from '#geodata/analysis/answering/answer-text.ts'
import { DOCUMENT_LANGUAGES } from '#geodata/analysis/siting/document/column.ts'
import { Job } from '#geodata/contract/jobs.ts'
import type { HandoutResult } from '#geodata/contract/processes/handout.ts'
import {
  PROCESS_SHAPES,
  type ProcessId,
  type ProcessResult,
} from '#geodata/contract/processes/index.ts'
import type { ReportResult } from '#geodata/contract/processes/report.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { answerFormat, type DocumentFormat } from '#server/http/answer-format.ts'
import { readJson } from '#server/http/body.ts'
import {
  answered,
  DOCUMENT,
  header,
  json,
  ok,
  type Parameter,
  type Paths,
  path,
  query,
  sent,
} from '#server/http/described.ts'
import { PDF_TYPE, sendPdf } from '#server/http/pdf-answer.ts'
import { ProblemError, parseOrProblem } from '#server/http/problem.ts'
import { AT_ONCE_MILLISECONDS, SOON_MILLISECONDS } from '#server/processes/answered.ts'
import { type AnswerDocument, documentOf, formatsOf } from '#server/processes/documents.ts'
import {
  gatheredFor,
  inputsOf,
  isProcess,
  keeperOf,
  PROCESSES,
  runProcess,
  workOf,
} from '#server/processes/index.ts'
import type { KeptRow } from '#server/processes/process.ts'
import { problemOf } from '#server/routes/outcome.ts'

const PROCESS_IDS = Object.keys(PROCESS_SHAPES) as ProcessId[]

export function processRoutes(deps: Deps): Hono {
  const { region, analyses, serving, admin } = deps
  const routes = new Hono()
  routes.get('/processes', (c) =>
    c.json({ processes: PROCESS_IDS.map((id) => summary(id, addressOf(c))), links: [] }),
  )
  routes.get('/processes/:id', (c) => {
    const id = processId(c.req.param('id'))
    const { inputs, result } = schemasOf(id)
    return c.json({
      ...summary(id, addressOf(c)),
      inputs: { inputs: { title: 'inputs', schema: inputs } },
      outputs: { result: { schema: result } },
    })
  })
  routes.post('/processes/:id/execution', async (c) => {
    const id = processId(c.req.param('id'))
    const body = parseOrProblem(
      z.looseObject({ inputs: z.record(z.string(), z.unknown()) }),
      await readJson(c),
      '',
    )
    const format = answerFormat(c, formatsOf(id))
    const answered = (result: ProcessResult<ProcessId>) =>
      format.kind === 'json'
        ? c.body(answerText(result), 200, { 'Content-Type': 'application/json' })
        : format.kind === 'pdf'
          ? sendPdf(c, result as ReportResult | HandoutResult)
          : sendDocument(
              c,
              format,
              documentOf(id, region, inputsOf(id, body.inputs), result, format.language),
            )
    const gathered = await gatheredFor(id, deps, body.inputs)
    const keeper = keeperOf(id, deps, gathered)
    const keep =
      keeper && (async (result: ProcessResult<ProcessId>) => requireKept(await keeper(result)))
    const kept = async (result: ProcessResult<ProcessId>) => {
      await keep?.(result)
      return answered(result)
    }
    if (!analyses) return kept(runProcess(id, region, body.inputs, undefined, gathered))
    // A document is waited for: what a job leaves is JSON.
    const isJob = format.kind === 'json' && /\brespond-async\b/.test(c.req.header('Prefer') ?? '')
    const work = isJob ? 0 : workOf(id, region, body.inputs)
    if (serving?.isOpen && (isJob || work > SOON_MILLISECONDS)) await admin?.(c)
    if (isJob) {
      const job = await analyses.start(
        id,
        body.inputs,
        gathered,
        keep && ((bytes) => keep(resultIn(bytes))),
      )
      return c.json(job, 201, {
        Location: `${addressOf(c)}/api/jobs/${job.jobID}`,
        'Preference-Applied': 'respond-async',
      })
    }
    if (work <= AT_ONCE_MILLISECONDS)
      return kept(runProcess(id, region, body.inputs, undefined, gathered))
    const bytes = await analyses.answer({
      processId: id,
      inputs: body.inputs,
      gathered,
      isSoon: work <= SOON_MILLISECONDS,
      // A client that closed the connection needs no answer.
      signal: c.req.raw.signal,
    })
    if (format.kind !== 'json' || keep) return kept(resultIn(bytes))
    return c.body(bytes, 200, { 'Content-Type': 'application/json' })
  })
  return routes
}

/** A problem where it was not written. */
function requireKept(row: KeptRow | null): void {
  if (row && row.outcome.kind !== 'written') throw problemOf(row.outcome, row)
}

const resultIn = (bytes: Uint8Array): ProcessResult<ProcessId> =>
  JSON.parse(new TextDecoder().decode(bytes))

/** As a file with a name that says what it is. */
async function sendDocument(
  c: Context,
  { extension }: { extension: Exclude<DocumentFormat, 'pdf'> },
  document: AnswerDocument | null,
): Promise<Response> {
  if (!document) throw new Error('An answer without a document was asked for as one.')
  const { workbook, table, layer } = document
  const format = EXPORT_FORMATS[extension]
  const content =
    extension === 'csv'
      ? EXPORT_FORMATS.csv.write(table)
      : extension === 'geojson'
        ? EXPORT_FORMATS.geojson.write(layer ?? { features: [] })
        : await EXPORT_FORMATS.xlsx.write(workbook)
  const name = encodeURIComponent(`${workbook.title}.${extension}`)
  return c.body(content, 200, {
    'Content-Type': format.mediaType,
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
  })
}

const PREFER: Parameter = {
  ...header(
    'Prefer',
    false,
    'respond-async: the answer is a job (201, Location) whose result is fetched later; else the answer is waited for',
  ),
  schema: { type: 'string', enum: ['respond-async'] },
}

const FORMAT_MEANS: Record<DocumentFormat, string> = {
  csv: 'every term of the answer as a table',
  xlsx: 'the whole answer as sheets',
  geojson: 'the candidates as points, with score, likely range, chance and needs',
  pdf: 'the report or handout as a file',
}

function formatParameter(formats: readonly DocumentFormat[]): Parameter {
  const means = formats.map((one) => `${one}: ${FORMAT_MEANS[one]}`).join('; ')
  return query('f', means, { type: 'string', enum: ['json', ...formats], default: 'json' })
}

const BYTES = { schema: { type: 'string', format: 'binary' } }
const DOCUMENT_CONTENT: Record<DocumentFormat, object> = {
  csv: { [EXPORT_FORMATS.csv.mediaType]: { schema: { type: 'string' } } },
  xlsx: { [EXPORT_FORMATS.xlsx.mediaType]: BYTES },
  geojson: { [EXPORT_FORMATS.geojson.mediaType]: { schema: { type: 'object' } } },
  pdf: { [PDF_TYPE]: BYTES },
}

const LANGUAGE = query('lang', 'in which the table or the sheets speak', {
  type: 'string',
  enum: DOCUMENT_LANGUAGES,
  default: DOCUMENT_LANGUAGES[0],
})

/** A report says in its inputs which language it is in. */
function documentParameters(formats: readonly DocumentFormat[]): Parameter[] {
  if (formats.length === 0) return []
  return [formatParameter(formats), ...(formats.includes('pdf') ? [] : [LANGUAGE])]
}

/** One analysis after the other: their schemas take a while. */
export function* processPaths(): Generator<Paths> {
  yield {
    '/processes': { get: { summary: 'Analyses', responses: ok(DOCUMENT) } },
    '/processes/{processId}': {
      get: {
        summary: 'One analysis: what it takes and gives',
        parameters: [path('processId')],
        responses: ok(DOCUMENT),
      },
    },
  }
  for (const id of PROCESS_IDS) {
    const { title, description } = PROCESSES[id]
    const { inputs, result } = schemasOf(id)
    const execution: Paths[string] = {
      post: {
        summary: title,
        description,
        parameters: [PREFER, ...documentParameters(formatsOf(id))],
        requestBody: {
          required: true,
          content: json({ type: 'object', required: ['inputs'], properties: { inputs } }),
        },
        responses: {
          ...ok(Object.assign(json(result), ...formatsOf(id).map((one) => DOCUMENT_CONTENT[one]))),
          '201': {
            description: 'Accepted as a job (Prefer: respond-async); Location says where',
            content: json(answered(Job)),
          },
        },
      },
    }
    yield { [`/processes/${id}/execution`]: execution }
  }
}

function schemasOf(id: ProcessId) {
  const { inputs, result } = PROCESS_SHAPES[id]
  return { inputs: sent(inputs), result: answered(result) }
}

function processId(id: string): ProcessId {
  if (isProcess(id)) return id
  throw new ProblemError(
    404,
    `There is no process “${id}”; there are ${PROCESS_IDS.join(', ')}.`,
    `没有“${id}”这个分析；现有 ${PROCESS_IDS.join('、')}。`,
  )
}

function summary(id: ProcessId, address: string) {
  const { title, description } = PROCESSES[id]
  return {
    id,
    title,
    description,
    version: '1.0.0',
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value'],
    links: [
      { rel: 'self', href: `${address}/api/processes/${id}`, type: 'application/json' },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/execute',
        href: `${address}/api/processes/${id}/execution`,
      },
    ],
  }
}
