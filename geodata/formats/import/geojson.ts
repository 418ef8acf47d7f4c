// What does each feature of a GeoJSON file say? RFC 7946, a FeatureCollection; the line of a feature is
// which one it is.
import { z } from 'zod'
import type { Imported, ImportFormat, ImportProblem } from '#geodata/formats/import/format.ts'

export const geojson: ImportFormat = { endings: ['geojson', 'json'], read: readGeoJson }

const Collection = z.looseObject({
  type: z.literal('FeatureCollection', 'a GeoJSON FeatureCollection'),
  features: z.array(z.unknown(), 'a list of features'),
})
const Feature = z.looseObject({
  properties: z.record(z.string(), z.unknown()).nullable().catch(null),
  geometry: z.unknown(),
})

/** What is no collection has no rows; `column` is then the pointer to what is wrong. */
function readGeoJson(bytes: Uint8Array): Imported {
  const refused = (problem: Omit<ImportProblem, 'line'>): Imported => ({
    columns: [],
    rows: [],
    about: {},
    problems: [{ line: 1, ...problem }],
  })
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    const came = error instanceof Error ? error.message : String(error)
    return refused({ column: '', came, expected: 'a GeoJSON FeatureCollection' })
  }
  const collection = Collection.safeParse(json)
  if (!collection.success) {
    const [issue] = collection.error.issues
    const key = String(issue?.path[0] ?? '')
    const came = String(Object(json)[key])
    const expected = issue?.message ?? 'a GeoJSON FeatureCollection'
    return refused({ column: key && `/${key}`, came, expected })
  }
  const { features, type: _, ...about } = collection.data
  const rows = features.map((one, index) => {
    const { data } = Feature.safeParse(one)
    return { line: index + 1, cells: data?.properties ?? {}, geometry: data?.geometry }
  })
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  return { columns, rows, about, problems: [] }
}
