// What kinds of problems does the API answer with? Where the `type` of a problem leads (RFC 9457).
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { addressOf } from '#server/http/address.ts'
import { answered, json, ok, type Paths, path } from '#server/http/described.ts'
import { PROBLEM_KINDS, ProblemError } from '#server/http/problem.ts'

const ProblemKind = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  titleZh: z.string(),
})

export function problemRoutes(): Hono {
  const routes = new Hono()
  routes.get('/problems', (c) => c.json({ items: kindsAt(c) }))
  routes.get('/problems/:problemId', (c) => {
    const id = c.req.param('problemId')
    const kind = kindsAt(c).find(({ type }) => type.endsWith(`/${id}`))
    if (kind) return c.json(kind)
    throw new ProblemError(
      404,
      `There is no kind of problem “${id}”; /api/problems lists them.`,
      `没有“${id}”这类问题；/api/problems 列出全部。`,
    )
  })
  return routes
}

export const problemPaths = (): Paths => ({
  '/problems': {
    get: {
      summary: 'Kinds of problems',
      responses: ok(json(answered(z.object({ items: z.array(ProblemKind) })))),
    },
  },
  '/problems/{problemId}': {
    get: {
      summary: 'One kind of problem: where the type of a problem leads',
      parameters: [path('problemId')],
      responses: ok(json(answered(ProblemKind))),
    },
  },
})

function kindsAt(c: Context): z.infer<typeof ProblemKind>[] {
  return Object.entries(PROBLEM_KINDS).map(([status, { id, title, titleZh }]) => ({
    type: `${addressOf(c)}/api/problems/${id}`,
    status: Number(status),
    title,
    titleZh,
  }))
}
