// Presentations that other screens follow: the stage says where it stands, followers hear it at once.
import { type Context, Hono } from 'hono'
import {
  PRESENTER_TOKEN,
  Presentation,
  PresentationChange,
  PresentationStart,
  PresentationStarted,
  RemoteStanding,
  RemoteSwitch,
} from '#geodata/contract/presentations.ts'
import type { AskApi, Deps } from '#server/deps.ts'
import { addressOf } from '#server/http/address.ts'
import { readJson } from '#server/http/body.ts'
import {
  answered,
  header,
  json,
  ok,
  type Paths,
  path,
  problem,
  sent,
} from '#server/http/described.ts'
import { EVENT_HEADERS, type EventReader } from '#server/http/event-stream.ts'
import { ProblemError, parseOrProblem, refusal } from '#server/http/problem.ts'
import { MOST_PRESENTATIONS } from '#server/presentations/presentations.ts'
import { NoNetwork } from '#server/presentations/remote.ts'
import type { Session } from '#server/presentations/session.ts'

/** Where all places are taken. */
const RETRY_SECONDS = 60

export function presentationRoutes({ presentations }: Deps, ask: AskApi): Hono {
  const routes = new Hono()
  if (!presentations) return routes
  const found = (c: Context): Session => {
    const session = presentations.find(c.req.param('id') ?? '')
    if (session) return session
    throw new ProblemError(
      404,
      'There is no such presentation; it has ended, or the link is cut off. Ask the presenter for the link.',
      '没有这场讲解：可能已经结束，或链接不完整。请向讲解者索取链接。',
    )
  }
  const led = (c: Context): Session => {
    const session = found(c)
    if (presentations.isLedBy(session, c.req.header(PRESENTER_TOKEN) ?? '')) return session
    throw new ProblemError(
      409,
      'Another stage leads this presentation. Start one of your own: POST /api/presentations.',
      '这场讲解由另一屏主持。请另开一场（POST /api/presentations）。',
    )
  }
  routes.post('/presentations', async (c) => {
    const { state } = parseOrProblem(PresentationStart, await readJson(c), '')
    // Refuses a story that is not there.
    await ask(`/stories/${encodeURIComponent(state.storyId)}`)
    const started = await presentations.start(state)
    if (started === null) {
      throw new ProblemError(
        429,
        `${MOST_PRESENTATIONS} presentations are on, as many as there may be; none was started, and all of them go on. End one, or try again in some minutes.`,
        `正在进行的讲解已有 ${MOST_PRESENTATIONS} 场，达到上限；没有另开一场，进行中的不受影响。请先结束一场，或过几分钟再试。`,
        undefined,
        { 'Retry-After': String(RETRY_SECONDS) },
      )
    }
    const { session, token } = started
    const body: PresentationStarted = { ...session.shown(), token }
    c.header('Cache-Control', 'no-store')
    return c.json(body, 201, { Location: `${addressOf(c)}/api/presentations/${session.id}` })
  })
  routes.get('/presentations/:id', (c) => c.json(found(c).shown()))
  routes.put('/presentations/:id/state', async (c) => {
    const session = led(c)
    const { state, card } = parseOrProblem(PresentationChange, await readJson(c), '')
    await session.change(state, card ?? null)
    return c.body(null, 204)
  })
  routes.get('/presentations/:id/events', (c) => streamed(c, found(c).follow()))
  routes.get('/presentations/:id/desk', (c) => streamed(c, led(c).lead()))
  routes.put('/presentations/:id/remote', async (c) => {
    const session = led(c)
    const { isOn, host } = parseOrProblem(RemoteSwitch, await readJson(c), '')
    return c.json(await switched(session, isOn, host ?? null))
  })
  routes.delete('/presentations/:id', async (c) => {
    await presentations.end(led(c))
    return c.body(null, 204)
  })
  return routes
}

function streamed(c: Context, reader: EventReader | null): Response {
  if (reader === null) {
    throw new ProblemError(
      503,
      'Too many screens follow this presentation.',
      '跟随这场讲解的屏幕过多。',
      undefined,
      { 'Retry-After': '30' },
    )
  }
  return c.body(reader.body, 200, EVENT_HEADERS)
}

async function switched(session: Session, isOn: boolean, host: string | null) {
  const { hosts } = session.remote()
  if (host !== null && !hosts.includes(host)) {
    const detail = `“${host}” is no address of this machine in the local network; there ${hosts.length === 1 ? 'is' : 'are'} ${hosts.join(', ') || 'none'}.`
    const detailZh = `“${host}”不是本机在局域网中的地址；现有 ${hosts.join('、') || '无'}。`
    throw refusal([{ pointer: '/host', detail, detailZh }])
  }
  try {
    return await session.switchRemote(isOn, host)
  } catch (error) {
    if (error instanceof NoNetwork) {
      throw new ProblemError(
        409,
        'This machine is in no local network; connect it to the one the phone is in, then switch on again.',
        '本机未连接局域网；请接入手机所在的网络后再开启。',
      )
    }
    const { code } = error as NodeJS.ErrnoException
    if (!['EACCES', 'EADDRNOTAVAIL', 'EADDRINUSE'].includes(code ?? '')) throw error
    throw new ProblemError(
      409,
      'The address cannot be opened on this machine; choose another, or connect the network anew.',
      '本机无法在此地址上开放；请换一个地址，或重新连接网络。',
    )
  }
}

const TOKEN = header(PRESENTER_TOKEN, true, 'Given when the presentation was started')
const EVENTS = { 'text/event-stream': { schema: { type: 'string' } } }
const NOTHING = { '204': { description: 'Done' }, ...problem() }

export const presentationPaths = (): Paths => ({
  '/presentations': {
    post: {
      summary: 'Start a presentation that other screens follow; the token is told this once',
      requestBody: { required: true, content: json(sent(PresentationStart)) },
      responses: {
        '201': { description: 'Started; Location', content: json(answered(PresentationStarted)) },
        ...problem(),
      },
    },
  },
  '/presentations/{presentationId}': {
    get: {
      summary: 'Where a presentation stands',
      parameters: [path('presentationId')],
      responses: ok(json(answered(Presentation))),
    },
    delete: {
      summary: 'End a presentation: followers are told, the remote is closed',
      parameters: [path('presentationId'), TOKEN],
      responses: NOTHING,
    },
  },
  '/presentations/{presentationId}/state': {
    put: {
      summary: 'The stage says where it stands',
      parameters: [path('presentationId'), TOKEN],
      requestBody: { required: true, content: json(sent(PresentationChange)) },
      responses: NOTHING,
    },
  },
  '/presentations/{presentationId}/events': {
    get: {
      summary: 'What followers hear: `standing` at once and at each change, `ended` at the end',
      description:
        'Only the newest standing is sent; a comment comes every few seconds, and who has heard nothing for a while asks anew.',
      parameters: [path('presentationId')],
      responses: ok(EVENTS),
    },
  },
  '/presentations/{presentationId}/desk': {
    get: {
      summary: 'What the stage hears: `desk` (followers, remote), `command` of a phone, `replaced`',
      parameters: [path('presentationId'), TOKEN],
      responses: ok(EVENTS),
    },
  },
  '/presentations/{presentationId}/remote': {
    put: {
      summary:
        'Open or close the remote to the local network; once more on: a new code for another phone',
      parameters: [path('presentationId'), TOKEN],
      requestBody: { required: true, content: json(sent(RemoteSwitch)) },
      responses: ok(json(answered(RemoteStanding))),
    },
  },
})
