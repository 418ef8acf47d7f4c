// Features as a file that maps open: a FeatureCollection of RFC 7946.
import type { ExportFormat, Layer } from '#geodata/formats/export/format.ts'

export const geojson: ExportFormat<Layer> = {
  mediaType: 'application/geo+json; charset=utf-8',
  write: ({ features, about }) => JSON.stringify({ type: 'FeatureCollection', features, ...about }),
}
