// A story as a file to give away, which shows every scene and answers without any server.
import { Hono } from 'hono'
import { allNetworks } from '#geodata/analysis/answering/known-region.ts'
import { LICENCES_PATH } from '#geodata/contract/given.ts'
import type { Story } from '#geodata/contract/stories.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { AskApi, Deps } from '#server/deps.ts'
import { answersFor } from '#server/given/answers.ts'
import { givenDisposition, givenFile, givenLicences, givenTemplate } from '#server/given/file.ts'
import { ok, type Paths, path } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'
import type { Region } from '#server/region/region.ts'

/** The file says when it was made: an older one is made anew. */
const KEPT_MILLISECONDS = 5 * 60 * 1000

export function givenRoutes({ pageFolder, region }: Deps, ask: AskApi): Hono {
  const routes = new Hono()
  const making = maker(region, ask)
  routes.get('/stories/:id/page', async (c) => {
    const found = await ask(`/stories/${encodeURIComponent(c.req.param('id'))}`)
    const story = (await found.json()) as Story
    const template = pageFolder === undefined ? null : await givenTemplate(pageFolder)
    if (pageFolder === undefined || template === null) {
      throw new ProblemError(
        503,
        'The page that goes into the file is not built here; run npm run build on the server.',
        '服务器上没有构建文件所用的页面；请在服务器上运行 npm run build。',
      )
    }
    const html = await making.fileOf(story, template, pageFolder)
    return c.body(html, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(html)),
      'Content-Disposition': givenDisposition(story),
    })
  })
  return routes
}

type Made = { of: string; file: Promise<string>; at: number }

/** Who asks how large the file is takes it soon after: as long as nothing in it has changed it is made once. */
function maker(region: Region, ask: AskApi) {
  let made: Made | null = null
  const make = async (story: Story, template: string, pageFolder: string) => {
    const answers = {
      ...(await answersFor(story, ask)),
      [LICENCES_PATH]: await givenLicences(pageFolder),
    }
    return givenFile(template, story, answers, new Date())
  }
  return {
    fileOf: (story: Story, template: string, pageFolder: string): Promise<string> => {
      const networks = allNetworks(region).map(({ summary }) => summary.hash)
      const of = hashOf([story, template, region.dataset.hash, networks])
      if (made?.of !== of || Date.now() - made.at > KEPT_MILLISECONDS) {
        const file = make(story, template, pageFolder)
        made = { of, file, at: Date.now() }
        file.catch(() => {
          made = null
        })
      }
      return made.file
    },
  }
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
