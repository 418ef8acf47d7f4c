// People's own candidate sites, to write (OGC API – Features, part 4).
import { type Context, Hono } from 'hono'
import { SiteDraft } from '#geodata/contract/collections.ts'
import type { Deps } from '#server/app.ts'
import { readJson } from '#server/body.ts'
import { ProblemError, parseOrProblem } from '#server/problem.ts'

export function siteRoutes({ atlas }: Deps): Hono {
  const routes = new Hono()
  routes.post('/collections/sites/items', async (c) => {
    const draft = parseOrProblem(SiteDraft, await readJson(c), '')
    const id = crypto.randomUUID()
    const change = atlas.insertSite(id, draft)
    const version = change.kind === 'changed' ? change.version : 1
    return c.body(null, 201, {
      Location: `${new URL(c.req.url).origin}/api/collections/sites/items/${id}`,
      ETag: `"${version}"`,
    })
  })
  routes.put('/collections/sites/items/:id', async (c) => {
    const expected = expectedVersion(c)
    const draft = parseOrProblem(SiteDraft, await readJson(c), '')
    const change = atlas.replaceSite(c.req.param('id'), draft, expected)
    if (change.kind === 'missing') throw missing(c.req.param('id'))
    if (change.kind === 'stale') throw stale(change.version)
    return c.body(null, 204, { ETag: `"${change.version}"` })
  })
  routes.delete('/collections/sites/items/:id', (c) => {
    const outcome = atlas.deleteSite(c.req.param('id'), expectedVersion(c))
    if (outcome === 'missing') throw missing(c.req.param('id'))
    if (outcome === 'stale') throw stale(atlas.siteVersion(c.req.param('id')) ?? 0)
    return c.body(null, 204)
  })
  return routes
}

function expectedVersion(c: Context): number {
  const header = c.req.header('If-Match')
  if (!header) {
    throw new ProblemError(
      428,
      'Send If-Match with the ETag you last read, so that nobody’s change is lost.',
      '请带上最近一次读到的 ETag（If-Match），以免覆盖他人的修改。',
    )
  }
  return Number(header.match(/^(?:W\/)?"(\d+)"$/)?.[1] ?? -1)
}

function missing(id: string): ProblemError {
  return new ProblemError(404, `There is no site “${id}”.`, `没有地块“${id}”。`)
}

function stale(version: number): ProblemError {
  return new ProblemError(
    412,
    `The site is at version "${version}" now; read it again and decide.`,
    `该地块已更新到版本 "${version}"；请重新读取后再决定。`,
  )
}
