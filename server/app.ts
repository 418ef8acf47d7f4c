// The whole of what is served under one address; it never listens, so tests call it directly.
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { MOST_REPORT_BYTES } from '#geodata/analysis/report/read-report.ts'
import { MOST_FILE_MEBIBYTES } from '#geodata/contract/story-files.ts'
import type { Deps } from '#server/deps.ts'
import { knownNamesOnly, pathBelow, THIS_MACHINE_ALONE } from '#server/http/address.ts'
import { inTime, isUpload } from '#server/http/body.ts'
import { compressForDistance } from '#server/http/compression.ts'
import { contentPolicy, isEmbeddable } from '#server/http/content-policy.ts'
import { answerProblem, ProblemError } from '#server/http/problem.ts'
import { followEdits } from '#server/region/region.ts'
import { apiRoutes } from '#server/routes/index.ts'

const MEBIBYTE = 1024 * 1024
/** Of a report that comes back to be checked: a byte more than is read, so that its own route says what is wrong. */
const REPORT_MEBIBYTES = MOST_REPORT_BYTES / MEBIBYTE + 1
/** The same of a file for a story. */
const FILE_MEBIBYTES = MOST_FILE_MEBIBYTES + 1

export function createApp(deps: Deps): Hono {
  const serving = deps.serving ?? THIS_MACHINE_ALONE
  const app = new Hono({ getPath: pathBelow(serving) })
  app.use(compressForDistance())
  app.use(async (c, next) => {
    await next()
    // What the policy allows, the older header must not forbid.
    if (isEmbeddable(c)) c.res.headers.delete('X-Frame-Options')
  })
  app.use(
    secureHeaders({
      // Whether a name always uses TLS is for its operator to say.
      strictTransportSecurity: false,
      contentSecurityPolicy: contentPolicy(deps.basemaps?.origins ?? []),
    }),
  )
  app.use(knownNamesOnly(serving))
  if (serving.isOpen) app.use('/api/*', changesByOperator(deps.admin))
  // An answer to a question that was sent along is kept by nobody.
  const tagged = etag()
  app.use('/api/*', (c, next) =>
    c.req.method === 'POST' || isStream(c.req.path) ? next() : tagged(c, next),
  )
  app.use('/api/*', async (c, next) => {
    await next()
    // A page asks again each time and gets 304: what people edit is never shown stale.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache')
  })
  // Analyses stand on the data as they are, by whatever program they were changed.
  app.use('/api/*', async (_, next) => {
    await followEdits(deps.region, deps.store)
    await next()
  })
  app.use('/api/*', limitBody())
  app.route('/api', apiRoutes(deps))
  app.all('/api/*', (c) => answerUnserved(c, methodsAt(app, c.req.path)))
  app.onError((error, c) => {
    if (error instanceof ProblemError) return answerProblem(c, error.problem, error.headers)
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') {
      // The sender is gone: whatever is answered, nobody reads it.
      deps.log(`${c.req.method} ${c.req.path}: the sender broke off. 发送方中断了请求。`)
      const broken = new ProblemError(
        400,
        'The request broke off; send it again.',
        '请求中断，请重新发送。',
      )
      return answerProblem(c, broken.problem)
    }
    deps.log(error)
    const hidden = new ProblemError(500, 'The cause is in the server’s log.', '原因见服务器日志。')
    return answerProblem(c, hidden.problem)
  })
  return app
}

/** What goes on for as long as somebody reads has no end that a tag could be taken of. */
const isStream = (path: string) => /^\/api\/presentations\/[^/]+\/(events|desk)\/?$/.test(path)

/** Analyses change nothing; which of them take the token, their route says. */
function changesByOperator(admin: Deps['admin']): MiddlewareHandler {
  if (!admin) throw new Error('A server that is open to others needs an operator.')
  return async (c, next) => {
    const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    const isAnalysis =
      /^\/api\/(processes\/[^/]+\/execution|maps\/[^/]+|reports\/verification)\/?$/.test(c.req.path)
    // Files that were brought in are nobody else's until their rows are written.
    const isUnpublished = /^\/api\/imports(\/|$)/.test(c.req.path)
    if ((!isRead && !isAnalysis) || isUnpublished) await admin(c)
    await next()
  }
}

function limitBody(): MiddlewareHandler {
  const [usual, ofReports, ofFiles] = [1, REPORT_MEBIBYTES, FILE_MEBIBYTES].map((mebibytes) =>
    bodyLimit({
      maxSize: mebibytes * MEBIBYTE,
      onError: () => {
        throw new ProblemError(
          413,
          `The body is over ${mebibytes} MiB; send less at once.`,
          `请求体超过 ${mebibytes} MiB，请分次发送。`,
        )
      },
    }),
  )
  const limitOf = (path: string) => {
    if (/^\/api\/story-files(\/|$)/.test(path)) return ofFiles
    return path === '/api/reports/verification' ? ofReports : usual
  }
  return async (c, next) => {
    const limited = limitOf(c.req.path)
    // Reads a body of untold length to its end, and only the reading is timed.
    if (limited && !isUpload(c.req.method, c.req.path))
      await inTime(Promise.resolve(limited(c, async () => {})))
    await next()
  }
}

/** No route took the request: its path takes other methods, or nothing is there. */
function answerUnserved(c: Context, methods: string[]): Response {
  const { method, path } = c.req
  if (methods.length === 0) {
    throw new ProblemError(404, `Nothing is served at ${path}.`, `${path} 没有内容。`)
  }
  const Allow = methods.join(', ')
  if (method === 'OPTIONS') return c.body(null, 204, { Allow })
  throw new ProblemError(
    405,
    `${method} came; ${path} takes ${Allow}.`,
    `收到 ${method}；${path} 只支持 ${Allow}。`,
    undefined,
    { Allow },
  )
}

/** The methods of every route that fits the path; HEAD comes with GET, OPTIONS with any. */
function methodsAt(app: Hono, path: string): string[] {
  const words = path.replace(/\/$/, '').split('/')
  const found = app.routes.filter((route) => {
    const pattern = route.path.split('/')
    const fits = pattern.every((part, index) => part.startsWith(':') || part === words[index])
    return route.method !== 'ALL' && pattern.length === words.length && fits
  })
  const methods = found.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return methods.length > 0 ? [...new Set([...methods, 'OPTIONS'])].sort() : []
}
