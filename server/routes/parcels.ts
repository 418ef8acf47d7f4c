// What a page needs to work answers out by itself: the networks as files, and the facts.
import { Hono } from 'hono'
import {
  type FactsParcel,
  PARCEL_VERSION,
  type SkeletonParcel,
} from '#geodata/analysis/answering/parcels.ts'
import { hashOf } from '#geodata/model/hash.ts'
import type { Deps } from '#server/deps.ts'
import { DOCUMENT, ok, type Paths, path, query } from '#server/http/described.ts'
import { ProblemError } from '#server/http/problem.ts'

/** How long a file may be kept whose address names it by its checksum: it never changes. */
const YEAR_SECONDS = 31_536_000

export function parcelRoutes({ store, region }: Deps): Hono {
  const routes = new Hono()
  const skeleton: SkeletonParcel = { formatVersion: PARCEL_VERSION, ...region.skeletonFile }
  const skeletonEtag = `W/"${hashOf(skeleton)}"`
  routes.get('/networks/:networkId/file', async (c) => {
    const id = c.req.param('networkId')
    if (id === region.skeleton.summary.id) {
      c.header('ETag', skeletonEtag)
      return c.json(skeleton)
    }
    const network = region.streets.find(({ summary }) => summary.id === id)
    const file = network && (await store.networks.file(region.id, id))
    if (!file) {
      throw new ProblemError(
        404,
        `There is no network “${id}”; /api/networks lists those there are.`,
        `没有名为“${id}”的路网；/api/networks 列出现有路网。`,
      )
    }
    const { hash } = network.summary
    c.header('ETag', `"${hash}"`)
    if (c.req.query('v') === hash) {
      c.header('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`)
    }
    c.header('Content-Type', 'application/octet-stream')
    c.header('Content-Length', String(file.size))
    return c.body(file.stream())
  })
  routes.get('/facts', (c) => {
    const { facts, dataset } = region
    c.header('ETag', `W/"${dataset.hash}"`)
    if (c.req.header('If-None-Match')?.includes(dataset.hash)) return c.body(null, 304)
    const parcel: FactsParcel = { formatVersion: PARCEL_VERSION, facts, dataset }
    return c.json(parcel)
  })
  return routes
}

export const parcelPaths = (): Paths => ({
  '/networks/{networkId}/file': {
    get: {
      summary:
        'A network as a file, to work answers out elsewhere: streets as written by the build, the skeleton as JSON',
      parameters: [
        path('networkId'),
        query('v', 'the hash of the network: the answer may then be kept', { type: 'string' }),
      ],
      responses: ok({
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
        ...DOCUMENT,
      }),
    },
  },
  '/facts': {
    get: {
      summary:
        'The facts that analyses stand on, as one document; its ETag is the hash of the data',
      responses: ok(DOCUMENT),
    },
  },
})
