// Reads a filter written as CQL2 JSON (OGC 21-065r2, annex C): what is no part of it is refused with its place.
import { type Cql2, Cql2Fault, MOST_DEEP, tooDeep } from '#geodata/formats/cql2/expression.ts'
import { WELL_KNOWN_TYPES } from '#geodata/formats/cql2/well-known-text.ts'

const TYPES = new Set(Object.values(WELL_KNOWN_TYPES).map(({ type }) => type))

/** Throws a Cql2Fault that says what came where. */
export function readCql2Json(text: string): Cql2 {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Cql2Fault({
      en: `It is no JSON: ${error instanceof Error ? error.message : error}`,
      zh: '不是 JSON，请检查引号、逗号和括号。',
    })
  }
  return read(value, '', 0)
}

function read(value: unknown, pointer: string, depth: number): Cql2 {
  if (depth > MOST_DEEP) throw tooDeep()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value
  }
  const within = (list: unknown, name: string) => {
    if (!Array.isArray(list)) throw strange(list, `${pointer}/${name}`, 'a list', '列表')
    return list.map((one, index) => read(one, `${pointer}/${name}/${index}`, depth + 1))
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => read(one, `${pointer}/${index}`, depth + 1))
  }
  if (typeof value !== 'object' || value === null) {
    throw strange(value, pointer, 'a value, a property or an operation', '值、属性或运算')
  }
  const { op, args, property, date, timestamp, interval, bbox, type } = value as Record<
    string,
    unknown
  >
  if (typeof op === 'string') return { op, args: within(args, 'args') }
  if (typeof property === 'string') return { property }
  if (typeof date === 'string') return { date }
  if (typeof timestamp === 'string') return { timestamp }
  if (interval !== undefined) return { interval: within(interval, 'interval') }
  if (bbox !== undefined) return { bbox: within(bbox, 'bbox').map(Number) }
  if (typeof type === 'string' && TYPES.has(type)) return value as Cql2
  throw strange(
    value,
    pointer,
    'op, property, date, timestamp, interval, bbox or a geometry',
    'op、property、date、timestamp、interval、bbox 或几何',
  )
}

function strange(value: unknown, pointer: string, expected: string, expectedZh: string): Cql2Fault {
  const came = (JSON.stringify(value) ?? 'nothing').slice(0, 60)
  const place = pointer || '/'
  return new Cql2Fault({
    en: `${place}: ${came} came; expected ${expected}.`,
    zh: `${place}：收到 ${came}，应为${expectedZh}。`,
  })
}
