// Comparisons that are shared: stored once under a short id, and read ever after as they were.
//
// The id is made from what is stored, so the same comparison has the same address, and none can be changed under it.
import { Hono } from 'hono'
import { COMPARISON_VERSION, Comparison, StoredComparison } from '#geodata/contract/comparisons.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { readJson } from '#server/http/body.ts'
import { answered, json, ok, type Paths, path, sent } from '#server/http/described.ts'
import { ProblemError, refusal } from '#server/http/problem.ts'
import { problemOf } from '#server/routes/outcome.ts'
import { BY } from '#server/routes/row-answers.ts'
import { signatureOf } from '#server/routes/signature.ts'

const COLLECTION = 'comparisons'
/** Of sixteen hexadecimal digits: a million comparisons and one in two million shares its address. */
const ID_LENGTH = 16

export function comparisonRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const find = async (id: string): Promise<StoredComparison | null> => {
    const row = await store.rows.find(region.id, COLLECTION, id)
    if (!row) return null
    const [made] = await store.history.changes(region.id, { collection: COLLECTION, rowId: id })
    const comparison = readContent(id, String(row.feature.properties.content))
    return { id, comparison, storedAt: made?.changedAt ?? null, storedBy: made?.who ?? null }
  }
  routes.get('/comparisons/:id', async (c) => {
    const id = c.req.param('id')
    const stored = await find(id)
    if (stored) return c.json(stored)
    throw new ProblemError(
      404,
      `There is no comparison “${id}”: it was deleted, or the link is not whole.`,
      `没有编号为“${id}”的比选：可能已被删除，或链接不完整。`,
    )
  })
  routes.post('/comparisons', async (c) => {
    const body = await readJson(c)
    const { by, errors } = signatureOf(c)
    const read = Comparison.safeParse(body, { reportInput: true })
    const faults = read.success ? [] : refusalsOf(read.error, body, '')
    if (!read.success || !by) throw refusal([...faults, ...errors])
    const content = JSON.stringify(read.data)
    const id = hashOf(read.data).slice(0, ID_LENGTH)
    const headers = { Location: `${addressOf(c)}/api/comparisons/${id}` }
    const known = await find(id)
    if (known) return c.json(known, 200, headers)
    const outcome = await store.rows.write(region.id, {
      collection: COLLECTION,
      id,
      seen: 'nothing',
      by,
      draft: () => ({
        type: 'Feature',
        geometry: null,
        properties: {
          title: read.data.title,
          content,
          source: by.who,
          confidence: 'high',
        },
      }),
    })
    if (outcome.kind !== 'written') throw problemOf(outcome, { collection: COLLECTION, id })
    return c.json(await find(id), 201, headers)
  })
  return routes
}

/** What was stored under the id; a 422 where this server cannot read it. */
function readContent(id: string, content: string): Comparison {
  const held = jsonIn(content)
  const read = Comparison.safeParse(held)
  if (read.success) return read.data
  const { version } = (held ?? {}) as { version?: unknown }
  if (typeof version === 'number' && version > COMPARISON_VERSION) {
    throw new ProblemError(
      422,
      `Comparison “${id}” was stored by a newer version of the atlas (${version}; ${COMPARISON_VERSION} is the newest read here): ask the operator to update this server.`,
      `编号为“${id}”的比选由较新版本保存（第 ${version} 版，此处最多能读第 ${COMPARISON_VERSION} 版）：请管理员更新本服务。`,
    )
  }
  throw new ProblemError(
    422,
    `Comparison “${id}” is damaged and cannot be read: ask whoever shared it to share it again.`,
    `编号为“${id}”的比选已损坏，无法读取：请分享者重新分享。`,
  )
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

export const comparisonPaths = (): Paths => ({
  '/comparisons': {
    post: {
      summary: 'Stores a comparison under a short id; the same one has the same id',
      parameters: BY,
      requestBody: { required: true, content: json(sent(Comparison)) },
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
