// How far is long work, and can it be stopped? (OGC API – Processes: job list, status, dismiss)
import { Hono } from 'hono'
import { Job, JobList } from '#geodata/contract/jobs.ts'
import { adminOnly } from '#server/admin.ts'
import { ProblemError } from '#server/problem.ts'
import type { Builds } from '#server/routes/network-builds.ts'

export function jobRoutes({ adminToken, jobs }: Builds): Hono {
  const routes = new Hono()
  routes.get('/jobs', (c) => {
    const href = `${new URL(c.req.url).origin}/api/jobs`
    const links = [{ rel: 'self', href, type: 'application/json' }]
    return c.json(JobList.parse({ jobs: jobs.all(), links }))
  })
  routes.get('/jobs/:jobId', (c) => {
    const job = jobs.find(c.req.param('jobId'))
    if (!job) throw noJob(c.req.param('jobId'))
    return c.json(Job.parse(job))
  })
  routes.delete('/jobs/:jobId', adminOnly(adminToken), async (c) => {
    const job = await jobs.dismiss(c.req.param('jobId'))
    if (!job) throw noJob(c.req.param('jobId'))
    return c.json(Job.parse(job))
  })
  return routes
}

function noJob(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no job “${id}” in this run of the server; /api/jobs lists those there are.`,
    `本次运行中没有任务“${id}”；/api/jobs 列出现有任务。`,
  )
}
