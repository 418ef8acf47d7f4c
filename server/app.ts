// The whole of what is served under one address; it never listens, so tests call it directly.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { answerProblem, ProblemError } from '#server/problem.ts'
import type { Region } from '#server/region.ts'
import { collectionRoutes } from '#server/routes/collections.ts'
import { documentRoutes } from '#server/routes/documents.ts'
import { landingRoutes } from '#server/routes/landing.ts'
import { openApiRoutes } from '#server/routes/openapi.ts'
import { processRoutes } from '#server/routes/processes.ts'
import { siteRoutes } from '#server/routes/sites.ts'
import { storyRoutes } from '#server/routes/stories.ts'
import type { Atlas } from '#server/store/atlas.ts'

export type Deps = {
  atlas: Atlas
  region: Region
  mapApprovalNumber: string | null
  /** Where surprises go; never to the client. */
  log: (error: unknown) => void
}

const BODY_LIMIT_BYTES = 1024 * 1024

export function createApp(deps: Deps): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", 'blob:', "'wasm-unsafe-eval'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        frameAncestors: ["'self'"],
      },
    }),
  )
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: () => {
        throw new ProblemError(
          413,
          'The body is over 1 MiB; send less at once.',
          '请求体超过 1 MiB，请分次发送。',
        )
      },
    }),
  )
  app.route('/api', landingRoutes())
  app.route('/api', siteRoutes(deps))
  app.route('/api', collectionRoutes(deps))
  app.route('/api', processRoutes(deps))
  app.route('/api', documentRoutes(deps))
  app.route('/api', storyRoutes(deps))
  app.route('/api', openApiRoutes())
  app.all('/api/*', (c) => {
    throw new ProblemError(404, `Nothing is served at ${c.req.path}.`, `${c.req.path} 没有内容。`)
  })
  app.onError((error, c) => {
    if (error instanceof ProblemError) return answerProblem(c, error.problem)
    deps.log(error)
    const hidden = new ProblemError(500, 'The cause is in the server’s log.', '原因见服务器日志。')
    return answerProblem(c, hidden.problem)
  })
  return app
}
