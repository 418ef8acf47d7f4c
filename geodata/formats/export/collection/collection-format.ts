// What does a format take and give that holds a collection: rows of named values, each with a place or without?
//
// A format is one file in export/collection/ and one line of its table (index.ts). Rows come in batches and bytes go out
// as they are made, so that a hundred thousand rows are never held as a whole; a format that must know something of all
// rows before it writes the first reads them twice.
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

/** `list`: several texts, none of which holds a semicolon. */
export type CollectionColumn = { name: string; kind: 'text' | 'whole' | 'number' | 'list' }

export type CollectionRow = {
  id: string
  properties: Readonly<Record<string, unknown>>
  /** In degrees of the system that the content names; null: the row has no place. */
  geometry: Geometry | null
}

/** What lies in the layer; null: a table without places. */
export type CollectionLayer = 'points' | 'lines' | 'areas' | 'any' | null

/** In which a file may hold places, as `crs` of the address names it. */
export type FileDatum = 'wgs84' | 'gcj02' | 'bd09'

export type CollectionContent = {
  /** As the API calls it; letters and hyphens. */
  id: string
  title: { zh: string; en: string }
  /** Of what the file says beside its rows. */
  language: 'zh' | 'en'
  columns: readonly CollectionColumn[]
  layer: CollectionLayer
  datum: FileDatum
  /** Whose the data are, a line each. */
  credits: readonly string[]
  /** From the first row on each time it is called. */
  rows: () => AsyncIterable<readonly CollectionRow[]>
}

export type FileBytes = AsyncIterable<Uint8Array<ArrayBuffer>>

export type CollectionFormat = {
  /** How the names of such files end. */
  ending: string
  mediaType: string
  /** Which systems its files may be in; others take it for what it is not. */
  datums: readonly FileDatum[]
  write: (content: CollectionContent) => FileBytes
}

export const ONLY_WGS84 = ['wgs84'] as const
export const ANY_DATUM = ['wgs84', 'gcj02', 'bd09'] as const

export const DATUM_NAMES: Readonly<Record<FileDatum, string>> = {
  wgs84: 'WGS84',
  gcj02: 'GCJ-02',
  bd09: 'BD-09',
}

/** The column that says of each row in which system its place is, where that is not WGS84. */
export const DATUM_COLUMN = 'coordinateSystem'
