// Turns the sources into DATA_DIR/base.gpkg, or says which rows cannot be taken and why.
//
// The order: read and check every row, check what rows say of each other, then write a new file
// beside the old one and rename it. A refused row refuses the build; the old file stays.

import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { problemText } from '#geodata/formats/csv.ts'
import { basemapLayer, districtLayer } from '#scripts/geodata/boundaries.ts'
import { layersOf } from '#scripts/geodata/layers.ts'
import { crossProblems, readSources } from '#scripts/geodata/sources.ts'
import { readStories, storyTable } from '#scripts/geodata/stories.ts'
import { addAttributes, addLayer, createGeopackage } from '#server/store/geopackage.ts'

export type BuildReport = { hash: string; counts: Record<string, number> }

/** Writes `outFile` and reports; throws one Error whose message lists every problem, line by line. */
export function buildGeodata(options: { sourcesDir: string; outFile: string }): BuildReport {
  const sources = readSources(options.sourcesDir)
  const districts = districtLayer()
  const told = readStories(path.join(options.sourcesDir, 'stories'), sources)
  const problems = [
    ...[...sources.problems, ...crossProblems(sources, districts.rows)].map(problemText),
    ...told.problems,
  ]
  if (problems.length > 0) {
    throw new Error(
      `${problems.length} rows were refused and nothing was replaced:\n${problems.join('\n')}`,
    )
  }
  const layers = [districts, ...layersOf(sources), basemapLayer()]
  const attributes = { ...sources.attributes, stories: storyTable(told.stories) }
  const hash = dataHash([
    ...layers.map((layer) => [layer.table, layer.rows] as const),
    ...Object.entries(attributes),
  ])
  mkdirSync(path.dirname(options.outFile), { recursive: true })
  const draft = `${options.outFile}.building`
  rmSync(draft, { force: true })
  const database = createGeopackage(draft)
  const counts: Record<string, number> = {}
  for (const layer of layers) {
    addLayer(database, layer.table, layer.geometryType, layer.columns, layer.rows)
    counts[layer.table] = layer.rows.length
  }
  for (const [table, rows] of Object.entries(attributes)) addAttributes(database, table, rows)
  addAttributes(database, 'dataset', [
    { key: 'hash', value: hash },
    { key: 'boundary_vintage', value: '2022' },
    { key: 'built_from', value: 'geodata/sources' },
  ])
  database.pragma('journal_mode = DELETE')
  database.close()
  renameSync(draft, options.outFile)
  return { hash, counts }
}

/** SHA-256 over the sorted canonical rows of every table: order and build time do not matter. */
function dataHash(tables: (readonly [string, unknown[]])[]): string {
  const hash = createHash('sha256')
  for (const [table, rows] of [...tables].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    hash.update(`\n${table}\n`)
    for (const line of rows.map((row) => JSON.stringify(row)).sort()) hash.update(line).update('\n')
  }
  return hash.digest('hex').slice(0, 16)
}

if (import.meta.main) {
  const outFile = path.join(process.env.DATA_DIR ?? 'data', 'base.gpkg')
  try {
    const report = buildGeodata({ sourcesDir: 'geodata/sources', outFile })
    const counts = Object.entries(report.counts).map(([table, count]) => `${count} ${table}`)
    console.log(`${path.basename(outFile)}: ${counts.join(', ')}; data hash ${report.hash}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
