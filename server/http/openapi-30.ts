// The description of the API for programs that know OpenAPI 3.0 alone (GDAL and QGIS as of 2023): the same, in its words.
//
// 3.1 says schemas in JSON Schema 2020-12; 3.0 has a dialect of its own, without lists of types, null, const, tuples and
// bounds that are numbers of their own. Where it has no words the schema says less, never something else.

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Schema = { [name: string]: Json }

/** Has no counterpart; what is valid stays valid without it. */
const DROPPED = new Set([
  '$schema',
  '$id',
  '$comment',
  'propertyNames',
  'patternProperties',
  'contentEncoding',
  'contentMediaType',
  'unevaluatedProperties',
  'if',
  'then',
  'else',
])

export function asOpenApi30(document: { openapi: string }): object {
  return { ...(plain(document as unknown as Json) as object), openapi: '3.0.3' }
}

/** Whatever is no schema: the schemas in it are said anew. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'schema' ? schema(inner) : plain(inner),
    ]),
  )
}

function schema(value: Json): Json {
  if (value === true) return {}
  if (value === false) return { not: {} }
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.entries(value).reduce<Schema>(
    (made, [name, inner]) => Object.assign(made, said(name, inner, value)),
    {},
  )
}

/** One keyword in the words of 3.0. */
function said(name: string, inner: Json, around: Schema): Schema {
  if (DROPPED.has(name)) return {}
  switch (name) {
    case 'type':
      return typeSaid(inner)
    case 'const':
      return { enum: [inner], ...(inner === null ? { nullable: true } : {}) }
    case 'enum':
      return { enum: inner, ...((inner as Json[]).includes(null) ? { nullable: true } : {}) }
    case 'exclusiveMinimum':
      return { minimum: inner, exclusiveMinimum: true }
    case 'exclusiveMaximum':
      return { maximum: inner, exclusiveMaximum: true }
    case 'minimum':
    case 'maximum': {
      const exclusive = name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'
      return exclusive in around ? {} : { [name]: inner }
    }
    case 'examples':
      return Array.isArray(inner) && inner[0] !== undefined ? { example: inner[0] } : {}
    case 'prefixItems': {
      const parts = (inner as Json[]).map(schema)
      const isClosed = around.items === undefined || around.items === false
      return { items: { anyOf: parts }, ...(isClosed ? { maxItems: parts.length } : {}) }
    }
    case 'items':
      return 'prefixItems' in around ? {} : { items: schema(inner) }
    case 'anyOf':
    case 'oneOf':
      return oneOfSaid(name, inner as Json[])
    case 'allOf':
      return { allOf: (inner as Json[]).map(schema) }
    case 'not':
    case 'additionalProperties':
      return { [name]: typeof inner === 'boolean' ? inner : schema(inner) }
    case 'properties':
      return {
        properties: Object.fromEntries(
          Object.entries(inner as Schema).map(([key, one]) => [key, schema(one)]),
        ),
      }
    default:
      return { [name]: inner }
  }
}

function typeSaid(type: Json): Schema {
  const types = [type].flat() as string[]
  const others = types.filter((one) => one !== 'null')
  const nullable: Schema = others.length < types.length ? { nullable: true } : {}
  if (others.length === 0) return { ...nullable, enum: [null] }
  return others.length === 1
    ? { ...nullable, type: others[0] as string }
    : { ...nullable, anyOf: others.map((one) => ({ type: one })) }
}

const isNull = (one: Json) => typeof one === 'object' && (one as Schema | null)?.type === 'null'

/** null is no choice among others but a word of each. */
function oneOfSaid(name: 'anyOf' | 'oneOf', choices: Json[]): Schema {
  if (!choices.some(isNull)) return { [name]: choices.map(schema) }
  const others = choices
    .filter((one) => !isNull(one))
    .map((one) => ({
      ...(schema(one) as Schema),
      nullable: true,
    }))
  return { [name]: others, nullable: true }
}
