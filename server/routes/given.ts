// A story as a file to give away, which shows every scene and answers without any server.
import { Hono } from 'hono'
import { LICENCES_PATH } from '#geodata/contract/given.ts'
import type { Story } from '#geodata/contract/stories.ts'
import type { AskApi, Deps } from '#server/deps.ts'
import { answersFor } from '#server/given/answers.ts'
import { givenDisposition, givenFile, givenLicences, givenTemplate } from '#server/given/file.ts'
import { ok, type Paths, path } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'

export function givenRoutes({ pageFolder }: Deps, ask: AskApi): Hono {
  const routes = new Hono()
  routes.get('/stories/:id/page', async (c) => {
    const found = await ask(`/stories/${encodeURIComponent(c.req.param('id'))}`)
    const story = (await found.json()) as Story
    const template = pageFolder === undefined ? null : await givenTemplate(pageFolder)
    if (pageFolder === undefined || template === null) {
      throw new ProblemError(
        501,
        'The page that goes into the file is not built here; run npm run build on the server.',
        '服务器上没有构建文件所用的页面；请在服务器上运行 npm run build。',
      )
    }
    const answers = {
      ...(await answersFor(story, ask)),
      [LICENCES_PATH]: await givenLicences(pageFolder),
    }
    const html = await givenFile(template, story, answers, new Date())
    return c.body(html, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(html)),
      'Content-Disposition': givenDisposition(story),
    })
  })
  return routes
}

export const givenPaths = (): Paths => ({
  '/stories/{storyId}/page': {
    get: {
      summary: 'A story as one HTML file that opens from the disk and answers without a server',
      parameters: [path('storyId')],
      responses: ok({ 'text/html': { schema: { type: 'string' } } }),
    },
  },
})
