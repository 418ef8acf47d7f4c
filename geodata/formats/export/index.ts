// Which export formats are there? A new one is a file and a line here.
import { csv } from '#geodata/formats/export/csv.ts'
import { geojson } from '#geodata/formats/export/geojson.ts'
import { xlsx } from '#geodata/formats/export/xlsx.ts'

export const EXPORT_FORMATS = { csv, geojson, xlsx }
