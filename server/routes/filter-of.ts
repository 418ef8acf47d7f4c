// The condition that an address puts on the features of a collection (OGC API – Features, part 3), and what it may ask by.
import type { ReadableId } from '#geodata/contract/editable/editable.ts'
import { faultsOfFilter, type QueryableKind, type Queryables } from '#geodata/formats/cql2/check.ts'
import { type Cql2, Cql2Fault } from '#geodata/formats/cql2/expression.ts'
import { readCql2Json } from '#geodata/formats/cql2/read-json.ts'
import { readCql2Text } from '#geodata/formats/cql2/read-text.ts'
import { query } from '#server/http/described.ts'
import { badParameter } from '#server/http/problem.ts'

const LANGUAGES = { 'cql2-text': readCql2Text, 'cql2-json': readCql2Json } as const
const isLanguage = (text: string): text is keyof typeof LANGUAGES => Object.hasOwn(LANGUAGES, text)
/** An address of a long list of ids still fits. */
const MOST_CHARACTERS = 20_000

/** Parameters that say the condition; they are no properties. */
export const FILTER_PARAMETERS = ['filter', 'filter-lang', 'filter-crs'] as const

/** Undefined: there is none. Throws a 400 that names every fault of it. */
export function filterOf(search: URLSearchParams, queryables: Queryables): Cql2 | undefined {
  const language = search.get('filter-lang') ?? 'cql2-text'
  if (!isLanguage(language)) {
    const known = Object.keys(LANGUAGES)
    throw badParameter(
      'filter-lang',
      `filter-lang came as “${language}”; expected ${known.join(' or ')}.`,
      `filter-lang 收到“${language}”；应为 ${known.join(' 或 ')}。`,
    )
  }
  const text = search.get('filter')
  if (text === null) return undefined
  if (text.length > MOST_CHARACTERS) {
    throw badParameter(
      'filter',
      `The filter has ${text.length} characters; at most ${MOST_CHARACTERS} are read.`,
      `filter 有 ${text.length} 个字符，最多 ${MOST_CHARACTERS} 个。`,
    )
  }
  const filter = read(LANGUAGES[language], text)
  const faults = faultsOfFilter(filter, queryables)
  if (faults.length === 0) return filter
  const said = (language: 'en' | 'zh') => faults.map((fault) => fault[language])
  throw badParameter('filter', said('en').join(' '), said('zh').join(''))
}

function read(reader: (text: string) => Cql2, text: string): Cql2 {
  try {
    return reader(text)
  } catch (error) {
    if (!(error instanceof Cql2Fault)) throw error
    throw badParameter(
      'filter',
      `The filter cannot be read: ${error.message}`,
      `filter 无法读取：${error.zh}`,
    )
  }
}

const SCHEMA_OF: Record<QueryableKind, object> = {
  text: { type: 'string' },
  number: { type: 'number' },
  list: { type: 'array', items: { type: 'string' } },
  geometry: { format: 'geometry-any' },
}

/** A JSON Schema whose properties are what a condition may ask by. */
export function queryablesSchema(href: string, id: ReadableId, title: string, known: Queryables) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: href,
    type: 'object',
    title: `${title} (${id})`,
    properties: Object.fromEntries(
      [...known].map(([name, kind]) => [name, { title: name, ...SCHEMA_OF[kind] }]),
    ),
    additionalProperties: false,
  }
}

export const filterParameters = () => [
  query(
    'filter',
    "a condition in CQL2 on the queryables of the collection, such as kind = 'tier1' AND S_INTERSECTS(geometry, BBOX(106, 29, 107, 30))",
    { type: 'string' },
  ),
  query('filter-lang', 'how the condition is written', {
    type: 'string',
    enum: Object.keys(LANGUAGES),
    default: 'cql2-text',
  }),
  query('filter-crs', 'the system of coordinates of the condition: CRS84', { type: 'string' }),
]
