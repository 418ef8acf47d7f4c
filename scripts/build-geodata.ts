// Turns the sources into DATA_DIR/base.gpkg, or says which rows cannot be taken and why.
//
// The order: read and check every row, check what rows say of each other, then write a new file
// beside the old one and rename it. A refused row refuses the build; the old file stays.

import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { problemText } from '#geodata/formats/checked-rows.ts'
import { crossProblems } from '#scripts/geodata/agreement.ts'
import { basemapLayer, districtLayer, namesOf } from '#scripts/geodata/boundaries.ts'
import { readBoundaryFile } from '#scripts/geodata/boundary-file.ts'
import { type Boundaries, packageBoundaries } from '#scripts/geodata/boundary-source.ts'
import { layersOf } from '#scripts/geodata/layers.ts'
import { ownTables } from '#scripts/geodata/own-tables.ts'
import { regionProblems } from '#scripts/geodata/region-agreement.ts'
import { type Ground, type RegionFile, readRegionFile } from '#scripts/geodata/region-file.ts'
import { readSources } from '#scripts/geodata/sources.ts'
import { readStories, storyTable } from '#scripts/geodata/stories.ts'
import { putInPlace } from '#server/store/files/durable.ts'
import { FILE_FORMAT } from '#server/store/sqlite/checked-file.ts'
import {
  addAttributes,
  addAttributesTable,
  addLayer,
  createGeopackage,
} from '#server/store/sqlite/geopackage.ts'

export type BuildReport = { hash: string; counts: Record<string, number> }

export type BuildOptions = { sourcesDir: string; outFile: string; boundaryFile?: string }

/** Writes `outFile` and reports; throws one Error whose message lists every problem, line by line. */
export function buildGeodata(options: BuildOptions): BuildReport {
  const region = regionOf(options.sourcesDir)
  const { ground, ...home } = region
  const sources = readSources(options.sourcesDir, region)
  const boundaries = boundariesOf(options.boundaryFile, ground)
  const names = namesOf(sources.districts)
  const districts = districtLayer(boundaries, names)
  const read = readStories(path.join(options.sourcesDir, 'stories'), sources)
  // A row that could not be read would be missing from every row that names it: cells come first.
  const problems =
    sources.problems.length > 0
      ? sources.problems.map(problemText)
      : [
          ...regionProblems(sources),
          ...crossProblems(sources, districts.rows).map(problemText),
          ...read.problems,
        ]
  if (problems.length > 0) refuse(problems)
  const filled = [districts, ...layersOf(sources), basemapLayer(boundaries, names, ground.rivers)]
  const attributes = { ...sources.attributes, stories: storyTable(read.stories) }
  const own = ownTables(new Set([...filled.map(({ table }) => table), ...Object.keys(attributes)]))
  const layers = [...filled, ...own.layers]
  const hash = dataHash([
    ...layers.map((layer) => [layer.table, layer.rows] as const),
    ...Object.entries(attributes),
    ['region', [home]],
  ])
  mkdirSync(path.dirname(options.outFile), { recursive: true })
  const draft = `${options.outFile}.building`
  for (const rest of [draft, `${draft}-journal`]) rmSync(rest, { force: true })
  const database = createGeopackage(draft)
  const counts: Record<string, number> = {}
  for (const layer of layers) {
    addLayer(database, layer.table, layer.geometryType, layer.columns, layer.rows)
    counts[layer.table] = layer.rows.length
  }
  for (const [table, rows] of Object.entries(attributes)) addAttributes(database, table, rows)
  for (const { table, columns } of own.attributes) addAttributesTable(database, table, columns)
  addAttributes(database, 'dataset', [
    { key: 'hash', value: hash },
    { key: 'format', value: String(FILE_FORMAT) },
    { key: 'boundary_vintage', value: String(boundaries.vintage) },
    { key: 'boundary_title_zh', value: boundaries.title.zh },
    { key: 'boundary_title_en', value: boundaries.title.en },
    { key: 'boundary_licence', value: boundaries.licence },
    { key: 'boundary_note_zh', value: boundaries.note.zh },
    { key: 'boundary_note_en', value: boundaries.note.en },
    { key: 'region', value: JSON.stringify(home) },
    { key: 'built_from', value: 'geodata/sources' },
  ])
  database.pragma('journal_mode = DELETE')
  database.close()
  putInPlace(draft, options.outFile)
  return { hash, counts }
}

function regionOf(folder: string): RegionFile {
  const reading = readRegionFile(folder)
  return reading.kind === 'region' ? reading.region : refuse(reading.problems)
}

function boundariesOf(file: string | undefined, ground: Ground): Boundaries {
  if (!file) return packageBoundaries(ground)
  const reading = readBoundaryFile(file, ground)
  return reading.kind === 'boundaries' ? reading.boundaries : refuse(reading.problems)
}

function refuse(problems: string[]): never {
  const count = `${problems.length} problem${problems.length === 1 ? '' : 's'}`
  throw new Error(
    `${count} in the sources; nothing was replaced. 数据有 ${problems.length} 处问题，未替换任何内容：\n` +
      problems.join('\n'),
  )
}

/** SHA-256 over the sorted rows of every table: order of rows and columns and build time do not matter. */
function dataHash(tables: (readonly [string, unknown[]])[]): string {
  const hash = createHash('sha256')
  for (const [table, rows] of [...tables].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    hash.update(`\n${table}\n`)
    for (const line of rows.map(canonical).sort()) hash.update(line).update('\n')
  }
  return hash.digest('hex').slice(0, 16)
}

/** One spelling for equal rows: JSON with the names of every object in order. */
function canonical(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

if (import.meta.main) {
  const outFile = path.join(process.env.DATA_DIR ?? 'data', 'base.gpkg')
  try {
    const boundaryFile = process.env.BOUNDARY_FILE
    const report = buildGeodata({
      sourcesDir: 'geodata/sources',
      outFile,
      ...(boundaryFile ? { boundaryFile } : {}),
    })
    const counts = Object.entries(report.counts).map(([table, count]) => `${count} ${table}`)
    console.log(`${path.basename(outFile)}: ${counts.join(', ')}; data hash ${report.hash}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
