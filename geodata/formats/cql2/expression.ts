// A filter of the Common Query Language (OGC 21-065r2), in the form that its JSON has; its text is read into the same.
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

export type Cql2 =
  | string
  | number
  | boolean
  | { op: string; args: Cql2[] }
  | { property: string }
  | { date: string }
  | { timestamp: string }
  | { interval: Cql2[] }
  | Spatial
  | Cql2[]

/** west, south, east, north, with lowest and highest between where there are six; or a geometry. */
export type Spatial =
  | { bbox: number[] }
  | Geometry
  | { type: 'GeometryCollection'; geometries: Geometry[] }

export const isCall = (one: Cql2): one is { op: string; args: Cql2[] } =>
  typeof one === 'object' && 'op' in one
export const isProperty = (one: Cql2): one is { property: string } =>
  typeof one === 'object' && 'property' in one
export const isInstant = (one: Cql2): one is { date: string } | { timestamp: string } =>
  typeof one === 'object' && ('date' in one || 'timestamp' in one)
export const isSpatial = (one: Cql2): one is Spatial =>
  typeof one === 'object' && ('bbox' in one || 'coordinates' in one || 'geometries' in one)

/** What is wrong with a filter, for whoever wrote it. */
export class Cql2Fault extends Error {
  readonly zh: string

  constructor({ en, zh }: { en: string; zh: string }) {
    super(en)
    this.name = 'Cql2Fault'
    this.zh = zh
  }
}

/** Deeper than anybody writes, and shallow enough for any reader. */
export const MOST_DEEP = 60

export function tooDeep(): Cql2Fault {
  return new Cql2Fault({
    en: `It is nested more than ${MOST_DEEP} deep.`,
    zh: `嵌套超过 ${MOST_DEEP} 层。`,
  })
}
