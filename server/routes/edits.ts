// What people write: every table of the registry, row by row (OGC API – Features, part 4).
import { type Context, Hono } from 'hono'
import {
  type AnyDraft,
  DRAFTS,
  DRAFTS_WITHOUT_PLACE,
  EDITABLE,
  EDITABLE_IDS,
  type EditableId,
} from '#geodata/contract/editable/editable.ts'
import { DependentList, type RowFeature } from '#geodata/contract/history.ts'
import type { FieldError } from '#geodata/contract/problem.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import { mergePatch } from '#geodata/model/merge-patch.ts'
import type { Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { readJson } from '#server/http/body.ts'
import { answered, json, ok, type Paths, path, problem, sent } from '#server/http/described.ts'
import { flag } from '#server/http/flag.ts'
import { parseOrProblem, refusal } from '#server/http/problem.ts'
import { answerOutcome, problemOf } from '#server/routes/outcome.ts'
import { placeJudge } from '#server/routes/place-judge.ts'
import {
  BY,
  DETACH,
  deleted,
  feature,
  IF_MATCH,
  JUDGED,
  OUTSIDE,
  written,
} from '#server/routes/row-answers.ts'
import { editorOf, seenBy, signatureOf } from '#server/routes/signature.ts'

export function editRoutes(deps: Deps): Hono {
  const { store, region } = deps
  const routes = new Hono()
  /** Who writes what, or one problem that names every fault there is of both. */
  const signedDraft = async (c: Context, collection: EditableId, id: string) => {
    const body = await readJson(c)
    const { by, errors } = signatureOf(c)
    const present = await store.rows.find(region.id, collection, id)
    const read = readDraft(collection, body, present?.feature ?? null)
    if (by && read.kind === 'draft') return { by, draft: read.draft }
    const known = await store.rows.faults(region.id, { collection, id, draft: read.sound })
    throw refusal([...read.errors, ...known, ...errors])
  }
  /** Who patches, or one problem that names every fault of the row as it would become, and of both. */
  const signedPatch = async (c: Context, collection: EditableId, id: string, patch: unknown) => {
    const { by, errors } = signatureOf(c)
    const present = await store.rows.find(region.id, collection, id)
    if (!present) throw problemOf({ kind: 'missing' }, { collection, id })
    const read = readDraft(collection, mergePatch(present.feature, patch), present.feature)
    const known = await store.rows.faults(region.id, { collection, id, draft: read.sound })
    const faults = [...derivedIn(collection, patch), ...read.errors, ...known, ...errors]
    if (by && faults.length === 0) return by
    throw refusal(faults)
  }
  for (const collection of EDITABLE_IDS.filter(isChanged)) {
    const items = `/collections/${collection}/items`
    routes.post(items, async (c) => {
      const judged = await placeJudge(c, deps, collection)
      const id = crypto.randomUUID()
      const { by, draft } = await signedDraft(c, collection, id)
      const outcome = await store.rows.write(region.id, {
        collection,
        id,
        seen: 'nothing',
        by,
        draft: () => judged(draft, null),
      })
      const location = `${addressOf(c)}/api${items}/${id}`
      return answerOutcome(c, outcome, { collection, id, location })
    })
    routes.put(`${items}/:featureId`, async (c) => {
      const id = c.req.param('featureId')
      const { by, draft } = await signedDraft(c, collection, id)
      const seen = seenBy(c)
      const judged = await placeJudge(c, deps, collection)
      const outcome = await store.rows.write(region.id, {
        collection,
        id,
        seen,
        by,
        draft: (present) => judged(draft, present),
      })
      return answerOutcome(c, outcome, { collection, id })
    })
    routes.patch(`${items}/:featureId`, async (c) => {
      const id = c.req.param('featureId')
      const patch = await readJson(c)
      const seen = seenBy(c)
      const by = await signedPatch(c, collection, id, patch)
      const judged = await placeJudge(c, deps, collection)
      const draft = (present: RowFeature | null) =>
        judged(draftOf(collection, mergePatch(present, patch), present), present)
      const outcome = await store.rows.write(region.id, { collection, id, seen, by, draft })
      return answerOutcome(c, outcome, { collection, id })
    })
    routes.delete(`${items}/:featureId`, async (c) => {
      const id = c.req.param('featureId')
      const detach = flag(c, 'detach')
      const outcome = await store.rows.remove(region.id, {
        collection,
        id,
        seen: seenBy(c),
        by: editorOf(c),
        detach,
      })
      return answerOutcome(c, outcome, { collection, id })
    })
    routes.get(`${items}/:featureId/dependents`, async (c) => {
      const id = c.req.param('featureId')
      if (!(await store.rows.find(region.id, collection, id))) {
        return answerOutcome(c, { kind: 'missing' }, { collection, id })
      }
      return c.json({ items: await store.rows.dependents(region.id, collection, id) })
    })
  }
  return routes
}

/** Rows that are written once have a route of their own. */
const isChanged = (id: EditableId) => !('isWrittenOnce' in EDITABLE[id])

export const editPaths = (): Paths =>
  Object.assign({}, ...EDITABLE_IDS.filter(isChanged).map(pathsOf))

function pathsOf(id: EditableId): Paths {
  const { en } = EDITABLE[id].title
  const body = {
    required: true as const,
    content: {
      'application/geo+json': {
        schema: sent(DRAFTS[id]),
      },
    },
  }
  const patch = {
    required: true as const,
    content: { 'application/merge-patch+json': { schema: { type: 'object' } } },
  }
  const row = path('featureId')
  return {
    [`/collections/${id}/items`]: {
      post: {
        summary: `${en}: add one`,
        description: JUDGED,
        parameters: [...BY, OUTSIDE],
        requestBody: body,
        responses: {
          '201': {
            description: 'Added; Location, ETag, Atlas-Change, Atlas-Doubts',
            content: feature(),
          },
          ...problem(),
        },
      },
    },
    [`/collections/${id}/items/{featureId}`]: {
      put: {
        summary: `${en}: replace one`,
        description: JUDGED,
        parameters: [row, IF_MATCH, ...BY, OUTSIDE],
        requestBody: body,
        responses: written(),
      },
      patch: {
        summary: `${en}: change some fields of one (RFC 7396)`,
        description: JUDGED,
        parameters: [row, IF_MATCH, ...BY, OUTSIDE],
        requestBody: patch,
        responses: written(),
      },
      delete: {
        summary: `${en}: delete one; 409 with dependents where others name it`,
        parameters: [row, IF_MATCH, DETACH, ...BY],
        responses: deleted(),
      },
    },
    [`/collections/${id}/items/{featureId}/dependents`]: {
      get: {
        summary: `${en}: rows that name this one`,
        parameters: [row],
        responses: ok(json(answered(DependentList))),
      },
    },
  }
}

type ReadDraft =
  | { kind: 'draft'; draft: AnyDraft; sound: AnyDraft; errors: [] }
  /** `sound`: the part of it that is as expected. */
  | { kind: 'faulty'; sound: AnyDraft; errors: FieldError[] }

function readDraft(collection: EditableId, body: unknown, present: RowFeature | null): ReadDraft {
  const sent = withoutDerived(collection, body)
  const read = draftsFor(collection, sent, present).safeParse(sent, { reportInput: true })
  if (read.success) return { kind: 'draft', draft: read.data, sound: read.data, errors: [] }
  const errors = refusalsOf(read.error, sent, '')
  const given = Object(Object(sent).properties) as Record<string, unknown>
  const faulty = new Set(errors.map(({ pointer }) => pointer.split('/').slice(1, 3).join('/')))
  const hasPlace = ![...faulty].some((part) => part.startsWith('geometry'))
  // Whether a place is known to a town or to nothing depends on the place.
  const isSound = (name: string) =>
    !faulty.has(`properties/${name}`) && (hasPlace || name !== 'coordPrecision')
  const properties = Object.fromEntries(Object.entries(given).filter(([name]) => isSound(name)))
  const geometry = hasPlace ? (Object(sent).geometry ?? null) : null
  return { kind: 'faulty', sound: { type: 'Feature', geometry, properties }, errors }
}

/** The draft in a body, or a 400. */
export function draftOf(
  collection: EditableId,
  body: unknown,
  present: RowFeature | null,
): AnyDraft {
  const sent = withoutDerived(collection, body)
  return parseOrProblem(draftsFor(collection, sent, present), sent, '')
}

/** What a body must be; a geometry that cannot be read is not asked for. */
function draftsFor(collection: EditableId, sent: unknown, present: RowFeature | null) {
  const isLeft = present?.geometryFault !== undefined && (Object(sent).geometry ?? null) === null
  return (isLeft ? DRAFTS_WITHOUT_PLACE : DRAFTS)[collection]
}

/** What the server works out by itself may come along and is passed over. */
function withoutDerived(collection: EditableId, body: unknown): unknown {
  const passedOver = new Set<string>(notWritten(collection))
  const properties = Object(Object(body).properties)
  const own = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !passedOver.has(name)),
  )
  const isFeature = typeof Object(body).properties === 'object' && Object(body).properties !== null
  return isFeature ? { ...Object(body), properties: own } : body
}

/** What a patch names and cannot change. */
function derivedIn(collection: EditableId, patch: unknown): FieldError[] {
  const named = Object.keys(Object(Object(patch).properties))
  const vain = notWritten(collection).filter((name) => named.includes(name))
  const parts = vain.map((name) => `/properties/${name}`)
  if (collection === 'links' && Object.hasOwn(Object(patch), 'geometry')) parts.push('/geometry')
  return parts.map((pointer) => ({
    pointer,
    detail: 'It follows from other fields; change those',
    detailZh: '由其他项得出，请修改所依据的项',
  }))
}

function notWritten(collection: EditableId): string[] {
  const { derived, properties } = EDITABLE[collection]
  const ids = ['id', 'rowId'].filter((name) => !Object.hasOwn(properties.shape, name))
  return [...ids, ...derived]
}
