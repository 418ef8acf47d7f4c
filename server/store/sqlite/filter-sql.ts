// A filter in CQL2 as SQL over the rows of a collection. What it asks was looked at before: see cql2/check.ts.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  type Cql2,
  isCall,
  isInstant,
  isProperty,
  isSpatial,
  type Spatial,
} from '#geodata/formats/cql2/expression.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import { boundsOf } from '#geodata/geometry/bounds.ts'
import { intersects } from '#geodata/geometry/intersects.ts'
import { snake } from '#server/store/sqlite/rows.ts'
import { meeting } from '#server/store/sqlite/statements.ts'

export const GEOMETRY = 'geometry'

type Sql = RawBuilder<unknown>

/** Three-valued as SQL is: of what is not known neither a condition nor its opposite holds. */
export function conditionIn(table: string, filter: Cql2): RawBuilder<SqlBool> {
  return said(filter) as RawBuilder<SqlBool>

  function said(one: Cql2): Sql {
    if (typeof one === 'boolean') return one ? sql`TRUE` : sql`FALSE`
    if (typeof one === 'string' || typeof one === 'number') return sql`${one}`
    if (isInstant(one)) return sql`${'date' in one ? one.date : one.timestamp}`
    if (isProperty(one)) return cell(one.property)
    if (isCall(one)) return called(one)
    throw new Error(`${JSON.stringify(one)} was not refused by the check of filters.`)
  }

  function called({ op, args }: { op: string; args: Cql2[] }): Sql {
    const [first = '', second = '', third = ''] = args
    switch (op) {
      case 'and':
      case 'or':
        return sql`(${sql.join(args.map(said), op === 'and' ? sql` AND ` : sql` OR `)})`
      case 'not':
        return sql`(NOT ${said(first)})`
      case 'isNull':
        return sql`(${said(first)} IS NULL)`
      case 'in': {
        const list = Array.isArray(second) ? second : [second]
        return sql`(${said(first)} IN (${sql.join(list.map(said))}))`
      }
      case 'between':
        return sql`(${said(first)} BETWEEN ${said(second)} AND ${said(third)})`
      case 'like':
        return sql`cql_like(${said(first)}, ${said(second)})`
      case 'casei':
      case 'accenti':
        return sql`${sql.raw(`cql_${op}`)}(${said(first)})`
      case 's_intersects':
        return met(first, second)
      case 'a_equals':
      case 'a_contains':
      case 'a_containedBy':
      case 'a_overlaps':
        return listed(op, first, second)
      case '^':
        return sql`pow(${said(first)}, ${said(second)})`
      case '%':
        return sql`mod(${said(first)}, ${said(second)})`
      case 'div':
        return sql`trunc(1.0 * ${said(first)} / ${said(second)})`
      case '/':
        return sql`(1.0 * ${said(first)} / ${said(second)})`
      default:
        return sql`(${said(first)} ${sql.raw(op)} ${said(second)})`
    }
  }

  function met(first: Cql2, second: Cql2): Sql {
    const literals = [first, second].flatMap((one) => (isSpatial(one) ? [placesOf(one)] : []))
    const [one = [], other] = literals
    if (other) return said(one.some((a) => other.some((b) => intersects(a, b))))
    if (literals.length === 0) return sql`(geom IS NOT NULL)`
    const boxes = one.map((place) => sql`fid IN ${meeting(table, boundsOf(place))}`)
    return sql`((${sql.join(boxes, sql` OR `)}) AND cql_intersects(geom, ${JSON.stringify(one)}))`
  }

  /** Turned about where the list stands first. */
  function listed(op: string, first: Cql2, second: Cql2): Sql {
    if (isProperty(first) && isProperty(second)) {
      const list = sql`'["' || replace(${cell(second.property)}, ';', '","') || '"]'`
      return sql`cql_list(${op}, ${cell(first.property)}, ${list})`
    }
    if (isProperty(first)) return sql`cql_list(${op}, ${cell(first.property)}, ${json(second)})`
    if (isProperty(second))
      return sql`cql_list(${TURNED[op] ?? op}, ${cell(second.property)}, ${json(first)})`
    return sql`cql_list(${op}, ${[first].flat().join(';')}, ${json(second)})`
  }
}

const TURNED: Record<string, string> = { a_contains: 'a_containedBy', a_containedBy: 'a_contains' }

const json = (list: Cql2) => JSON.stringify([list].flat())

/** An empty cell says nothing. */
function cell(property: string): Sql {
  if (property === GEOMETRY) return sql`geom`
  return sql`nullif(${sql.id(snake(property))}, '')`
}

/** A box that crosses 180° is two areas; a collection is its parts. */
function placesOf(one: Spatial): Geometry[] {
  if ('geometries' in one) return one.geometries.flatMap(placesOf)
  if (!('bbox' in one)) return [one]
  const flat = one.bbox.length === 6 ? [0, 1, 3, 4].map((at) => one.bbox[at] ?? 0) : one.bbox
  const [west = 0, south = 0, east = 0, north = 0] = flat
  const boxes =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ]
  return boxes.map(([from = 0, to = 0]) => ({
    type: 'Polygon',
    coordinates: [
      [
        [from, south],
        [to, south],
        [to, north],
        [from, north],
        [from, south],
      ],
    ],
  }))
}
