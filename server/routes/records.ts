// What is recorded beside the collections: certificates of firms, what sources say of rows, the plan's tasks.
import { Hono } from 'hono'
import { Certification, PlanTask, Statement } from '#geodata/contract/documents.ts'
import type { Deps } from '#server/deps.ts'
import { answered, json, listOf, ok, type Paths, query } from '#server/http/described.ts'
import { tasksOf } from '#server/region/plan-rows.ts'

type Row = Record<string, unknown>

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
    const rows = await documents.rows(region.id, 'statements')
    // A row that was deleted here leaves what was said of it without a subject.
    const asked = rows.filter(
      (row) => row.rowId && isAsked(row.about, about) && isAsked(row.rowId, rowId),
    )
    return c.json({ items: asked.map(statementOf) })
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

function statementOf(row: Row): Statement {
  const { noteZh, noteEn } = row
  return Statement.parse({
    ...dated(row),
    value: { zh: row.valueZh, en: row.valueEn },
    note: noteZh ? { zh: noteZh, en: noteEn } : null,
  })
}

/** A year alone may have been read as a number. */
function dated(row: Row): Row {
  return { ...row, asOf: row.asOf === null ? null : String(row.asOf) }
}
