// Do analyses run beside the server: same answer, progress, cancel, and no other request waits?
import { describe, expect, it } from 'vitest'
import { AnalysisJob } from '#geodata/contract/jobs.ts'
import { runProcess, workOf } from '#server/processes/index.ts'
import { loadRegion } from '#server/region/region.ts'
import { ADMIN_TOKEN, builtApp, problemOf, sending } from '#tests/support/built-app.ts'

const built = builtApp()
const SITING = { productId: 'battery-tray' }
const ASYNC = { Prefer: 'respond-async' }

const ask = (address: string, init?: RequestInit) => built.app.request(address, init)
const execute = async (id: string, inputs: object, headers = {}) =>
  ask(`/api/processes/${id}/execution`, sending('POST', { inputs }, headers))

async function started(id: string, inputs: object): Promise<AnalysisJob> {
  const response = await execute(id, inputs, ASYNC)
  expect(response.status).toBe(201)
  expect(response.headers.get('Preference-Applied')).toBe('respond-async')
  const job = AnalysisJob.parse(await response.json())
  expect(response.headers.get('Location')).toBe(`http://localhost/api/jobs/${job.jobID}`)
  return job
}

it('answers a job with the very bytes of the same request without one', async () => {
  const job = await started('siting', SITING)
  const early = await ask(`/api/jobs/${job.jobID}/results`)
  if (job.status !== 'successful') await problemOf(early, 404)
  await built.analyses.result(job.jobID)
  const done = await ask(`/api/jobs/${job.jobID}`)
  expect(await done.json()).toMatchObject({ status: 'successful', progress: 100 })
  const asJob = await (await ask(`/api/jobs/${job.jobID}/results`)).text()
  expect(asJob).toBe(await (await execute('siting', SITING)).text())
})

it('sees what was edited since the thread began', async () => {
  const before = await started('siting', SITING)
  const first = JSON.parse((await built.analyses.result(before.jobID)) ?? '')
  const hub = '/api/collections/hubs/items/H-P01'
  const seen = await ask(hub)
  expect(seen.status).toBe(200)
  const etag = seen.headers.get('ETag') ?? ''
  const change = { properties: { note: 'an invented note' } }
  const headers = { 'If-Match': etag, 'Atlas-Editor': 'tester', 'Atlas-Reason': 'test' }
  const patched = await ask(hub, sending('PATCH', change, headers))
  expect(patched.status).toBe(200)
  const after = await started('siting', SITING)
  const second = JSON.parse((await built.analyses.result(after.jobID)) ?? '')
  expect(second.basis.dataset.hash).not.toBe(first.basis.dataset.hash)
})

it('lets a job be cancelled without the token, running or waiting, and goes on with the next', async () => {
  const long = { siting: SITING, draws: 100_000 }
  const [running, waiting, last] = [
    await started('sensitivity', long),
    await started('sensitivity', long),
    await started('siting', SITING),
  ]
  // The server answers while the thread works.
  expect((await execute('siting', SITING)).status).toBe(200)
  for (const { jobID } of [waiting, running]) {
    const cancelled = await ask(`/api/jobs/${jobID}`, { method: 'DELETE' })
    expect(await cancelled.json()).toMatchObject({ status: 'dismissed' })
    await problemOf(await ask(`/api/jobs/${jobID}/results`), 409)
  }
  expect(await built.analyses.result(last.jobID)).toContain('"ranking"')
  const { jobs } = await (await ask('/api/jobs')).json()
  expect(jobs.map(({ jobID }: AnalysisJob) => jobID)).toContain(last.jobID)
})

it('lets orders be cancelled while the thread starts and reads the data, again and again', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const { jobID } = await started('gap-filling', { exact: true })
    await ask(`/api/jobs/${jobID}`, { method: 'DELETE' })
  }
  const last = await started('siting', SITING)
  expect(await built.analyses.result(last.jobID)).toContain('"ranking"')
})

it('reports a refused question as the request itself would', async () => {
  const job = await started('siting', { productId: 'nothing' })
  await expect(built.analyses.result(job.jobID)).rejects.toThrow()
  const problem = await problemOf(await ask(`/api/jobs/${job.jobID}/results`), 404)
  expect(problem).toEqual(await problemOf(await execute('siting', { productId: 'nothing' }), 404))
  expect(await (await ask(`/api/jobs/${job.jobID}`)).json()).toMatchObject({ status: 'failed' })
})

/** The most that one question may ask. */
const MOST_PAIRS = {
  origins: Array.from({ length: 200 }, (_, index) => [106 + index / 500, 29.5]),
  destinations: Array.from({ length: 1000 }, (_, index) => [106 + index / 2500, 29.6]),
}

it('answers others first when a question takes long, and that with the bytes it always has', async () => {
  const long = execute('od-matrix', MOST_PAIRS).then((answer) => answer.text())
  const short = execute('nearest', { origin: [106.55, 29.56], collection: 'hubs' })
  const first = await Promise.race([long.then(() => 'long'), short.then(() => 'short')])
  expect(first).toBe('short')
  const region = await loadRegion(built.store)
  expect(await long).toBe(JSON.stringify(runProcess('od-matrix', region, MOST_PAIRS)))
  // It is nobody's job.
  const { jobs } = await (await ask('/api/jobs')).json()
  expect(jobs.filter(({ processID }: AnalysisJob) => processID === 'od-matrix')).toEqual([])
})

it('refuses a long question as a short one, and drops it when nobody waits any more', async () => {
  const long = { siting: { productId: 'nothing' }, draws: 100_000 }
  const problem = await problemOf(await execute('sensitivity', long), 404)
  expect(problem.errors?.[0]?.pointer).toBe('/inputs/siting/productId')
  const gone = new AbortController()
  const question = {
    processId: 'od-matrix',
    inputs: MOST_PAIRS,
    isSoon: true,
    signal: gone.signal,
  } as const
  const [dropped, kept] = [
    built.analyses.answer(question),
    built.analyses.answer({ ...question, signal: new AbortController().signal }),
  ]
  gone.abort()
  await expect(dropped).rejects.toThrow('cancelled')
  expect((await kept).length).toBeGreaterThan(100_000)
})

describe('the work of a question', () => {
  const SENSITIVITY = { siting: SITING, draws: 100_000 }
  const STREETS = { conditions: { timeFactor: 1.3 } }
  const HERE = { origin: [106.55, 29.56] }
  it.each([
    ['nearest', { ...HERE, collection: 'companies' }, 'soon', 'soon'],
    ['nearest', { ...HERE, collection: 'hubs' }, 'at once', 'soon'],
    ['isochrone', HERE, 'at once', 'soon'],
    ['siting', SITING, 'soon', 'long'],
    ['siting', { ...SITING, doubt: { draws: 100 } }, 'at once', 'long'],
    ['sensitivity', { siting: SITING }, 'soon', 'long'],
    ['sensitivity', SENSITIVITY, 'soon', 'long'],
    ['coverage', {}, 'soon', 'long'],
    ['park-index', {}, 'at once', 'long'],
    ['od-matrix', MOST_PAIRS, 'soon', 'long'],
    ['surface', { siting: SITING, resolution: 8 }, 'long', 'long'],
    ['gap-filling', { exact: true }, 'long', 'long'],
  ] as const)(
    '%s is done %j: %s, under conditions on a large network %s',
    async (id, inputs, ...then) => {
      const region = await loadRegion(built.store)
      const [plain] = [region.skeleton]
      const large = {
        ...plain,
        summary: { ...plain.summary, id: 'large', nodes: 150_000 },
        streets: {} as NonNullable<typeof plain.streets>,
      }
      const under =
        'siting' in inputs ? { ...inputs, siting: { ...inputs.siting, ...STREETS } } : inputs
      const speed = (milliseconds: number) =>
        milliseconds <= 60 ? 'at once' : milliseconds <= 2000 ? 'soon' : 'long'
      expect([
        speed(workOf(id, region, inputs)),
        speed(
          workOf(
            id,
            { ...region, streets: [large] },
            'siting' in inputs ? under : { ...inputs, ...STREETS },
          ),
        ),
      ]).toEqual(then)
    },
  )
})

it('knows no other jobs', async () => {
  await problemOf(await ask('/api/jobs/none'), 404)
  await problemOf(await ask('/api/jobs/none/results'), 404)
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}` }
  await problemOf(await ask('/api/jobs/none', { method: 'DELETE', headers }), 404)
})
