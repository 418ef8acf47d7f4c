// Pictures and files of stories: put once under their own hash, and handed out to be shown or saved.
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { damaged, readFileKind, tooLarge } from '#geodata/analysis/stories/story-file-kind.ts'
import {
  FILE_KINDS,
  KeptFile,
  MOST_FILE_MEBIBYTES,
  STORY_FILE_TYPES,
} from '#geodata/contract/story-files.ts'
import type { Deps } from '#server/deps.ts'
import { inTime } from '#server/http/body.ts'
import { answered, json, ok, type Paths, path, problem } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import { isWholePicture } from '#server/region/whole-picture.ts'
import { problemOf } from '#server/routes/outcome.ts'

/** Of all files of all stories: as much as some hundred stories with ten pictures each. */
const MOST_KEPT_MEBIBYTES = 512
const MOST_KEPT_BYTES = MOST_KEPT_MEBIBYTES * 2 ** 20

/** What lies under a hash never changes. */
const FOR_GOOD = 'private, max-age=31536000, immutable'

export function storyFileRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const keep = async (c: Context, wantedId: string | null) => {
    const bytes = new Uint8Array(await inTime(c.req.arrayBuffer()))
    const { mediaType, pixels } = await fitting(bytes)
    const id = createHash('sha256').update(bytes).digest('hex')
    if (wantedId !== null && wantedId !== id) throw notIts(wantedId, id)
    const outcome = await store.storyFiles.keep(
      region.id,
      { id, mediaType, bytes },
      MOST_KEPT_BYTES,
    )
    if (outcome.kind === 'no-room') throw noRoom()
    if (outcome.kind === 'no-room-unnamed') throw noRoomUnnamed()
    if (outcome.kind !== 'kept') throw problemOf(outcome, { collection: 'story-files', id })
    const kept = KeptFile.parse({ id, mediaType, byteCount: bytes.length, pixels })
    return c.json(kept, outcome.isNew ? 201 : 200)
  }
  routes.post('/story-files', (c) => keep(c, null))
  routes.put('/story-files/:id', (c) => keep(c, c.req.param('id')))
  routes.get('/story-files/:id', async (c) => {
    const id = c.req.param('id')
    const file = await store.storyFiles.find(region.id, id)
    if (!file) throw missing(id)
    return c.body(Buffer.from(file.bytes), 200, {
      'Content-Type': file.mediaType,
      // A page shows it all the same; whoever opens the address saves it, and no browser runs it.
      'Content-Disposition': 'attachment',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': FOR_GOOD,
    })
  })
  return routes
}

/** What the bytes are; a problem says why they are not kept. */
async function fitting(bytes: Uint8Array<ArrayBuffer>) {
  const large = tooLarge(bytes.length)
  if (large) throw new ProblemError(413, `${large.en}.`, `${large.zh}。`)
  const said = readFileKind(bytes)
  const isWhole = said.kind === 'refused' || (await isWholePicture(said.mediaType, bytes))
  const read = isWhole ? said : damaged(said.mediaType)
  if (read.kind === 'refused') throw new ProblemError(422, `${read.why.en}.`, `${read.why.zh}。`)
  return read
}

function notIts(wantedId: string, id: string): ProblemError {
  return new ProblemError(
    422,
    `The bytes are not those of “${wantedId}”: their SHA-256 is ${id}. Send them again.`,
    `文件内容与编号“${wantedId}”不符（其 SHA-256 为 ${id}），请重新发送。`,
  )
}

function noRoom(): ProblemError {
  return new ProblemError(
    507,
    `The stories here hold ${MOST_KEPT_MEBIBYTES} MiB of files already, as much as is kept; nothing was kept. Take files out of stories that are told no more.`,
    `本服务的讲解已存有 ${MOST_KEPT_MEBIBYTES} MiB 文件，达到上限；未保存任何内容。请从不再使用的讲解中去掉一些文件。`,
  )
}

function noRoomUnnamed(): ProblemError {
  const most = MOST_KEPT_MEBIBYTES / 4
  return new ProblemError(
    507,
    `Files that no story names take ${most} MiB here, as much as is kept of them; nothing was kept. Save the stories that they are for, or try again in an hour.`,
    `尚无讲解使用的文件已占 ${most} MiB，达到上限；未保存任何内容。请先保存要使用这些文件的讲解，或一小时后再试。`,
  )
}

function missing(id: string): ProblemError {
  return new ProblemError(404, `There is no file “${id}” here.`, `这里没有文件“${id}”。`)
}

const BINARY = Object.fromEntries(
  STORY_FILE_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
)
const NAMES = Object.values(FILE_KINDS).map(({ name }) => name)

const BODY = {
  required: true as const,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}
const KEPT = {
  ...ok(json(answered(KeptFile)), 'It was here already'),
  '201': { description: 'Kept', content: json(answered(KeptFile)) },
  ...problem(),
}
const TAKEN = `The body is the file as it is, at most ${MOST_FILE_MEBIBYTES} MiB: ${NAMES.join(', ')}, as its own first bytes say. A file that is here already is kept as it is.`

export const storyFilePaths = (): Paths => ({
  '/story-files': {
    post: {
      summary: 'A picture or file for stories; the answer names it by its SHA-256',
      description: TAKEN,
      requestBody: BODY,
      responses: KEPT,
    },
  },
  '/story-files/{fileId}': {
    put: {
      summary: 'A picture or file for stories, under its SHA-256',
      description: TAKEN,
      parameters: [path('fileId')],
      requestBody: BODY,
      responses: KEPT,
    },
    get: {
      summary: 'A picture or file of a story',
      parameters: [path('fileId')],
      responses: ok(BINARY),
    },
  },
})
