// Where does a client start, and what can it expect? (OGC API – Common)
import { Hono } from 'hono'
import { addressOf } from '#server/http/address.ts'
import { DOCUMENT, ok, type Paths } from '#server/http/described.ts'
import { OPENAPI_30, OPENAPI_31 } from '#server/routes/openapi.ts'

const CONFORMS_TO = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  // The published parts know OpenAPI 3.0 alone; 3.1 has a class in the draft of 1.1.
  'http://www.opengis.net/spec/ogcapi-features-1/1.1/conf/oas31',
  ...['queryables', 'queryables-query-parameters', 'filter', 'features-filter'].map(
    (name) => `http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/${name}`,
  ),
  ...[
    'cql2-text',
    'cql2-json',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'accent-insensitive-comparison',
    'basic-spatial-functions',
    'basic-spatial-functions-plus',
    'array-functions',
    'property-property',
    'arithmetic',
  ].map((name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`),
  'http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete',
  ...['core', 'tileset', 'tilesets-list', 'geodata-tilesets', 'mvt', 'oas30'].map(
    (name) => `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`,
  ),
  'http://www.opengis.net/spec/tms/2.0/conf/tilematrixset',
  'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/json',
]

export function landingRoutes(): Hono {
  const routes = new Hono()
  routes.get('/', (c) => {
    const address = addressOf(c)
    const link = (rel: string, path: string, type: string, title: string) => ({
      rel,
      href: `${address}/api${path}`,
      type,
      title,
    })
    return c.json({
      title: 'Park Atlas 园链图',
      description: 'Parks, firms, links and truck minutes of a region’s 1+N automotive layout.',
      links: [
        link('self', '', 'application/json', 'this document'),
        link('conformance', '/conformance', 'application/json', 'conformance classes'),
        link(
          'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
          '/tileMatrixSets',
          'application/json',
          'grids of tiles',
        ),
        link('data', '/collections', 'application/json', 'collections'),
        link('service-desc', '/openapi.json', OPENAPI_31, 'OpenAPI 3.1'),
        link('service-desc', '/openapi-3.0.json', OPENAPI_30, 'OpenAPI 3.0'),
        link('service-doc', '/docs', 'text/html', 'documentation'),
        link(
          'http://www.opengis.net/def/rel/ogc/1.0/processes',
          '/processes',
          'application/json',
          'processes',
        ),
        link(
          'http://www.opengis.net/def/rel/ogc/1.0/job-list',
          '/jobs',
          'application/json',
          'long work: networks being built',
        ),
      ],
    })
  })
  routes.get('/conformance', (c) => c.json({ conformsTo: CONFORMS_TO }))
  return routes
}

export const landingPaths = (): Paths => ({
  '/': { get: { summary: 'Landing page', responses: ok(DOCUMENT) } },
  '/conformance': { get: { summary: 'Conformance classes', responses: ok(DOCUMENT) } },
})
