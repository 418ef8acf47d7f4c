// What is recorded beside the collections: certificates of firms, what sources say of rows, the plan's tasks.
import { Hono } from 'hono'
import { Certification, PlanTask, Statement } from '#geodata/contract/documents.ts'
import type { Deps } from '#server/deps.ts'
import { answered, json, listOf, ok, type Paths, query } from '#server/http/described.ts'
import { tasksOf } from '#server/region/plan-rows.ts'
import { dated, statementsOf } from '#server/region/statement-rows.ts'

export function recordRoutes({ store: { documents }, region }: Deps): Hono {
  const routes = new Hono()
  routes.get('/certifications', async (c) => {
    const { companyId } = c.req.query()
    const rows = await documents.rows(region.id, 'certifications')
    const asked = rows.filter((row) => row.companyId && isAsked(row.companyId, companyId))
    return c.json({ items: asked.map((row) => Certification.parse(dated(row))) })
  })
  routes.get('/statements', async (c) => {
    const { about, rowId } = c.req.query()
    const rows = await statementsOf({ documents }, region.id)
    const asked = rows.filter((row) => isAsked(row.about, about) && isAsked(row.rowId, rowId))
    return c.json({ items: asked })
  })
  routes.get('/tasks', async (c) => c.json({ items: await tasksOf({ documents }, region.id) }))
  return routes
}

export const recordPaths = (): Paths => ({
  '/certifications': {
    get: {
      summary: 'Certificates and titles of firms',
      parameters: [query('companyId', 'only of this firm', { type: 'string' })],
      responses: ok(json(listOf(answered(Certification)))),
    },
  },
  '/statements': {
    get: {
      summary: 'What sources say of rows where they conflict, confirm or add',
      parameters: [
        query('about', 'only of rows of this collection', { type: 'string' }),
        query('rowId', 'only of this row', { type: 'string' }),
      ],
      responses: ok(json(listOf(answered(Statement)))),
    },
  },
  '/tasks': {
    get: {
      summary: 'Tasks of the action plan, with who answers for each',
      responses: ok(json(listOf(answered(PlanTask)))),
    },
  },
})

function isAsked(value: unknown, asked: string | undefined): boolean {
  return asked === undefined || value === asked
}
