// What a filter asks that SQLite has no words for: texts without regard to case or accents, patterns, lists, places.
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { type Geometry, geometryIn } from '#geodata/formats/geopackage-geometry.ts'
import { intersects } from '#geodata/geometry/intersects.ts'

/** Every connection that reads features by a filter must know them. */
export function registerFilterFunctions(database: Database.Database): void {
  const define = (name: string, run: (...values: unknown[]) => unknown) =>
    database.function(name, { deterministic: true, varargs: true }, (...values) =>
      values.some((value) => value === null) ? null : run(...values),
    )
  define('cql_casei', (text) => String(text).toUpperCase().toLowerCase())
  define('cql_accenti', (text) => String(text).normalize('NFD').replace(/\p{M}/gu, ''))
  define('cql_like', (text, pattern) => Number(patternOf(String(pattern)).test(String(text))))
  define('cql_list', (op, cell, list) => Number(listFits(String(op), String(cell), String(list))))
  define('cql_intersects', (blob, place) => Number(isMet(blob, String(place))))
}

const patterns = new LRUCache<string, RegExp>({ max: 200 })

/** % stands for any characters, _ for one; a backslash takes their meaning away. */
function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const source = pattern.replace(/\\(.)|%|_|[$()*+.?[\\\]^{|}/-]/gsu, (sign, escaped) =>
    escaped !== undefined
      ? literally(escaped)
      : sign === '%'
        ? '.*'
        : sign === '_'
          ? '.'
          : `\\${sign}`,
  )
  const made = new RegExp(`^${source}$`, 'su')
  patterns.set(pattern, made)
  return made
}

const literally = (text: string) => text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&')

/** A cell of values joined by ";" against a list of texts as JSON. */
function listFits(op: string, cell: string, json: string): boolean {
  const held = new Set(cell.split(';').filter(Boolean))
  const asked = new Set<string>(JSON.parse(json))
  const holdsAll = () => [...asked].every((one) => held.has(one))
  switch (op) {
    case 'a_contains':
      return holdsAll()
    case 'a_containedBy':
      return [...held].every((one) => asked.has(one))
    case 'a_equals':
      return held.size === asked.size && holdsAll()
    default:
      return [...asked].some((one) => held.has(one))
  }
}

const places = new LRUCache<string, Geometry[]>({ max: 50 })

/** Does the geometry of a cell meet any of the places, given as JSON? */
function isMet(blob: unknown, json: string): boolean {
  const geometry = blob instanceof Uint8Array ? geometryIn(blob) : null
  if (geometry === null || geometry === 'unreadable') return false
  const known = places.get(json) ?? (JSON.parse(json) as Geometry[])
  places.set(json, known)
  return known.some((place) => intersects(geometry, place))
}
