// A story as a handout on paper: a PDF that is made of the data as they are now.
import { type Context, Hono } from 'hono'
import type { Deps } from '#server/deps.ts'
import { ok, type Paths, path, query } from '#server/http/described.ts'
import { flag } from '#server/http/flag.ts'
import { PDF_TYPE, sendPdf } from '#server/http/pdf-answer.ts'
import { badParameter } from '#server/http/problem.ts'
import { answered } from '#server/processes/answered.ts'

/** As a reader writes them in an address, and as documents name them. */
const LANGUAGES = { zh: 'zh-CN', en: 'en' } as const
const NAMES = Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]

export function handoutRoutes(deps: Deps): Hono {
  const routes = new Hono()
  routes.get('/stories/:id/handout', async (c) => {
    const inputs = {
      storyId: c.req.param('id'),
      language: languageIn(c),
      notes: flag(c, 'notes'),
    }
    return sendPdf(c, await answered(c, deps, 'handout', inputs))
  })
  return routes
}

function languageIn(c: Context): (typeof LANGUAGES)[keyof typeof LANGUAGES] {
  const text = c.req.query('language') ?? 'zh'
  const name = NAMES.find((one) => one === text)
  if (name) return LANGUAGES[name]
  throw badParameter(
    'language',
    `language came as “${text}”; expected ${NAMES.join(' or ')}.`,
    `language 收到“${text}”；应为 ${NAMES.join(' 或 ')}。`,
  )
}

export const handoutPaths = (): Paths => ({
  '/stories/{storyId}/handout': {
    get: {
      summary:
        'A story as a PDF to give away: maps as vectors, live figures, text, notes by choice',
      parameters: [
        path('storyId'),
        query('language', 'in which it is written', { type: 'string', enum: NAMES, default: 'zh' }),
        query('notes', 'true: with what the presenter says, and what may be asked', {
          type: 'boolean',
          default: false,
        }),
      ],
      responses: ok({ [PDF_TYPE]: { schema: { type: 'string', format: 'binary' } } }),
    },
  },
})
