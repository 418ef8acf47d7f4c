// Collections with values that hurt, of every table that people write.
import fc from 'fast-check'
import { EDITABLE, type EditableId } from '#geodata/contract/editable/editable.ts'
import { fieldsOf } from '#geodata/contract/editable/form-fields.ts'
import type {
  CollectionColumn,
  CollectionContent,
  CollectionLayer,
  CollectionRow,
  FileBytes,
} from '#geodata/formats/export/collection/collection-format.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

/** No XML holds controls, and no file here half of a character. */
const UNWRITABLE = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF\uFEFF]|\p{Surrogate}/gu

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '重庆青山工业有限责任公司（璧山高新区第一变速器工厂）'.repeat(3),
      '"引号", 逗号; 分号、顿号',
      '两\n行',
      '=cmd|"/C calc"!A0',
      "'=1+1",
      '-5',
      '_x0041_',
      '<b>&amp;</b>]]>',
      '007',
      '1e5',
      '𠮷野家',
      '无',
    ),
  )
  .map((text) => text.replaceAll(UNWRITABLE, '').trim())
  .filter((text) => text !== '')

const anyNumber = fc.oneof(
  fc.constantFrom(0, -1.5, 0.1 + 0.2, 1e-7, 123456789012345, 1e21, -1.2345678901234567e-100),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
)

const anyPosition = fc
  .tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  )
  .map(([lng, lat]) => [lng + 0, lat + 0])

const anyPoint = anyPosition.map((coordinates): Geometry => ({ type: 'Point', coordinates }))
const anyLine = fc
  .array(anyPosition, { minLength: 2, maxLength: 5 })
  .map((coordinates): Geometry => ({ type: 'LineString', coordinates }))
/** Squares with a hole, apart from each other; outlines against the clock. */
const square = (west: number, size: number) => [
  [west, 0.1],
  [west + size, 0.1],
  [west + size, 0.1 + size],
  [west, 0.1 + size],
  [west, 0.1],
]
const anyRings = fc
  .record({ west: fc.double({ min: 1, max: 2, noNaN: true }), isHollow: fc.boolean() })
  .map(({ west, isHollow }) => [
    square(west, 0.7),
    ...(isHollow ? [square(west + 0.2, 0.3).toReversed()] : []),
  ])
const anyArea = fc.array(anyRings, { minLength: 1, maxLength: 3 }).map((parts): Geometry => {
  const apart = parts.map((rings, at) =>
    rings.map((ring) => ring.map(([x = 0, y = 0]) => [x + at * 10, y])),
  )
  const [first = []] = apart
  return apart.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: apart }
})

const SHAPES = {
  points: anyPoint,
  lines: anyLine,
  areas: anyArea,
  any: fc.oneof(anyPoint, anyLine, anyArea),
}

const LAYERS = { POINT: 'points', MULTIPOLYGON: 'areas', GEOMETRY: 'any' } as const

export function columnsOf(id: EditableId): CollectionColumn[] {
  const fields = fieldsOf(id).map(({ name, kind }): CollectionColumn => {
    const isList = kind === 'list' || kind === 'segments' || kind === 'products'
    return { name, kind: isList ? 'list' : kind === 'number' ? 'number' : 'text' }
  })
  return [{ name: 'id', kind: 'text' }, ...fields]
}

function anyValue({ kind }: CollectionColumn): fc.Arbitrary<unknown> {
  if (kind === 'list') {
    const part = anyText
      .map((text) => text.replaceAll(';', ''))
      .filter((text) => text.trim() !== '')
    return fc.uniqueArray(
      part.map((text) => text.trim()),
      { maxLength: 4 },
    )
  }
  const value: fc.Arbitrary<unknown> = kind === 'text' ? anyText : anyNumber
  return fc.option(value, { nil: null })
}

/** Rows of the table, some without a place. */
export function anyRows(id: EditableId): fc.Arbitrary<CollectionRow[]> {
  const columns = columnsOf(id)
  const layer = layerOf(id)
  const properties = fc.tuple(...columns.slice(1).map(anyValue))
  const shape = layer === null ? fc.constant(null) : fc.option(SHAPES[layer], { nil: null })
  return fc.array(fc.tuple(properties, shape), { minLength: 1, maxLength: 4 }).map((rows) =>
    rows.map(([values, geometry], at) => ({
      id: `row-${at}`,
      properties: Object.fromEntries(
        columns.map(({ name }, column) => [name, column === 0 ? `row-${at}` : values[column - 1]]),
      ),
      geometry,
    })),
  )
}

export function layerOf(id: EditableId): CollectionLayer {
  const declared = EDITABLE[id].layer
  return declared === null ? null : LAYERS[declared]
}

export function contentOf(
  id: EditableId,
  rows: readonly CollectionRow[],
  over: Partial<CollectionContent> = {},
): CollectionContent {
  return {
    id,
    title: EDITABLE[id].title,
    language: 'zh',
    columns: columnsOf(id),
    layer: layerOf(id),
    datum: 'wgs84',
    credits: ['园链图 · 试'],
    rows: async function* () {
      // Batches of two, so that there is more than one.
      for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2)
    },
    ...over,
  }
}

export async function bytesOf(parts: FileBytes): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array<ArrayBuffer>[] = []
  for await (const part of parts) all.push(part)
  return new Uint8Array(await new Blob(all).arrayBuffer())
}
