// A collection as KML (OGC 12-007r2): a placemark a row, its values as typed data, its name in the language of the file.
//
// What has no value is left out. Characters that XML cannot hold are left out too.

import { cellOf } from '#geodata/formats/export/collection/cell-of.ts'
import {
  ANY_DATUM,
  type CollectionColumn,
  type CollectionContent,
  type CollectionFormat,
  type CollectionRow,
  DATUM_COLUMN,
  DATUM_NAMES,
} from '#geodata/formats/export/collection/collection-format.ts'
import { writableCharacters } from '#geodata/formats/export/writable-cell.ts'
import type { Geometry } from '#geodata/formats/geopackage-geometry.ts'

const TYPES: Readonly<Record<CollectionColumn['kind'], string>> = {
  text: 'string',
  list: 'string',
  whole: 'int',
  number: 'double',
}

export const kml: CollectionFormat = {
  ending: 'kml',
  mediaType: 'application/vnd.google-earth.kml+xml',
  datums: ANY_DATUM,
  write: async function* (content) {
    const encoder = new TextEncoder()
    yield encoder.encode(headOf(content))
    for await (const rows of content.rows()) {
      yield encoder.encode(rows.map((row) => placemarkOf(content, row)).join(''))
    }
    yield encoder.encode('</Document>\n</kml>\n')
  },
}

function headOf(content: CollectionContent): string {
  const { id, title, language, credits } = content
  const fields = fieldsOf(content).map(
    ({ name, kind }) => `<SimpleField name="${escaped(name)}" type="${TYPES[kind]}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<name>${escaped(title[language])}</name>
<description>${escaped(credits.join('\n'))}</description>
<Schema name="${id}" id="${id}">${fields.join('')}</Schema>
`
}

function fieldsOf({ columns, layer, datum }: CollectionContent): CollectionColumn[] {
  const isShifted = layer !== null && datum !== 'wgs84'
  return [...columns, ...(isShifted ? [{ name: DATUM_COLUMN, kind: 'text' as const }] : [])]
}

function placemarkOf(content: CollectionContent, row: CollectionRow): string {
  const { id, datum } = content
  const { properties, geometry } = row
  const values = { ...properties, [DATUM_COLUMN]: geometry && DATUM_NAMES[datum] }
  const data = fieldsOf(content).flatMap((column) => {
    const cell = cellOf(column, values[column.name as keyof typeof values])
    if (cell === null || cell === '') return []
    return [`<SimpleData name="${escaped(column.name)}">${escaped(String(cell))}</SimpleData>`]
  })
  const shape = geometry ? shapeOf(geometry) : ''
  return `<Placemark><name>${escaped(nameOf(content, row))}</name><ExtendedData><SchemaData schemaUrl="#${id}">${data.join('')}</SchemaData></ExtendedData>${shape}</Placemark>\n`
}

function nameOf({ language }: CollectionContent, { id, properties }: CollectionRow): string {
  const names = [properties.nameZh, properties.nameEn]
  const [own, other] = language === 'en' ? names.toReversed() : names
  return String(own || other || id)
}

function shapeOf({ type, coordinates }: Geometry): string {
  switch (type) {
    case 'Point':
      return `<Point><coordinates>${coordinates.slice(0, 2).join(',')}</coordinates></Point>`
    case 'LineString':
      return `<LineString><tessellate>1</tessellate>${positions(coordinates)}</LineString>`
    case 'Polygon':
      return polygonOf(coordinates)
    default: {
      const kind = type.slice('Multi'.length)
      const parts = coordinates.map((part) =>
        shapeOf({ type: kind, coordinates: part } as Geometry),
      )
      return `<MultiGeometry>${parts.join('')}</MultiGeometry>`
    }
  }
}

function polygonOf(rings: readonly number[][][]): string {
  const around = rings.map((ring, at) => {
    const side = at === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs'
    return `<${side}><LinearRing>${positions(ring)}</LinearRing></${side}>`
  })
  return `<Polygon>${around.join('')}</Polygon>`
}

const positions = (line: readonly number[][]) =>
  `<coordinates>${line.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates>`

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string) =>
  writableCharacters(text).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
