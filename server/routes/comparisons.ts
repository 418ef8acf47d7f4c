// Comparisons that are shared: stored once under a short id, and read ever after as they were.
//
// The id is made from what is stored, so the same comparison has the same address, and none can be changed under it.
import { Hono } from 'hono'
import { NewComparison, StoredComparison } from '#geodata/contract/comparisons.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { readJson } from '#server/http/body.ts'
import { answered, json, ok, type Paths, path, sent } from '#server/http/described.ts'
import { refusal } from '#server/http/problem.ts'
import {
  COMPARISONS as COLLECTION,
  comparisonIdOf,
  noComparison,
  storedComparison,
  writeComparison,
} from '#server/region/stored-comparison.ts'
import { problemOf } from '#server/routes/outcome.ts'
import { BY } from '#server/routes/row-answers.ts'
import { signatureOf } from '#server/routes/signature.ts'

export function comparisonRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const find = (id: string) => storedComparison(store, region.id, id)
  routes.get('/comparisons/:id', async (c) => {
    const id = c.req.param('id')
    const stored = await find(id)
    if (stored) return c.json(stored)
    throw noComparison(id)
  })
  routes.post('/comparisons', async (c) => {
    const body = await readJson(c)
    const { by, errors } = signatureOf(c)
    const read = NewComparison.safeParse(body, { reportInput: true })
    const faults = read.success ? [] : refusalsOf(read.error, body, '')
    if (!read.success || !by) throw refusal([...faults, ...errors])
    const id = comparisonIdOf(read.data)
    const headers = { Location: `${addressOf(c)}/api/comparisons/${id}` }
    const known = await find(id)
    if (known) return c.json(known, 200, headers)
    const outcome = await writeComparison(store, region.id, read.data, by)
    if (outcome.kind !== 'written') throw problemOf(outcome, { collection: COLLECTION, id })
    return c.json(await find(id), 201, headers)
  })
  return routes
}

export const comparisonPaths = (): Paths => ({
  '/comparisons': {
    post: {
      summary: 'Stores a comparison under a short id; the same one has the same id',
      parameters: BY,
      requestBody: { required: true, content: json(sent(NewComparison)) },
      responses: {
        ...ok(json(answered(StoredComparison)), 'It was stored before'),
        '201': {
          description: 'Stored; Location is its address',
          content: json(answered(StoredComparison)),
        },
      },
    },
  },
  '/comparisons/{comparisonId}': {
    get: {
      summary: 'A stored comparison, as it was',
      parameters: [path('comparisonId')],
      responses: ok(json(answered(StoredComparison))),
    },
  },
})
