// Does any odd request get a 5xx, a trace or silence? Thrown at each route that the OpenAPI document lists.
//
// What is thrown follows the document, and now and then breaks it. ATTACKS is how many requests a route
// gets: a few with every run of the tests, 200 and more when somebody looks for holes.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { ADMIN_TOKEN, builtApp, problemOf } from '#tests/support/built-app.ts'

const ATTACKS = Number(process.env.ATTACKS ?? 6)
const built = builtApp()

type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema | boolean
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  minimum?: number
  maximum?: number
}
type Operation = {
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
}
let routes: { method: string; path: string; operation: Operation }[] = []

beforeAll(async () => {
  const { paths } = await (await built.app.request('/api/openapi.json')).json()
  routes = Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
  )
}, 60_000)

const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  '%',
  '_',
  '%E0%A4%A',
  '..',
  '../../../etc/passwd',
  "' OR 1=1 --",
  '"',
  ';',
  '*',
  '园'.repeat(90),
  '𠀀'.repeat(60),
  'x'.repeat(5000),
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e999',
  '9007199254740993',
  '2024-02-30',
]
/** Ids that lead past the first look. */
const KNOWN_TEXTS = ['CQ-V01', 'parks', 'sites', 'companies', 'nearest', 'skeleton', 'battery-tray']
const ODD_VALUES = [
  ...ODD_TEXTS,
  null,
  true,
  -0,
  -1,
  0.5,
  1e308,
  5e-324,
  2 ** 53,
  [],
  {},
  [[[[]]]],
  JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'),
  [106.5, 29.6],
  [999, 999],
  Array(3000).fill(0),
]
const oddText = fc.constantFrom(...ODD_TEXTS, ...KNOWN_TEXTS)
const oddValue = fc.constantFrom(...ODD_VALUES)

/** What fits the schema, as far as it tells, and in one of ten places what does not. */
function fitting(schema: Schema | boolean | undefined, depth = 0): fc.Arbitrary<unknown> {
  if (typeof schema !== 'object' || depth > 6) return oddValue
  return fc.oneof(
    { weight: 9, arbitrary: right(schema, depth) },
    { weight: 1, arbitrary: oddValue },
  )
}

function right(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices && !schema.type) return fc.oneof(...choices.map((one) => fitting(one, depth + 1)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const { minimum: min = -1000, maximum: max = 1000 } = schema
  if (schema.type === 'integer')
    return fc.integer({ min: Math.max(min, -1e9), max: Math.min(max, 1e9) })
  if (schema.type === 'number') return fc.double({ min, max: Math.max(min, max), noNaN: true })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'array') {
    if (schema.prefixItems)
      return fc.tuple(...schema.prefixItems.map((one) => fitting(one, depth + 1)))
    return fc.array(fitting(schema.items, depth + 1), { maxLength: 4 })
  }
  if (schema.type === 'object' && schema.properties) {
    const fields = Object.entries(schema.properties).map(
      ([name, field]) => [name, fitting(field, depth + 1)] as const,
    )
    const requiredKeys = schema.required ?? []
    return fc.record(Object.fromEntries(fields), { requiredKeys })
  }
  return oddText
}

/** In a header only what a header may carry. */
const inHeader = (text: unknown) =>
  encodeURIComponent(String(text).toWellFormed()).slice(0, 300) || 'x'
const inPath = fc.oneof(
  oddText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom('%', '%00', '%E0%A4%A', '%2e%2e%2f', '.', '0', '1', ';', '💡'),
)
const bodyOf = (schema: Schema | undefined) =>
  fc.oneof(
    { weight: 8, arbitrary: fitting(schema).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.constantFrom('', '{', 'NaN', '[', '\u0000', '"'.repeat(9), 'null') },
    { weight: 1, arbitrary: fc.constantFrom('['.repeat(50_000), `${'{"a":'.repeat(9000)}1`) },
  )

function requestTo({ method, path, operation }: (typeof routes)[number]) {
  const { parameters = [], requestBody } = operation
  const named = (place: string) => parameters.filter((one) => one.in === place)
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return fc.record({
    address: fc
      .tuple(...named('path').map(() => inPath))
      .map((parts) => parts.reduce((rest, part) => rest.replace(/\{\w+\}/, () => part), path)),
    query: fc.record(
      Object.fromEntries(named('query').map(({ name, schema }) => [name, fitting(schema)])),
      { requiredKeys: [] },
    ),
    headers: fc
      .record(
        Object.fromEntries(named('header').map(({ name }) => [name, oddText.map(inHeader)])),
        {
          requiredKeys: [],
        },
      )
      .map((own) => own as Record<string, string>),
    type: fc.constantFrom(type, type, type, 'application/json', 'text/plain', ''),
    hasToken: fc.boolean(),
    body: requestBody ? bodyOf(content?.schema) : fc.constant(undefined),
    method: fc.constantFrom(method, method, method, method, 'HEAD', 'OPTIONS'),
  })
}

it(
  'answers every one in words, and none with a surprise',
  async () => {
    for (const route of routes) {
      await fc.assert(
        fc.asyncProperty(requestTo(route), async (asked) => {
          const search = new URLSearchParams(
            Object.entries(asked.query).map(([name, value]) => [
              name,
              String(value).toWellFormed(),
            ]),
          )
          const hasBody = asked.body !== undefined && !['GET', 'HEAD'].includes(asked.method)
          const response = await built.app.request(`/api${asked.address}?${search}`, {
            method: asked.method,
            headers: {
              ...asked.headers,
              ...(asked.type ? { 'Content-Type': asked.type } : {}),
              ...(asked.hasToken ? { Authorization: `Bearer ${ADMIN_TOKEN}` } : {}),
            },
            ...(hasBody ? { body: asked.body ?? '' } : {}),
          })
          const said = asked.method === 'HEAD' ? '' : JSON.stringify(asked).slice(0, 500)
          expect(response.status, said).toBeLessThan(500)
          expect(built.logged, said).toEqual([])
          if (response.status >= 400 && asked.method !== 'HEAD') {
            await problemOf(response, response.status)
          } else await response.arrayBuffer()
        }),
        { numRuns: ATTACKS, seed: 8818, endOnFailure: true },
      )
    }
  },
  ATTACKS * 60_000,
)
