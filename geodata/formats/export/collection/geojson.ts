// A collection as GeoJSON (RFC 7946): one feature a line, lists as lists; what the file says of itself comes first.
import {
  ANY_DATUM,
  type CollectionContent,
  type CollectionFormat,
  type CollectionRow,
  DATUM_COLUMN,
  DATUM_NAMES,
} from '#geodata/formats/export/collection/collection-format.ts'
import { geojson as features } from '#geodata/formats/export/geojson.ts'

export const geojson: CollectionFormat = {
  ending: 'geojson',
  mediaType: features.mediaType,
  datums: ANY_DATUM,
  write: async function* (content) {
    const encoder = new TextEncoder()
    const { id, title, credits, language, datum } = content
    const about = {
      type: 'FeatureCollection',
      name: id,
      title: title[language],
      attribution: credits,
      ...(datum === 'wgs84' ? {} : { [DATUM_COLUMN]: DATUM_NAMES[datum] }),
    }
    yield encoder.encode(`${JSON.stringify(about).slice(0, -1)},"features":[`)
    let before = '\n'
    for await (const rows of content.rows()) {
      const lines = rows.map((row) => JSON.stringify(featureOf(content, row)))
      if (lines.length > 0) yield encoder.encode(before + lines.join(',\n'))
      before = ',\n'
    }
    yield encoder.encode('\n]}\n')
  },
}

function featureOf({ datum }: CollectionContent, { id, properties, geometry }: CollectionRow) {
  const system = datum !== 'wgs84' && geometry ? { [DATUM_COLUMN]: DATUM_NAMES[datum] } : {}
  return { type: 'Feature', id, geometry, properties: { ...properties, ...system } }
}
