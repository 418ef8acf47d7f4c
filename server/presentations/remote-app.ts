// What is served to phones of the local network while the presenter lets them in: one page, and what it asks.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { Pairing, REMOTE_TOKEN, RemoteCommand } from '#geodata/contract/presentations.ts'
import { clientOf, knownNamesOnly, type Serving } from '#server/http/address.ts'
import { inTime, readJson } from '#server/http/body.ts'
import { EVENT_HEADERS } from '#server/http/event-stream.ts'
import { answerProblem, ProblemError, parseOrProblem } from '#server/http/problem.ts'
import type { RemoteDesk } from '#server/presentations/remote.ts'

const MOST_BYTES = 4096

export type RemotePage = {
  /** Null: it is not built. */
  page: () => Promise<string | null>
  log: (error: unknown) => void
}

/** `host` is the address it is open at; phones know it by no other name. */
export function remoteApp(desk: RemoteDesk, host: string, { page, log }: RemotePage): Hono {
  const serving: Serving = { host, publicUrl: null, trustsProxy: false, isOpen: true }
  const app = new Hono()
  app.use(
    secureHeaders({
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      contentSecurityPolicy: { frameAncestors: ["'none'"] },
    }),
  )
  app.use(knownNamesOnly(serving))
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  const limited = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw new ProblemError(413, 'The body is over 4 KiB.', '请求体超过 4 KiB。')
    },
  })
  app.use('/api/*', async (c, next) => {
    await inTime(Promise.resolve(limited(c, async () => {})))
    await next()
  })
  app.get('/', (c) => c.redirect('/remote'))
  app.get('/remote', async (c) => {
    const html = await page()
    if (html !== null) return c.html(html)
    throw new ProblemError(
      503,
      'The page of the remote is not built; run npm run build on the server.',
      '遥控页面尚未构建；请在服务器上运行 npm run build。',
    )
  })
  app.post('/api/remote/pairings', async (c) => {
    const { code } = parseOrProblem(Pairing, await readJson(c), '')
    const answer = desk.codes.tryCode(code, clientOf(c, serving))
    desk.tried()
    if (answer.kind === 'paired') return c.json({ token: answer.token }, 201)
    throw refusedCode(answer)
  })
  app.use('/api/remote/*', async (c, next) => {
    const token = c.req.header(REMOTE_TOKEN)
    if (!token || !desk.codes.isPaired(token)) throw notPaired()
    await next()
  })
  app.get('/api/remote/events', (c) => {
    const reader = desk.watch()
    if (reader === null) {
      throw new ProblemError(503, 'Too many phones listen.', '连接的手机过多。')
    }
    return c.body(reader.body, 200, EVENT_HEADERS)
  })
  app.post('/api/remote/commands', async (c) => {
    const command = parseOrProblem(RemoteCommand, await readJson(c), '')
    if (desk.command(command)) return c.body(null, 204)
    throw new ProblemError(
      409,
      'The stage is not heard at the moment, so the scene was not turned. Look at the screen and press again.',
      '讲解屏暂时没有响应，没有换屏。请看一下大屏，再按一次。',
    )
  })
  app.notFound((c) => {
    const nothing = new ProblemError(
      404,
      `Nothing is served at ${c.req.path}; the remote is at /remote.`,
      `${c.req.path} 没有内容；遥控页面在 /remote。`,
    )
    return answerProblem(c, nothing.problem)
  })
  app.onError((error, c) => {
    if (error instanceof ProblemError) return answerProblem(c, error.problem, error.headers)
    log(error)
    const hidden = new ProblemError(500, 'The cause is in the server’s log.', '原因见服务器日志。')
    return answerProblem(c, hidden.problem)
  })
  return app
}

type Refused = Exclude<ReturnType<RemoteDesk['codes']['tryCode']>, { kind: 'paired' }>

function refusedCode(answer: Refused): ProblemError {
  if (answer.kind === 'wait') {
    const { seconds } = answer
    return new ProblemError(
      429,
      `Too many wrong codes came; try again in ${seconds} s.`,
      `验证码错误次数过多，请 ${seconds} 秒后再试。`,
      undefined,
      { 'Retry-After': String(seconds) },
    )
  }
  if (answer.kind === 'old') {
    return new ProblemError(
      410,
      'This code was used or has run out. Take the one that the stage shows now.',
      '此验证码已使用或已过期，请输入大屏上当前的验证码。',
    )
  }
  return new ProblemError(
    422,
    'This is not the code that the stage shows. Look again; after several wrong ones it is another.',
    '验证码与大屏上的不符。请核对后重输；多次输错后验证码会更换。',
  )
}

function notPaired(): ProblemError {
  return new ProblemError(
    410,
    'This phone is not paired any more. Enter the code that the stage shows.',
    '这部手机已不再配对，请输入大屏上的验证码。',
  )
}
