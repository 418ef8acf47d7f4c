// The writing part of the API described for programs: drafts, history, undo, proposals.
import { z } from 'zod'
import { Proposal } from '#geodata/contract/documents.ts'
import {
  DRAFTS,
  EDITABLE,
  EDITABLE_IDS,
  type EditableId,
} from '#geodata/contract/editable/editable.ts'
import { DependentList, HistoryList, RowFeature } from '#geodata/contract/history.ts'

export type Operation = Record<string, unknown> & { summary: string }
type Paths = Record<string, Record<string, Operation>>

const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const query = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  description,
  schema,
})
const header = (name: string, required: boolean, description: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})
const BY = [
  header('Atlas-Editor', true, 'who makes the change, 1 to 80 characters, percent-encoded UTF-8'),
  header('Atlas-Reason', true, 'why, 1 to 500 characters, percent-encoded UTF-8'),
]
const IF_MATCH = header('If-Match', true, 'the ETag last read; * for whatever is there')
const DETACH = query('detach', 'true: rows that name this one no longer do', { type: 'boolean' })
const FEATURE = { 'application/geo+json': { schema: z.toJSONSchema(RowFeature) } }
const json = (schema: z.ZodType) => ({ 'application/json': { schema: z.toJSONSchema(schema) } })

export function editPaths(problem: object): Paths {
  const ok = (content: object, description = 'OK') => ({
    '200': { description, content },
    default: problem,
  })
  const gone = { '204': { description: 'Gone; Atlas-Change names the change' }, default: problem }
  const written = ok(FEATURE, 'The row as it is now; ETag, and Atlas-Change names the change')
  const change = path('changeId')
  const proposal = [path('tableName'), path('rowId')]
  return {
    ...Object.assign({}, ...EDITABLE_IDS.map((id) => pathsOf(id, problem, written, gone))),
    '/history': {
      get: {
        summary: 'Changes, newest first; rows changed together share their changeId',
        parameters: [
          query('collection', 'only of this collection', { type: 'string' }),
          query('id', 'only of this row', { type: 'string' }),
          query('before', 'only changes older than this changeId', { type: 'string' }),
          query('limit', 'how many changes, 1 to 1,000, default 50', { type: 'integer' }),
        ],
        responses: ok(json(HistoryList)),
      },
    },
    '/history/{changeId}/undo': {
      post: {
        summary: 'Put back what a change did, if its rows are still as it left them (else 409)',
        parameters: [change, ...BY],
        responses: ok(json(HistoryList), 'The change that undoes it'),
      },
    },
    '/proposals': {
      get: {
        summary: 'What a newer base would change where a person’s edit stands',
        responses: ok(json(z.object({ items: z.array(Proposal) }))),
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
        responses: { ...written, ...gone },
      },
    },
    '/proposals/{tableName}/{rowId}/refuse': {
      post: {
        summary: 'Let the edit stand',
        parameters: [...proposal, ...BY],
        responses: { ...written, ...gone },
      },
    },
  }
}

function pathsOf(id: EditableId, problem: object, written: object, gone: object): Paths {
  const { en } = EDITABLE[id].title
  const body = {
    required: true,
    content: {
      'application/geo+json': {
        schema: z.toJSONSchema(DRAFTS[id], { unrepresentable: 'any', io: 'input' }),
      },
    },
  }
  const patch = {
    required: true,
    content: { 'application/merge-patch+json': { schema: { type: 'object' } } },
  }
  const feature = path('featureId')
  return {
    [`/collections/${id}/items`]: {
      post: {
        summary: `${en}: add one`,
        parameters: BY,
        requestBody: body,
        responses: {
          '201': { description: 'Added; Location, ETag, Atlas-Change', content: FEATURE },
          default: problem,
        },
      },
    },
    [`/collections/${id}/items/{featureId}`]: {
      put: {
        summary: `${en}: replace one`,
        parameters: [feature, IF_MATCH, ...BY],
        requestBody: body,
        responses: written,
      },
      patch: {
        summary: `${en}: change some fields of one (RFC 7396)`,
        parameters: [feature, IF_MATCH, ...BY],
        requestBody: patch,
        responses: written,
      },
      delete: {
        summary: `${en}: delete one; 409 with dependents where others name it`,
        parameters: [feature, IF_MATCH, DETACH, ...BY],
        responses: gone,
      },
    },
    [`/collections/${id}/items/{featureId}/dependents`]: {
      get: {
        summary: `${en}: rows that name this one`,
        parameters: [feature],
        responses: {
          '200': { description: 'OK', content: json(DependentList) },
          default: problem,
        },
      },
    },
  }
}
