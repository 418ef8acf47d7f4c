// The API described for programs (OpenAPI 3.1) and for people.
import { Hono } from 'hono'
import { z } from 'zod'
import { TileJson } from '#geodata/contract/basemap.ts'
import { BasemapList } from '#geodata/contract/basemaps.ts'
import { NetworkList } from '#geodata/contract/documents.ts'
import { READABLE_IDS } from '#geodata/contract/editable/editable.ts'
import { Extract, ExtractList, Job, JobList, NetworkOrder } from '#geodata/contract/jobs.ts'
import { NetworkTileJson } from '#geodata/contract/network-tiles.ts'
import { Problem } from '#geodata/contract/problem.ts'
import { SceneFigures, Story } from '#geodata/contract/stories.ts'
import { editPaths, type Operation } from '#server/routes/openapi-edits.ts'
import { processSchemas } from '#server/routes/processes.ts'

export function openApiRoutes(): Hono {
  const routes = new Hono()
  routes.get('/openapi.json', (c) =>
    c.body(JSON.stringify(describeApi(new URL(c.req.url).origin)), 200, {
      'Content-Type': 'application/vnd.oai.openapi+json;version=3.1',
    }),
  )
  routes.get('/docs', (c) => c.html(docsPage(describeApi(new URL(c.req.url).origin))))
  return routes
}

function describeApi(origin: string) {
  const json = (schema: unknown) => ({ 'application/json': { schema } })
  const geojson = { 'application/geo+json': { schema: { type: 'object' } } }
  const problem = {
    description: 'Problem (RFC 9457)',
    content: { 'application/problem+json': { schema: z.toJSONSchema(Problem) } },
  }
  const listOf = (items: unknown) => ({
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items } },
  })
  const ok = (content: unknown, description = 'OK') => ({
    '200': { description, content },
    default: problem,
  })
  const query = (name: string, description: string, schema: object) => ({
    name,
    in: 'query',
    description,
    schema,
  })
  const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
  const tile = {
    ...ok({
      'application/vnd.mapbox-vector-tile': { schema: { type: 'string', format: 'binary' } },
    }),
    '204': { description: 'Nothing is drawn here' },
  }
  const paths: Record<string, Record<string, Operation>> = {
    '/': { get: { summary: 'Landing page', responses: ok(json({ type: 'object' })) } },
    '/conformance': {
      get: { summary: 'Conformance classes', responses: ok(json({ type: 'object' })) },
    },
    '/collections': {
      get: {
        summary: `Collections: ${READABLE_IDS.join(', ')}`,
        responses: ok(json({ type: 'object' })),
      },
    },
    '/collections/{collectionId}': {
      get: {
        summary: 'One collection',
        parameters: [path('collectionId')],
        responses: ok(json({ type: 'object' })),
      },
    },
    '/collections/{collectionId}/items': {
      get: {
        summary: 'Features of a collection',
        parameters: [
          path('collectionId'),
          query('bbox', 'west,south,east,north in degrees', { type: 'string' }),
          query('limit', '1 to 10,000, default 10', { type: 'integer' }),
          query('offset', 'how many to pass over', { type: 'integer' }),
          query('q', 'text in names, products and sources', { type: 'string' }),
        ],
        responses: ok(geojson, 'A page of features; any property may be a filter too'),
      },
    },
    '/collections/{collectionId}/items/{featureId}': {
      get: {
        summary: 'One feature',
        parameters: [path('collectionId'), path('featureId')],
        responses: ok(geojson),
      },
    },
    ...editPaths(problem),
    '/processes': { get: { summary: 'Analyses', responses: ok(json({ type: 'object' })) } },
    '/processes/{processId}': {
      get: {
        summary: 'One analysis: what it takes and gives',
        parameters: [path('processId')],
        responses: ok(json({ type: 'object' })),
      },
    },
    '/openapi.json': {
      get: {
        summary: 'This document',
        responses: ok({
          'application/vnd.oai.openapi+json;version=3.1': { schema: { type: 'object' } },
        }),
      },
    },
    '/docs': {
      get: {
        summary: 'This document for people',
        responses: ok({ 'text/html': { schema: { type: 'string' } } }),
      },
    },
    '/taxonomy': {
      get: { summary: 'Segments and products', responses: ok(json({ type: 'object' })) },
    },
    '/dataset': {
      get: {
        summary: 'What is loaded, with hashes and attribution',
        responses: ok(json({ type: 'object' })),
      },
    },
    '/networks': {
      get: {
        summary: 'Road networks that are loaded, and files that were refused',
        responses: ok(json(z.toJSONSchema(NetworkList))),
      },
      post: {
        summary: 'Build a network from extracts that lie here (admin token)',
        security: [{ admin: [] }],
        requestBody: {
          required: true,
          content: json(z.toJSONSchema(NetworkOrder, { io: 'input' })),
        },
        responses: {
          '201': {
            description: 'Accepted; Location leads to the job',
            content: json(z.toJSONSchema(Job)),
          },
          default: problem,
        },
      },
    },
    '/extracts': {
      get: {
        summary: 'OpenStreetMap extracts that lie ready in DATA_DIR/extracts',
        responses: ok(json(z.toJSONSchema(ExtractList))),
      },
    },
    '/extracts/{name}': {
      put: {
        summary: 'Send an extract, up to 8 GiB (admin token)',
        security: [{ admin: [] }],
        parameters: [path('name')],
        requestBody: {
          required: true,
          content: {
            'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
          },
        },
        responses: {
          ...ok(json(z.toJSONSchema(Extract)), 'Replaced'),
          '201': { description: 'Kept', content: json(z.toJSONSchema(Extract)) },
        },
      },
    },
    '/jobs': {
      get: {
        summary: 'Analyses and builds of networks in this run of the server, the newest first',
        responses: ok(json(z.toJSONSchema(JobList))),
      },
    },
    '/jobs/{jobId}': {
      get: {
        summary: 'How far a job is',
        parameters: [path('jobId')],
        responses: ok(json(z.toJSONSchema(Job))),
      },
      delete: {
        summary: 'Cancel a job (the build of a network: admin token); what it was to replace stays',
        security: [{ admin: [] }],
        parameters: [path('jobId')],
        responses: ok(json(z.toJSONSchema(Job))),
      },
    },
    '/jobs/{jobId}/results': {
      get: {
        summary: 'What an analysis that ran as a job has found',
        parameters: [path('jobId')],
        responses: ok(json({ type: 'object' })),
      },
    },
    '/networks/{networkId}': {
      delete: {
        summary: 'Remove a network file (admin token)',
        security: [{ admin: [] }],
        parameters: [path('networkId')],
        responses: { '204': { description: 'Removed' }, default: problem },
      },
    },
    '/networks/{networkId}/tiles': {
      get: {
        summary: 'The roads of a street network as vector tiles (TileJSON 3.0)',
        parameters: [path('networkId')],
        responses: ok(json(z.toJSONSchema(NetworkTileJson))),
      },
    },
    '/networks/{networkId}/tiles/{z}/{x}/{y}': {
      get: {
        summary: 'One tile of the roads; 204 where nothing is drawn',
        parameters: [
          path('networkId'),
          path('z'),
          path('x'),
          path('y'),
          query('v', 'the hash of the network: the answer may then be kept', { type: 'string' }),
        ],
        responses: tile,
      },
    },
    '/basemap': {
      get: {
        summary: 'The tiles under the data: layers, bounds, attribution, sources (TileJSON 3.0)',
        responses: ok(json(z.toJSONSchema(TileJson))),
      },
    },
    '/basemap/{z}/{x}/{y}': {
      get: {
        summary: 'One tile of the basemap; 204 where nothing is drawn',
        parameters: [path('z'), path('x'), path('y')],
        responses: tile,
      },
    },
    '/basemaps': {
      get: {
        summary: 'Grounds the map can lie on: kind, licence, attribution, approval number',
        responses: ok(json(z.toJSONSchema(BasemapList))),
      },
    },
    '/basemaps/tianditu/{layer}/{z}/{x}/{y}': {
      get: {
        summary: 'One picture of Tianditu, fetched with the key that stays on this server',
        parameters: [path('layer'), path('z'), path('x'), path('y')],
        responses: ok({ 'image/*': {} }),
      },
    },
    '/targets': {
      get: { summary: 'Targets of the action plan', responses: ok(json({ type: 'object' })) },
    },
    '/stories': {
      get: {
        summary: 'Stories for presenting',
        responses: ok(json(listOf(z.toJSONSchema(Story)))),
      },
    },
    '/stories/{storyId}': {
      get: {
        summary: 'One story',
        parameters: [path('storyId')],
        responses: ok(json(z.toJSONSchema(Story))),
      },
    },
    '/stories/{storyId}/figures': {
      get: {
        summary: 'The live figures of a story, per scene, worked out now',
        parameters: [path('storyId')],
        responses: ok(json(listOf(z.toJSONSchema(SceneFigures)))),
      },
    },
  }
  for (const { id, title, description, inputs, result } of processSchemas()) {
    paths[`/processes/${id}/execution`] = {
      post: {
        summary: title,
        description,
        requestBody: {
          required: true,
          content: json({ type: 'object', required: ['inputs'], properties: { inputs } }),
        },
        responses: {
          ...ok(json(result)),
          '201': {
            description: 'Accepted as a job (Prefer: respond-async); Location says where',
            content: json(z.toJSONSchema(Job)),
          },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Park Atlas 园链图', version: '0.1.0', license: { name: 'MIT' } },
    servers: [{ url: `${origin}/api` }],
    paths,
    components: {
      securitySchemes: {
        admin: {
          type: 'http',
          scheme: 'bearer',
          description: 'The admin token, which the server prints at start',
        },
      },
    },
  }
}

function docsPage(api: ReturnType<typeof describeApi>): string {
  const plain = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const sections = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const details = plain(JSON.stringify(operation, null, 2))
      return `<section><h2><code>${method.toUpperCase()} /api${plain(path)}</code></h2><p>${plain(operation.summary)}</p><details><summary>参数与结构 Parameters and schemas</summary><pre tabindex="0">${details}</pre></details></section>`
    }),
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API · Park Atlas 园链图</title><style>body{font:15px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16212b;background:#fff}section{border-top:1px solid #e5e2db;padding:.5rem 0}h2{font-size:1rem;margin:.25rem 0}pre{overflow:auto;background:#f7f6f3;padding:1rem;font-size:12px}@media(prefers-color-scheme:dark){body{background:#12181d;color:#f1f4f6}pre{background:#1f282f}section{border-color:#28323a}a{color:#8ec5ff}}</style></head><body><main><h1>Park Atlas 园链图 API</h1><p>OGC API – Features 与 Processes；坐标为 WGS84 经度、纬度；错误按 RFC 9457。<br>OGC API – Features and Processes; coordinates are WGS84 longitude, latitude; errors follow RFC 9457. <a href="openapi.json">openapi.json</a></p>${sections.join('')}</main></body></html>`
}
