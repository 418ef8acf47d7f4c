// In which formats may a collection go out? A new one is a file and a line here; a GeoPackage needs a database to write
// it (server/store/write-geopackage.ts).
import { csv } from '#geodata/formats/export/collection/csv.ts'
import { geojson } from '#geodata/formats/export/collection/geojson.ts'
import { kml } from '#geodata/formats/export/collection/kml.ts'
import { shapefile } from '#geodata/formats/export/collection/shapefile.ts'
import { xlsx } from '#geodata/formats/export/collection/xlsx.ts'

export const COLLECTION_FORMATS = { csv, xlsx, geojson, kml, shp: shapefile }
