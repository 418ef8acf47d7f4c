// How is a route described to programs (OpenAPI 3.1)? What the descriptions beside the routes are made of.
import { z } from 'zod'
import { Problem } from '#geodata/contract/problem.ts'

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete'
type Content = Record<string, { schema?: object }>
type Answers = Record<string, { description: string; content?: Content }>
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  /** How a list is written; left out: as the standard has it. */
  style?: 'form'
  explode?: boolean
  schema: object
}

export type Operation = {
  summary: string
  description?: string
  security?: readonly Record<string, readonly string[]>[]
  parameters?: readonly Parameter[]
  requestBody?: { required: true; content: Content }
  responses: Answers
}

/** Path (below /api, parameters in braces) → method → what it does. */
export type Paths = Record<string, Partial<Record<Method, Operation>>>

export const path = (name: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
})

export const query = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
})

export const header = (name: string, required: boolean, description: string): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
})

/** Needs the admin token. */
export const ADMIN = [{ admin: [] }]

/** What a client may send: fields with a default may be left out. */
export const sent = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** What the server answers with: defaults are filled in. */
export const answered = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' })

export const listOf = (items: object) => ({
  type: 'object',
  required: ['items'],
  properties: { items: { type: 'array', items } },
})

export const json = (schema: object): Content => ({ 'application/json': { schema } })

/** A document that its own standard or its own address describes. */
export const DOCUMENT = json({ type: 'object' })

export const problem = (): Answers => ({
  default: {
    description: 'Problem (RFC 9457)',
    content: { 'application/problem+json': { schema: answered(Problem) } },
  },
})

export const ok = (content: Content, description = 'OK'): Answers => ({
  '200': { description, content },
  ...problem(),
})

/** A vector tile, or nothing where nothing is drawn. */
export const tile = (): Answers => ({
  ...ok({
    'application/vnd.mapbox-vector-tile': { schema: { type: 'string', format: 'binary' } },
  }),
  '204': { description: 'Nothing is drawn here' },
})
