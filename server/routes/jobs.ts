// How is long work doing, what came of it, and can it be stopped? (OGC API – Processes: jobs)
import { Hono } from 'hono'
import { Job, JobList } from '#geodata/contract/jobs.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { only } from '#server/http/admin.ts'
import { answerFormat } from '#server/http/answer-format.ts'
import {
  ADMIN,
  answered,
  DOCUMENT,
  json,
  ok,
  type Paths,
  path,
  query,
} from '#server/http/described.ts'
import { PDF_TYPE, sendPdf } from '#server/http/pdf-answer.ts'
import { ProblemError } from '#server/http/problem.ts'
import { formatsOf } from '#server/processes/documents.ts'
import { isProcess } from '#server/processes/index.ts'
import { isBuild, isOver } from '#server/store/job-store.ts'
import { resultOf } from '#server/workers/job-record.ts'

export function jobRoutes({ store, region, admin, builds, analyses }: Deps): Hono {
  const routes = new Hono()
  routes.get('/jobs', async (c) => {
    const href = `${addressOf(c)}/api/jobs`
    const links = [{ rel: 'self', href, type: 'application/json' }]
    const jobs = await store.jobs.all(region.id)
    return c.json(JobList.parse({ jobs, links }))
  })
  routes.get('/jobs/:jobId', async (c) => {
    const job = await store.jobs.find(region.id, c.req.param('jobId'))
    if (!job) throw noJob(c.req.param('jobId'))
    return c.json(Job.parse(job))
  })
  routes.get('/jobs/:jobId/results', async (c) => {
    const jobId = c.req.param('jobId')
    const job = await store.jobs.find(region.id, jobId)
    if (!job || isBuild(job)) throw noJob(jobId)
    if (!isOver(job)) {
      throw new ProblemError(
        404,
        'The job is not done; ask for its status and come back.',
        '任务尚未完成；请先查看状态，稍后再来。',
      )
    }
    const body = (await resultOf(store.jobs, region.id, jobId)) ?? ''
    const formats = isProcess(job.processID) ? formatsOf(job.processID) : []
    const isPdf = answerFormat(c, formats.includes('pdf') ? ['pdf'] : []).kind === 'pdf'
    if (isPdf) return sendPdf(c, JSON.parse(body))
    return c.body(body, 200, {
      'Content-Type': 'application/json',
    })
  })
  // A build replaces a network, so cancelling it takes the token; an analysis belongs to the user who started it.
  routes.delete('/jobs/:jobId', async (c, next) => {
    const job = await analyses?.dismiss(c.req.param('jobId'))
    return job ? c.json(Job.parse(job)) : next()
  })
  if (admin && builds) {
    routes.delete('/jobs/:jobId', only(admin), async (c) => {
      const job = await builds.dismiss(c.req.param('jobId'))
      if (!job) throw noJob(c.req.param('jobId'))
      return c.json(Job.parse(job))
    })
  }
  return routes
}

export const jobPaths = (): Paths => ({
  '/jobs': {
    get: {
      summary: 'Analyses and builds of networks in this run of the server, the newest first',
      responses: ok(json(answered(JobList))),
    },
  },
  '/jobs/{jobId}': {
    get: {
      summary: 'How far a job is',
      parameters: [path('jobId')],
      responses: ok(json(answered(Job))),
    },
    delete: {
      summary: 'Cancel a job (the build of a network: admin token); what it was to replace stays',
      security: ADMIN,
      parameters: [path('jobId')],
      responses: ok(json(answered(Job))),
    },
  },
  '/jobs/{jobId}/results': {
    get: {
      summary: 'What an analysis that ran as a job has found',
      parameters: [
        path('jobId'),
        query('f', 'pdf: of a report its file instead of its answer', {
          type: 'string',
          enum: ['json', 'pdf'],
          default: 'json',
        }),
      ],
      responses: ok({
        ...DOCUMENT,
        [PDF_TYPE]: { schema: { type: 'string', format: 'binary' } },
      }),
    },
  },
})

function noJob(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no job “${id}” in this run of the server; /api/jobs lists those there are.`,
    `本次运行中没有任务“${id}”；/api/jobs 列出现有任务。`,
  )
}
