// Questionnaires that come back: read and checked, then (as far as somebody accepts them) written as one change.
import { type Context, Hono } from 'hono'
import { unknownId } from '#geodata/analysis/answering/asked.ts'
import { doubtWords, placeDoubts } from '#geodata/analysis/place/place-doubts.ts'
import { placeQuestion } from '#geodata/analysis/place/place-question.ts'
import { type AnswerEdit, editOf } from '#geodata/analysis/questionnaire/laid-over.ts'
import { type Judged, readingOf } from '#geodata/analysis/questionnaire/reading.ts'
import { sentIn } from '#geodata/analysis/questionnaire/sent.ts'
import type { AnyDraft } from '#geodata/contract/editable/editable.ts'
import type { RowFeature } from '#geodata/contract/history.ts'
import {
  Acceptance,
  Accepted,
  QuestionnaireReading,
} from '#geodata/contract/questionnaire/answer.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { EXPORT_FORMATS } from '#geodata/formats/export/index.ts'
import { mergePatch } from '#geodata/model/merge-patch.ts'
import type { Deps } from '#server/deps.ts'
import { inTime, readJson } from '#server/http/body.ts'
import { answered, json, ok, type Paths, sent } from '#server/http/described.ts'
import { ProblemError, refusal } from '#server/http/problem.ts'
import { knownGround } from '#server/region/known-ground.ts'
import { draftOf } from '#server/routes/edits.ts'
import { problemOf } from '#server/routes/outcome.ts'
import { BY } from '#server/routes/row-answers.ts'
import { signatureOf } from '#server/routes/signature.ts'
import { type ReadBook, readWorkbookBeside } from '#server/workers/workbook-reading.ts'

export function questionnaireRoutes(deps: Deps): Hono {
  const { store, region } = deps
  const routes = new Hono()
  routes.post('/questionnaires/reading', async (c) => {
    const bytes = new Uint8Array(await inTime(c.req.arrayBuffer()))
    const book = await readWorkbookBeside(bytes)
    if (book.kind !== 'read') throw unreadable(book.kind)
    const found = sentIn(book.sheets)
    if (found.kind === 'refused') throw noQuestionnaire(found.why)
    const judge = await placeJudge(deps)
    const today = new Date().toISOString().slice(0, 10)
    const reading = readingOf(book.sheets, found.sent, region.facts, { today, judge })
    return c.json(QuestionnaireReading.parse(reading))
  })
  routes.post('/questionnaires/acceptance', async (c) => {
    const { by, accepted } = await signedAcceptance(c)
    const gone = accepted.answers.flatMap(({ parkId }, index) =>
      region.facts.parks.some(({ properties }) => properties.id === parkId)
        ? []
        : (unknownId(parkId, `/answers/${index}/parkId`).problem.errors ?? []),
    )
    if (gone.length > 0) throw refusal(gone, 404)
    const edits = accepted.answers.flatMap((one) => editOf(one, accepted.number) ?? [])
    const orders = rowsOf(edits).map(({ collection, id, patch }) => ({
      collection,
      id,
      seen: collection === 'parks' ? ('anything' as const) : ('either' as const),
      draft: (present: RowFeature | null): AnyDraft =>
        draftOf(
          collection,
          mergePatch(present ?? { type: 'Feature', geometry: null }, patch),
          present,
        ),
    }))
    const outcome = await store.rows.writeAll(region.id, by, orders)
    if (outcome.kind !== 'written') {
      const { parks } = region.facts
      const [first] = accepted.answers
      throw problemOf(outcome, { collection: 'parks', id: first?.parkId ?? '', parks })
    }
    return c.json(Accepted.parse({ changeId: outcome.changeId, rows: orders.length }))
  })
  return routes
}

async function signedAcceptance(c: Context) {
  const body = await readJson(c)
  const { by, errors } = signatureOf(c)
  const read = Acceptance.safeParse(body, { reportInput: true })
  const faults = read.success ? [] : refusalsOf(read.error, body, '')
  if (!read.success || !by) throw refusal([...faults, ...errors])
  return { by, accepted: read.data }
}

type Patched = { collection: 'parks' | 'park-answers'; id: string; patch: object }

/** A row once, whatever of it is answered. */
function rowsOf(edits: readonly AnswerEdit[]): Patched[] {
  const rows = new Map<string, Patched>()
  for (const edit of edits) {
    const key = `${edit.collection} ${edit.id}`
    const before = rows.get(key)?.patch ?? {}
    const patch = mergePatch(before, patchOf(edit)) as object
    rows.set(key, { collection: edit.collection, id: edit.id, patch })
  }
  return [...rows.values()]
}

function patchOf(edit: AnswerEdit): object {
  if (edit.collection === 'parks') {
    const { properties, lngLat } = edit
    return {
      properties,
      ...(lngLat ? { geometry: { type: 'Point', coordinates: [...lngLat] } } : {}),
    }
  }
  const { id: _, ...answer } = edit.answer
  // What a park says of itself is disclosed by it, and nobody else has checked it.
  return { properties: { ...answer, sourceClass: 'disclosure', confidence: 'medium' } }
}

/** What speaks against a place that a park gives: that it lies outside the region. */
async function placeJudge({ store, region }: Deps): Promise<Judged['judge']> {
  const ground = await knownGround(store, region)
  return (park, lngLat) => {
    const moved = {
      geometry: { type: 'Point', coordinates: [...lngLat] },
      properties: { ...park.properties, coordPrecision: 'site' },
    }
    const question = placeQuestion('parks', moved, park, region.facts.parks)
    const outside = (question ? placeDoubts(question, ground) : []).find(
      ({ kind }) => kind === 'outside',
    )
    return outside ? doubtWords(outside) : null
  }
}

function noQuestionnaire({ zh, en }: Bilingual): ProblemError {
  return new ProblemError(422, en, zh)
}

const UNREADABLE: Record<Exclude<ReadBook['kind'], 'read'>, Bilingual> = {
  'not-xlsx': {
    zh: '这不是 .xlsx 文件。请用从这里下载的问卷填写，并存为 .xlsx。',
    en: 'It is no .xlsx file. Fill in the questionnaire downloaded here, and save it as .xlsx.',
  },
  'old-or-locked': {
    zh: '这是旧式 .xls 文件，或设了打开密码。请另存为不带密码的 .xlsx。',
    en: 'It is an old .xls file, or locked by a password. Save it as .xlsx without a password.',
  },
  'too-large': {
    zh: '文件展开后过大，不会是填好的问卷。',
    en: 'Unpacked it is too large to be a filled questionnaire.',
  },
  'too-slow': {
    zh: '文件读得太久，已停止；不会是填好的问卷。',
    en: 'It took too long to read and was given up: it is no filled questionnaire.',
  },
  broken: {
    zh: '文件已损坏，读不出来。请在表格软件里打开、另存为 .xlsx 后再传。',
    en: 'The file is damaged. Open it in a spreadsheet program, save it as .xlsx and send it again.',
  },
}

function unreadable(kind: Exclude<ReadBook['kind'], 'read'>): ProblemError {
  const { zh, en } = UNREADABLE[kind]
  return new ProblemError(422, en, zh)
}

export const questionnairePaths = (): Paths => ({
  '/questionnaires/reading': {
    post: {
      summary: 'A filled questionnaire, read and checked cell by cell; nothing is written',
      description:
        'The body is the file as it came, at most 1 MiB. Cells that cannot be taken are named, all at once; the others come as proposed changes.',
      requestBody: {
        required: true,
        content: {
          [EXPORT_FORMATS.xlsx.mediaType]: { schema: { type: 'string', format: 'binary' } },
        },
      },
      responses: ok(json(answered(QuestionnaireReading))),
    },
  },
  '/questionnaires/acceptance': {
    post: {
      summary: 'Writes answers of a questionnaire as one change: all of them, or none',
      parameters: BY,
      requestBody: { required: true, content: json(sent(Acceptance)) },
      responses: ok(json(answered(Accepted)), 'Written; undone as any change of the history'),
    },
  },
})
