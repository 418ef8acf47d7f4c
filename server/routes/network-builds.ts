// Building, adding and removing road networks from the page, for holders of the admin token.
import { Hono } from 'hono'
import {
  EXTRACT_LIMIT_BYTES,
  Extract,
  ExtractList,
  ExtractName,
  Job,
  NetworkOrder,
} from '#geodata/contract/jobs.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { only } from '#server/http/admin.ts'
import { readJson } from '#server/http/body.ts'
import {
  ADMIN,
  answered,
  json,
  ok,
  type Paths,
  path,
  problem,
  sent,
} from '#server/http/described.ts'
import { ProblemError, parseOrProblem } from '#server/http/problem.ts'
import { dropNetwork } from '#server/region/region.ts'
import { diskFull } from '#server/routes/outcome.ts'

export function networkBuildRoutes({ store, admin: isAdmin, builds: jobs, region }: Deps): Hono {
  const routes = new Hono()
  if (!isAdmin || !jobs) return routes
  const admin = only(isAdmin)
  routes.get('/extracts', async (c) =>
    c.json(ExtractList.parse({ items: await store.extracts.list(region.id) })),
  )
  routes.put('/extracts/:name', admin, async (c) => {
    const name = parseOrProblem(ExtractName, c.req.param('name'), '/name')
    const length = c.req.header('Content-Length')
    const expectedBytes = length === undefined ? null : Number(length)
    if ((expectedBytes ?? 0) > EXTRACT_LIMIT_BYTES) throw tooLarge()
    const body = c.req.raw.body ?? new Blob([]).stream()
    const limits = { limitBytes: EXTRACT_LIMIT_BYTES, expectedBytes }
    const received = await store.extracts.receive(region.id, name, body, limits)
    if (received.kind === 'too-large') throw tooLarge()
    if (received.kind === 'disk-full') throw diskFull()
    if (received.kind === 'cut-off') throw cutOff(received.bytes, expectedBytes)
    return c.json(received.extract, received.isNew ? 201 : 200)
  })
  routes.post('/networks', admin, async (c) => {
    const order = parseOrProblem(NetworkOrder, await readJson(c), '')
    const lying = await Promise.all(
      order.extracts.map((extract) => store.extracts.has(region.id, extract)),
    )
    const missing = order.extracts.flatMap((extract, i) =>
      lying[i] ? [] : [missingExtract(extract, i)],
    )
    if (missing.length > 0) {
      throw new ProblemError(
        422,
        'Not every extract lies here; GET /api/extracts lists those that do.',
        '有提取文件不在这里；GET /api/extracts 列出现有文件。',
        missing,
      )
    }
    const { kind, job } = await jobs.start(order)
    if (kind === 'busy') throw busy(job.jobID)
    return c.json(job, 201, { Location: `${addressOf(c)}/api/jobs/${job.jobID}` })
  })
  routes.delete('/networks/:networkId', admin, async (c) => {
    const id = c.req.param('networkId')
    if (!(await store.networks.remove(region.id, id))) throw noNetwork(id)
    dropNetwork(region, id)
    return c.body(null, 204)
  })
  return routes
}

export const networkBuildPaths = (): Paths => ({
  '/extracts': {
    get: {
      summary: 'OpenStreetMap extracts that lie ready in DATA_DIR/extracts',
      responses: ok(json(answered(ExtractList))),
    },
  },
  '/extracts/{name}': {
    put: {
      summary: 'Send an extract, up to 8 GiB (admin token)',
      security: ADMIN,
      parameters: [path('name')],
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        ...ok(json(answered(Extract)), 'Replaced'),
        '201': { description: 'Kept', content: json(answered(Extract)) },
      },
    },
  },
  '/networks': {
    post: {
      summary: 'Build a network from extracts that lie here (admin token)',
      security: ADMIN,
      requestBody: { required: true, content: json(sent(NetworkOrder)) },
      responses: {
        '201': { description: 'Accepted; Location leads to the job', content: json(answered(Job)) },
        ...problem(),
      },
    },
  },
  '/networks/{networkId}': {
    delete: {
      summary: 'Remove a network file (admin token)',
      security: ADMIN,
      parameters: [path('networkId')],
      responses: { '204': { description: 'Removed' }, ...problem() },
    },
  },
})

function missingExtract(extract: string, i: number) {
  return {
    pointer: `/extracts/${i}`,
    detail: `There is no extract “${extract}”; PUT /api/extracts/${extract} brings it.`,
    detailZh: `没有提取文件“${extract}”；可用 PUT /api/extracts/${extract} 上传。`,
  }
}

function busy(jobId: string): ProblemError {
  return new ProblemError(
    409,
    `Job ${jobId} is building a network; wait for it, or cancel it with DELETE /api/jobs/${jobId}.`,
    `任务 ${jobId} 正在生成路网；请等待其结束，或用 DELETE /api/jobs/${jobId} 取消。`,
  )
}

function tooLarge(): ProblemError {
  return new ProblemError(
    413,
    'The extract is over 8 GiB; cut it to the region, or put it into DATA_DIR/extracts by hand.',
    '提取文件超过 8 GiB；请裁剪到所需区域，或直接放入 DATA_DIR/extracts。',
  )
}

function cutOff(bytes: number, expectedBytes: number | null): ProblemError {
  const expected = expectedBytes ?? '?'
  return new ProblemError(
    400,
    `The extract is cut off: ${bytes} bytes came, ${expected} were announced; nothing was kept. Send it again.`,
    `提取文件不完整：收到 ${bytes} 字节，应有 ${expected} 字节；未保存任何内容，请重新发送。`,
  )
}

function noNetwork(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no network file “${id}” to remove; the skeleton always stays.`,
    `没有可删除的路网文件“${id}”；骨架路网始终保留。`,
  )
}
