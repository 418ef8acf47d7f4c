// Every kind of value that a field of a schema refuses, found by trying: what is tried and what Zod says.
import type { z } from 'zod'
import type { FieldError } from '#geodata/contract/problem.ts'
import { refusalsOf } from '#geodata/contract/refusal.ts'

/** A field by the keys that lead to it; 0 stands for the first of a list. */
export type Path = readonly (string | number)[]
export type Violation = { path: Path; tried: unknown; error: FieldError }

type Definition = {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  element?: z.ZodType
  valueType?: z.ZodType
  keyType?: z.ZodType
  items?: z.ZodType[]
  in?: z.ZodType
}
const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition

/** Fields by name, those inside others too; what is chosen between shapes counts as one field. */
export function fieldsIn(schema: z.ZodType, path: Path = []): Path[] {
  const { type, shape, innerType, element, valueType, items, ...rest } = definitionOf(schema)
  const inside = innerType ?? rest.in
  if (inside) return fieldsIn(inside, path)
  const inner: [string | number, z.ZodType][] =
    type === 'object'
      ? Object.entries(shape ?? {})
      : type === 'array' && element
        ? [[0, element]]
        : type === 'record' && valueType
          ? [[firstKey(rest.keyType), valueType]]
          : (items ?? []).map((one, place) => [place, one])
  const own = typeof path.at(-1) === 'string' || items ? [path] : []
  return [
    ...(path.length > 0 ? own : []),
    ...inner.flatMap(([key, one]) => fieldsIn(one, [...path, key])),
  ]
}

const firstKey = (schema: z.ZodType | undefined) => {
  const { entries } = (schema ? definitionOf(schema) : {}) as { entries?: Record<string, string> }
  return Object.keys(entries ?? {})[0] ?? 'minutes'
}

const TRIED: readonly unknown[] = [
  undefined,
  null,
  '',
  'abc;def',
  'x'.repeat(5000),
  7,
  0.5,
  -1e12,
  1e12,
  true,
  [],
  Array(600).fill('x'),
  {},
]

/** Each value tried of each field that the schema refuses there. */
export function violationsOf(schema: z.ZodType, root: string): Violation[] {
  return fieldsIn(schema).flatMap((path) =>
    TRIED.flatMap((tried) => {
      const value = holding(path, tried)
      const { error } = schema.safeParse(value, { reportInput: true })
      const pointer = `${root}/${path.join('/')}`
      const refused = error && refusalsOf(error, value, root)
      const found = refused?.find((one) => one.pointer === pointer)
      return found ? [{ path, tried, error: found }] : []
    }),
  )
}

function holding(path: Path, tried: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return tried
  const inner = holding(rest, tried)
  return typeof key === 'number' ? [...Array(key).fill(0), inner] : { [key]: inner }
}

/** What a reader should find again of what was tried; null: it has no short form. */
export function shownOf(
  tried: unknown,
  { choices, detailZh }: FieldError,
  language: 'zh-CN' | 'en',
): string | null {
  // What several fields hold against each other is said of all of them together.
  if (detailZh.includes('只填其一')) return null
  if (tried === undefined || tried === null || tried === '') {
    return language === 'en' ? 'Nothing was given' : '没有填写'
  }
  if (tried === true && !choices) return language === 'en' ? '“yes”' : '“是”'
  if (typeof tried === 'string') return tried.length > 40 ? tried.slice(0, 40) : `“${tried}”`
  if (typeof tried === 'number') return String(tried)
  return Array.isArray(tried) && !choices ? String(tried.length) : null
}

/** What only a programmer reads: names of types and fields, signs of code, English on a Chinese screen. */
export function programmersWordIn(text: string, language: 'zh-CN' | 'en'): string | null {
  const plain = text.replaceAll(/“[^”]*”/g, '')
  const found =
    language === 'en'
      ? /undefined|null|NaN|boolean|string|object|Invalid|[<>]=|[a-z][A-Z]|_|\/[a-z]/.exec(plain)
      : /[A-Za-z_]{2,}|[<>]=/.exec(plain.replaceAll(/JI[ST]|km|WGS84/g, ''))
  return found?.[0] ?? null
}
