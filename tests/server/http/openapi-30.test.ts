// Is the API described to programs that know OpenAPI 3.0 alone as it is to others, in words that they know?
import { expect, it } from 'vitest'
import { asOpenApi30 } from '#server/http/openapi-30.ts'
import { builtApp } from '#tests/support/built-app.ts'

const said = (schema: unknown) => {
  const document = { openapi: '3.1.0', paths: { '/a': { schema } } }
  return (asOpenApi30(document) as { paths: { '/a': { schema: unknown } } }).paths['/a'].schema
}

it.each<[unknown, unknown]>([
  [
    { type: ['string', 'null'], minLength: 1 },
    { type: 'string', nullable: true, minLength: 1 },
  ],
  [{ type: ['string', 'number'] }, { anyOf: [{ type: 'string' }, { type: 'number' }] }],
  [{ type: 'null' }, { nullable: true, enum: [null] }],
  [{ const: 'Feature' }, { enum: ['Feature'] }],
  [
    { type: 'number', minimum: -5, exclusiveMinimum: 0, maximum: 600 },
    { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 600 },
  ],
  [
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    { anyOf: [{ type: 'string', nullable: true }], nullable: true },
  ],
  [
    { type: 'array', prefixItems: [{ type: 'number' }, { const: 'x' }], minItems: 2 },
    {
      type: 'array',
      items: { anyOf: [{ type: 'number' }, { enum: ['x'] }] },
      maxItems: 2,
      minItems: 2,
    },
  ],
  [
    {
      type: 'object',
      properties: { type: { const: 1 } },
      propertyNames: { type: 'string' },
      additionalProperties: { const: 2 },
    },
    { type: 'object', properties: { type: { enum: [1] } }, additionalProperties: { enum: [2] } },
  ],
  [
    { type: 'object', additionalProperties: false },
    { type: 'object', additionalProperties: false },
  ],
])('says %j', (schema, expected) => {
  expect(said(schema)).toEqual(expected)
})

const built = builtApp()

it('names the same routes, and nothing of 3.0 that it does not know', async () => {
  const get = async (path: string) => {
    const response = await built.app.request(`/api/${path}`)
    return { type: response.headers.get('Content-Type'), document: await response.json() }
  }
  const [newer, older] = [await get('openapi.json'), await get('openapi-3.0.json')]
  expect(older.type).toBe('application/vnd.oai.openapi+json;version=3.0')
  expect(older.document.openapi).toMatch(/^3\.0\./)
  expect(Object.keys(older.document.paths)).toEqual(Object.keys(newer.document.paths))
  const strange: string[] = []
  const walk = (value: unknown, at: string, isSchema: boolean) => {
    if (typeof value !== 'object' || value === null) return
    const own = value as Record<string, unknown>
    if (isSchema && !Array.isArray(value)) {
      for (const name of [
        'const',
        'prefixItems',
        '$schema',
        '$defs',
        'examples',
        'propertyNames',
      ]) {
        if (name in own) strange.push(`${at}/${name}`)
      }
      if ('type' in own && typeof own.type !== 'string') strange.push(`${at}/type`)
      if (own.type === 'null') strange.push(`${at}/type`)
      if (typeof own.exclusiveMinimum === 'number') strange.push(`${at}/exclusiveMinimum`)
    }
    for (const [name, inner] of Object.entries(own)) {
      // Below "properties" stand names, and below an example or a choice values.
      if (name === 'properties' && isSchema) {
        for (const [key, one] of Object.entries(inner as object)) walk(one, `${at}/${key}`, true)
      } else if (!['enum', 'default', 'example'].includes(name)) {
        walk(inner, `${at}/${name}`, isSchema || name === 'schema')
      }
    }
  }
  walk(older.document.paths, '', false)
  expect(strange).toEqual([])
})
