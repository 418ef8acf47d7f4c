// A collection as a file to take along: everything that matches, in the format that was asked for.
import type { Context } from 'hono'
import { TITLES } from '#geodata/contract/collections.ts'
import { EDITABLE, isEditable, type ReadableId } from '#geodata/contract/editable/editable.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'
import { shifted } from '#geodata/formats/datums/shifted.ts'
import {
  type CollectionContent,
  type CollectionFormat,
  type CollectionLayer,
  DATUM_NAMES,
  type FileBytes,
  type FileDatum,
} from '#geodata/formats/export/collection/collection-format.ts'
import { COLLECTION_FORMATS } from '#geodata/formats/export/collection/index.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'
import type { Deps } from '#server/deps.ts'
import { languageOf } from '#server/http/answer-format.ts'
import { badParameter } from '#server/http/problem.ts'
import { boundaryAttribution, COORDINATES, roadAttribution } from '#server/region/credits.ts'
import type { Query, RowSnapshot } from '#server/store/row-store.ts'
import { geopackage } from '#server/store/write-geopackage.ts'

export const FILE_FORMATS = { ...COLLECTION_FORMATS, gpkg: geopackage }
export type FileFormatId = keyof typeof FILE_FORMATS
export const FILE_FORMAT_IDS = Object.keys(FILE_FORMATS) as FileFormatId[]

const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** Null: a page of features is asked for. */
export function fileFormatOf(search: URLSearchParams): FileFormatId | null {
  return FILE_FORMAT_IDS.find((id) => id === search.get('f')) ?? null
}

/** The system that the address asks for; refused where the format would be taken for WGS84. */
export function datumOf(search: URLSearchParams, format: CollectionFormat): FileDatum {
  const crs = search.get('crs')
  if (crs === null || crs === CRS84) return 'wgs84'
  const datum = format.datums.find((one) => one === crs)
  if (datum) return datum
  const fits = [CRS84, ...format.datums.filter((one) => one !== 'wgs84')]
  throw badParameter(
    'crs',
    `crs came as “${crs}”; a file in this format is expected in ${fits.join(' or ')}.`,
    `crs 收到“${crs}”；此格式的文件应为 ${fits.join(' 或 ')}。`,
  )
}

/** Which rows, and with which properties; undefined: with all. */
type Asked = { id: ReadableId; query: Query; named: readonly string[] | undefined }

export async function collectionFile(
  c: Context,
  { store, region, log }: Deps,
  { id, query, named }: Asked,
  formatId: FileFormatId,
): Promise<Response> {
  const search = new URL(c.req.url).searchParams
  const format: CollectionFormat = FILE_FORMATS[formatId]
  const datum = datumOf(search, format)
  const language = languageOf(search.get('lang') ?? undefined) === 'en' ? 'en' : 'zh'
  const stored = await store.documents.dataset(region.id)
  const day = new Date().toISOString().slice(0, 10)
  const title = titleOf(id)
  const snapshot = await store.rows.snapshot(region.id, id, query)
  const headers = {
    'Content-Type': format.mediaType,
    ...fileNamed(`${title[language]}-${day}`, `${id}-${day}`, format.ending),
    'OGC-NumberMatched': String(snapshot.matched),
    // Another one each time; worked out from the content it would have to be held in memory.
    ETag: `"${crypto.randomUUID()}"`,
    'Cache-Control': 'no-store',
    ...(datum === 'wgs84' ? { 'Content-Crs': `<${CRS84}>` } : { Warning: shiftWarning(datum) }),
  }
  if (c.req.method === 'HEAD') {
    snapshot.close()
    return c.body(null, 200, headers)
  }
  const credits = creditsOf(id, stored, { title, day, datum, language })
  const layer = layerOf(snapshot.layer)
  const content: CollectionContent = {
    id,
    title,
    language,
    columns: columnsOf(snapshot, named),
    layer,
    datum: layer === null ? 'wgs84' : datum,
    credits,
    rows: () => rowsOf(snapshot, datum, named),
  }
  return c.body(streamOf(format.write(content), snapshot.close, log), 200, headers)
}

function titleOf(id: ReadableId): Bilingual {
  if (isEditable(id)) return EDITABLE[id].title
  const [zh = id, ...en] = (TITLES[id] ?? id).split(' ')
  return { zh, en: en.join(' ') || id }
}

/** An id always comes first, also of a table that knows its rows by their order alone. */
function columnsOf({ columns }: RowSnapshot, named: Asked['named']): CollectionContent['columns'] {
  const hasId = columns.some(({ name }) => name === 'id')
  const all = hasId ? columns : [{ name: 'id', kind: 'text' as const }, ...columns]
  return named ? all.filter(({ name }) => name === 'id' || named.includes(name)) : all
}

const LAYERS: Readonly<Record<string, CollectionLayer>> = {
  POINT: 'points',
  LINESTRING: 'lines',
  MULTILINESTRING: 'lines',
  POLYGON: 'areas',
  MULTIPOLYGON: 'areas',
}

const layerOf = (declared: string | null): CollectionLayer =>
  declared === null ? null : (LAYERS[declared] ?? 'any')

async function* rowsOf(snapshot: RowSnapshot, datum: FileDatum, named: Asked['named']) {
  const only = named && new Set(['id', ...named])
  for await (const batch of snapshot.batches()) {
    yield batch.map(({ id, properties: own, geometry }) => ({
      id,
      properties: Object.fromEntries(
        Object.entries({ id, ...own }).filter(([name]) => !only || only.has(name)),
      ),
      geometry: geometry === null ? null : shifted(geometry as Geometry, datum),
    }))
  }
}

type Told = { title: Bilingual; day: string; datum: FileDatum; language: 'zh' | 'en' }

/** What the file is, whose the data are and under which licence. */
function creditsOf(
  id: ReadableId,
  stored: Record<string, string>,
  { title, day, datum, language }: Told,
): string[] {
  const attribution =
    id === 'districts' || id === 'basemap'
      ? [boundaryAttribution(stored)]
      : id === 'roads'
        ? [roadAttribution('skeleton')]
        : [COORDINATES]
  const system = {
    zh: `坐标为 ${DATUM_NAMES[datum]}，不是 WGS84`,
    en: `Coordinates are ${DATUM_NAMES[datum]}, not WGS84`,
  }
  return [
    `${language === 'en' ? 'Park Atlas' : '园链图'} · ${title[language]} · ${day}`,
    ...attribution.map(({ title: whose, licence }) => `${whose[language]} (${licence})`),
    ...(datum === 'wgs84' ? [] : [system[language]]),
  ]
}

/** Under a name that people read, and one for programs that know letters alone. */
function fileNamed(title: string, plain: string, ending: string) {
  const full = encodeURIComponent(`${title.replaceAll(/[/\\:*?"<>|]/g, ' ')}.${ending}`)
  return {
    'Content-Disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${full}`,
  }
}

/** RFC 7234, 5.5: headers hold letters alone. */
const shiftWarning = (datum: FileDatum) =>
  `299 - "Coordinates are ${DATUM_NAMES[datum]}, shifted from WGS84 by hundreds of meters"`

/** Whoever stops reading ends the reading of rows too. */
function streamOf(
  bytes: FileBytes,
  close: () => void,
  log: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await parts.next()
        if (!done) return controller.enqueue(value)
        close()
        controller.close()
      } catch (error) {
        close()
        log(error)
        controller.error(error)
      }
    },
    cancel: async () => {
      await parts.return?.()
      close()
    },
  })
}
