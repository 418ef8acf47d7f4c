// The analyses (OGC API – Processes, part 1); every answer says what it stands on.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '#server/deps.ts'
import { readJson } from '#server/http/body.ts'
import { ProblemError, parseOrProblem } from '#server/http/problem.ts'
import { PROCESSES } from '#server/processes/index.ts'
import type { Process } from '#server/processes/process.ts'

export function processRoutes({ region, analyses }: Deps): Hono {
  const routes = new Hono()
  routes.get('/processes', (c) =>
    c.json({ processes: Object.keys(PROCESSES).map((id) => summary(id, c.req.url)), links: [] }),
  )
  routes.get('/processes/:id', (c) => {
    const id = c.req.param('id')
    const process = processOf(id)
    return c.json({
      ...summary(id, c.req.url),
      inputs: {
        inputs: {
          title: 'inputs',
          schema: z.toJSONSchema(process.inputs, { io: 'input', unrepresentable: 'any' }),
        },
      },
      outputs: { result: { schema: z.toJSONSchema(process.result, { unrepresentable: 'any' }) } },
    })
  })
  routes.post('/processes/:id/execution', async (c) => {
    const id = c.req.param('id')
    const process = processOf(id)
    const body = parseOrProblem(
      z.looseObject({ inputs: z.record(z.string(), z.unknown()) }),
      await readJson(c),
      '',
    )
    if (!analyses) return c.json(process.run(region, body.inputs))
    if (/\brespond-async\b/.test(c.req.header('Prefer') ?? '')) {
      const job = analyses.start(id, body.inputs)
      return c.json(job, 201, {
        Location: `${new URL(c.req.url).origin}/api/jobs/${job.jobID}`,
        'Preference-Applied': 'respond-async',
      })
    }
    if (!process.isLong?.(body.inputs)) return c.json(process.run(region, body.inputs))
    const { jobID } = analyses.start(id, body.inputs)
    // Who has gone needs no answer.
    c.req.raw.signal.addEventListener('abort', () => analyses.dismiss(jobID))
    const text = (await analyses.result(jobID)) ?? ''
    return c.body(text, 200, { 'Content-Type': 'application/json' })
  })
  return routes
}

/** The schemas of every process, for the OpenAPI document. */
export function processSchemas() {
  return Object.entries(PROCESSES).map(([id, { title, description, inputs, result }]) => ({
    id,
    title,
    description,
    inputs: z.toJSONSchema(inputs, { io: 'input', unrepresentable: 'any' }),
    result: z.toJSONSchema(result, { unrepresentable: 'any' }),
  }))
}

function processOf(id: string): Process {
  const process = PROCESSES[id]
  if (process && Object.hasOwn(PROCESSES, id)) return process
  const all = Object.keys(PROCESSES)
  throw new ProblemError(
    404,
    `There is no process “${id}”; there are ${all.join(', ')}.`,
    `没有“${id}”这个分析；现有 ${all.join('、')}。`,
  )
}

function summary(id: string, url: string) {
  const { title, description } = processOf(id)
  const { origin } = new URL(url)
  return {
    id,
    title,
    description,
    version: '1.0.0',
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value'],
    links: [
      { rel: 'self', href: `${origin}/api/processes/${id}`, type: 'application/json' },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/execute',
        href: `${origin}/api/processes/${id}/execution`,
      },
    ],
  }
}
