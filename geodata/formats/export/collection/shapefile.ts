// A collection as Shapefiles in one zip (Esri, "Shapefile Technical Description", 1998; dBASE III for the values).
//
// The format holds one kind of shape a file, names of ten bytes, texts of 254 and no unknown number but a blank: mixed
// collections become several files, and a text file beside them says in both languages what each name stands for and what
// had to be cut. Rows are read twice: how wide a column is stands before its first value.
import { cellOf } from '#geodata/formats/export/collection/cell-of.ts'
import {
  type CollectionColumn,
  type CollectionContent,
  type CollectionFormat,
  type CollectionLayer,
  ONLY_WGS84,
} from '#geodata/formats/export/collection/collection-format.ts'
import {
  columnWidths,
  fieldNames,
  type Width,
  writeTable,
} from '#geodata/formats/export/collection/dbase.ts'
import {
  type ShapeKind,
  shapeKindOf,
  shapeWriter,
} from '#geodata/formats/export/collection/shapes.ts'
import { storedZip, type ZipPart } from '#geodata/formats/export/stored-zip.ts'

const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const CHUNK_BYTES = 256 * 1024

export const shapefile: CollectionFormat = {
  ending: 'shp.zip',
  mediaType: 'application/zip',
  datums: ONLY_WGS84,
  write: async function* (content) {
    const seen = await look(content)
    const encoder = new TextEncoder()
    const parts: ZipPart[] = []
    for (const kind of seen.kinds) {
      const name = seen.kinds.length > 1 ? `${content.id}_${kind ?? 'none'}` : content.id
      parts.push(...(await filesOf(content, seen, kind, name)))
    }
    parts.push({ name: 'README.txt', bytes: encoder.encode(readMe(content, seen)) })
    const zip = new Uint8Array(await storedZip(parts, new Date()).arrayBuffer())
    for (let at = 0; at < zip.length; at += CHUNK_BYTES) yield zip.subarray(at, at + CHUNK_BYTES)
  },
}

/** Null: rows of a table, without any shape. */
type Kind = ShapeKind | null

type Seen = {
  kinds: readonly Kind[]
  /** Where rows without a place stand. */
  unplaced: Kind
  names: readonly string[]
  widths: readonly Width[]
  /** How many texts were cut. */
  cut: number
}

const DECLARED: Readonly<Record<string, ShapeKind>> = {
  points: 'points',
  lines: 'lines',
  areas: 'areas',
}

const declaredKind = (layer: CollectionLayer): Kind =>
  layer === null ? null : (DECLARED[layer] ?? null)

async function look(content: CollectionContent): Promise<Seen> {
  const { columns, layer } = content
  const found = new Set<ShapeKind>()
  const widths = columnWidths(columns)
  let unplaced = 0
  for await (const rows of content.rows()) {
    for (const { geometry, properties } of rows) {
      if (geometry) found.add(shapeKindOf(geometry))
      else unplaced += 1
      widths.take(columns.map((column) => cellOf(column, properties[column.name])))
    }
  }
  const declared = declaredKind(layer)
  if (found.size === 0 || (declared && unplaced > 0)) {
    if (declared) found.add(declared)
  }
  const kinds: Kind[] = [...found]
  if (kinds.length === 0) kinds.push(null)
  return {
    kinds,
    unplaced: declared && kinds.includes(declared) ? declared : (kinds[0] ?? null),
    names: fieldNames(columns.map(({ name }) => name)),
    widths: widths.all(),
    cut: widths.cut(),
  }
}

async function filesOf(
  content: CollectionContent,
  { names, widths, unplaced }: Seen,
  kind: Kind,
  name: string,
): Promise<ZipPart[]> {
  const { columns } = content
  const shapes = kind && shapeWriter(kind)
  const table = writeTable(names, widths)
  for await (const rows of content.rows()) {
    for (const { geometry, properties } of rows) {
      if ((geometry ? shapeKindOf(geometry) : unplaced) !== kind) continue
      shapes?.add(geometry)
      table.add(columns.map((column: CollectionColumn) => cellOf(column, properties[column.name])))
    }
  }
  const encoder = new TextEncoder()
  return [
    ...(shapes
      ? [
          { name: `${name}.shp`, bytes: shapes.shapes() },
          { name: `${name}.shx`, bytes: shapes.index() },
          { name: `${name}.prj`, bytes: encoder.encode(WGS84) },
        ]
      : []),
    { name: `${name}.dbf`, bytes: table.bytes() },
    { name: `${name}.cpg`, bytes: encoder.encode('UTF-8') },
  ]
}

function readMe({ columns, credits, title }: CollectionContent, { names, cut }: Seen): string {
  const renamed = columns.flatMap(({ name }, at) =>
    names[at] === name ? [] : [`${names[at]?.padEnd(10)}  ${name}`],
  )
  const lines = [
    `${title.zh} · ${title.en}`,
    ...credits,
    '',
    '文字编码为 UTF-8；坐标为 WGS84 经纬度。',
    'Texts are in UTF-8; coordinates are WGS84 longitude and latitude.',
    '空白表示未知。 A blank is unknown.',
    ...(renamed.length > 0
      ? [
          '',
          'Shapefile 的字段名最多 10 个字节，下列字段已改短（左为文件中的名称）。',
          'Names in a Shapefile have at most ten bytes; these were shortened (left: the name in the file).',
          ...renamed,
        ]
      : []),
    ...(cut > 0
      ? [
          '',
          `Shapefile 的文字最多 254 个字节：有 ${cut} 处被截断，完整内容请用 GeoPackage 或 GeoJSON。`,
          `Texts in a Shapefile have at most 254 bytes: ${cut} were cut. A GeoPackage or GeoJSON holds them whole.`,
        ]
      : []),
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
