// What was changed and how it is undone; what a newer base proposes and how that is answered.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Proposal } from '#geodata/contract/documents.ts'
import {
  ChangeRows,
  type HistoryEntry,
  HistoryList,
  HistoryPage,
} from '#geodata/contract/history.ts'
import type { Deps } from '#server/deps.ts'
import { answered, header, json, ok, type Paths, path, query } from '#server/http/described.ts'
import { flag } from '#server/http/flag.ts'
import { ProblemError } from '#server/http/problem.ts'
import { answerOutcome } from '#server/routes/outcome.ts'
import { BY, DETACH, deleted, written } from '#server/routes/row-answers.ts'
import { editorOf, seenIn } from '#server/routes/signature.ts'
import type { ChangeLine } from '#server/store/history-store.ts'

const LIMIT_DEFAULT = 50
const LIMIT_MAXIMUM = 1000

export function historyRoutes({ store: { history }, region }: Deps): Hono {
  const routes = new Hono()
  routes.get('/history', async (c) => {
    const asked = historyQuery(c)
    const lines = await history.changes(region.id, asked)
    const changes = await history.counts(region.id, asked)
    return c.json(HistoryPage.parse({ items: lines.map(entryOf), changes }))
  })
  routes.get('/history/:changeId', async (c) => {
    const changeId = c.req.param('changeId')
    const { collection, limit, offset } = c.req.query()
    const { lines, matched } = await history.lines(region.id, changeId, {
      limit: Math.min(whole('limit', limit, LIMIT_DEFAULT), LIMIT_MAXIMUM),
      offset: whole('offset', offset, 0, 0),
      ...(collection ? { collection } : {}),
    })
    if (matched === 0) throw noChange(changeId)
    return c.json(ChangeRows.parse({ items: lines.map(entryOf), matched }))
  })
  routes.post('/history/:changeId/undo', async (c) => {
    const changeId = c.req.param('changeId')
    const keeps = flag(c, 'keepChanged')
    const outcome = await history.undo(region.id, changeId, editorOf(c), keeps)
    const { parks } = region.facts
    const about = { collection: 'history', id: changeId, isUndo: true as const, parks }
    if (outcome.kind !== 'written') return answerOutcome(c, outcome, about)
    const lines = await history.change(region.id, outcome.changeId ?? '')
    return c.json(HistoryList.parse({ items: lines.map(entryOf) }))
  })
  routes.get('/proposals', async (c) => {
    const proposals = await history.proposals(region.id)
    const items = proposals.map(({ collection, ...rest }) =>
      Proposal.parse({ ...rest, tableName: collection }),
    )
    return c.json({ items })
  })
  routes.post('/proposals/:tableName/:rowId/accept', async (c) => {
    const { tableName: collection, rowId } = c.req.param()
    const header = c.req.header('If-Match')
    const outcome = await history.accept(region.id, {
      collection,
      rowId,
      by: editorOf(c),
      seen: header ? seenIn(header) : 'anything',
      detach: flag(c, 'detach'),
    })
    return answerOutcome(c, outcome, { collection, id: rowId, isOffered: true })
  })
  routes.post('/proposals/:tableName/:rowId/refuse', async (c) => {
    const { tableName: collection, rowId } = c.req.param()
    const outcome = await history.refuse(region.id, { collection, rowId, by: editorOf(c) })
    return answerOutcome(c, outcome, { collection, id: rowId })
  })
  return routes
}

export function historyPaths(): Paths {
  const proposal = [path('tableName'), path('rowId')]
  return {
    '/history': {
      get: {
        summary: 'Changes, newest first; rows changed together share their changeId',
        parameters: [
          query('collection', 'only of this collection', { type: 'string' }),
          query('id', 'only of this row', { type: 'string' }),
          query('before', 'only changes older than this changeId', { type: 'string' }),
          query('limit', 'how many changes', {
            type: 'integer',
            minimum: 1,
            maximum: LIMIT_MAXIMUM,
            default: LIMIT_DEFAULT,
          }),
          query('rows', 'at most so many rows of each change, its first; without it all', {
            type: 'integer',
            minimum: 1,
          }),
        ],
        responses: ok(json(answered(HistoryPage))),
      },
    },
    '/history/{changeId}': {
      get: {
        summary: 'Rows of one change, in the order in which they were changed; paged',
        parameters: [
          path('changeId'),
          query('collection', 'only of this collection', { type: 'string' }),
          query('limit', 'how many rows', {
            type: 'integer',
            minimum: 1,
            maximum: LIMIT_MAXIMUM,
            default: LIMIT_DEFAULT,
          }),
          query('offset', 'after so many', { type: 'integer', minimum: 0, default: 0 }),
        ],
        responses: ok(json(answered(ChangeRows))),
      },
    },
    '/history/{changeId}/undo': {
      post: {
        summary: 'Put back what a change did, if its rows are still as it left them (else 409)',
        parameters: [
          path('changeId'),
          query('keepChanged', 'put back the others where some rows were changed since', {
            type: 'boolean',
            default: false,
          }),
          ...BY,
        ],
        responses: ok(json(answered(HistoryList)), 'The change that undoes it'),
      },
    },
    '/proposals': {
      get: {
        summary: 'What a newer base would change where a person’s edit stands',
        responses: ok(json(answered(z.object({ items: z.array(Proposal) })))),
      },
    },
    '/proposals/{tableName}/{rowId}/accept': {
      post: {
        summary: 'Let the row be what the newer base says',
        parameters: [
          ...proposal,
          ...BY,
          header('If-Match', false, 'the ETag of the row as it was seen'),
          DETACH,
        ],
        responses: { ...written(), ...deleted() },
      },
    },
    '/proposals/{tableName}/{rowId}/refuse': {
      post: {
        summary: 'Let the edit stand',
        parameters: [...proposal, ...BY],
        responses: { ...written(), ...deleted() },
      },
    },
  }
}

function entryOf({ collection, ...line }: ChangeLine): HistoryEntry {
  return { ...line, tableName: collection }
}

function historyQuery(c: Context) {
  const { collection, id, before, limit, rows } = c.req.query()
  return {
    limit: Math.min(whole('limit', limit, LIMIT_DEFAULT), LIMIT_MAXIMUM),
    ...(collection ? { collection } : {}),
    ...(id ? { rowId: id } : {}),
    ...(before ? { before: String(whole('before', before, 0)) } : {}),
    ...(rows ? { rows: whole('rows', rows, 0) } : {}),
  }
}

function noChange(changeId: string): ProblemError {
  return new ProblemError(
    404,
    `There is no change “${changeId}” in the history; GET /api/history lists those there are.`,
    `修订记录里没有改动“${changeId}”；现有的改动见 GET /api/history。`,
  )
}

function whole(name: string, text: string | undefined, fallback: number, least = 1): number {
  if (text === undefined) return fallback
  const value = z.coerce.number().int().min(least).safeParse(text)
  if (value.success) return value.data
  const detail = `${name} came as “${text}”; expected a whole number from ${least}.`
  const detailZh = `${name} 收到“${text}”；应为不小于 ${least} 的整数。`
  throw new ProblemError(400, detail, detailZh, [{ pointer: `?${name}`, detail, detailZh }])
}
