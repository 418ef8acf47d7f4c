// Turns OpenStreetMap extracts into DATA_DIR/basemap.mbtiles, the tiles under the data on the map.
//
// The new file is written beside the old one and renamed when it is whole: a run that fails or is
// killed leaves the old one.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  BASEMAP_ATTRIBUTION,
  BASEMAP_FILE,
  type BasemapSource,
  type VectorLayer,
} from '#geodata/contract/basemap.ts'
import { OsmReadError } from '#geodata/formats/osm/osm-read-error.ts'
import { type Attributes, LAYERS, type LayerName } from '#scripts/basemap/classes.ts'
import { type Bounds, type Feature, featuresOf } from '#scripts/basemap/features.ts'
import { type Reading, readExtracts } from '#scripts/basemap/read-extracts.ts'
import { LEAST_ZOOM, MOST_ZOOM, tilesOf, unionOf } from '#scripts/basemap/tiles.ts'
import type { Metadata } from '#server/store/file-stores.ts'
import { draftTilesFile } from '#server/store/sqlite/tiles-file.ts'

export type BasemapReport = {
  tiles: number
  features: Record<LayerName, number>
  openRings: number
  sources: BasemapSource[]
}

/** In both languages: what came, what was expected, what to do. */
export class BasemapError extends Error {}

export type Step = Reading | 'tiles'
/** `share` of a step goes from 0 to 1. */
export type OnStep = (step: Step, share: number) => void

const STEPS: Record<Step, string> = {
  relations: 'reading relations 读取关系',
  ways: 'reading ways 读取路线',
  nodes: 'reading places 读取节点',
  tiles: 'making tiles 生成瓦片',
}

const USAGE = `npm run basemap -- region.osm.pbf [more.osm.pbf …]
  Extracts of OpenStreetMap, for instance from download.geofabrik.de/asia/china.html
  OpenStreetMap 数据文件，例如从 download.geofabrik.de/asia/china.html 下载`

/** Writes `outFile` from the extracts; throws a BasemapError and leaves the old file when it cannot. */
export async function buildBasemap(
  files: string[],
  outFile: string,
  onStep: OnStep = () => {},
): Promise<BasemapReport> {
  for (const file of files) {
    if (existsSync(file) && statSync(file).isFile()) continue
    throw new BasemapError(`There is no file ${file}.\n没有 ${file} 这个文件。`)
  }
  const { sources, nodes, features } = await drawn(files, onStep)
  const bounds = unionOf(features.close)
  if (!bounds) {
    const names = files.map((file) => path.basename(file)).join(', ')
    throw new BasemapError(
      `Nothing to draw in ${names}: no water, railway, road, land use or named place came. Take an extract of the region.\n${names} 中没有可绘制的内容（水系、铁路、道路、用地、地名）。请使用该地区的数据文件。`,
    )
  }
  mkdirSync(path.dirname(outFile), { recursive: true })
  const draft = draftTilesFile(outFile)
  const present = new Set<LayerName>()
  let tiles = 0
  try {
    for (const { z, x, y, gzipped, layers } of tilesOf(features, nodes, (share) =>
      onStep('tiles', share),
    )) {
      draft.add({ z, x, y }, gzipped)
      for (const layer of layers) present.add(layer)
      tiles++
    }
    draft.finish(metadataOf(features.close, present, bounds, sources))
  } catch (error) {
    draft.discard()
    throw error
  }
  const count = (layer: LayerName) => features.close.filter((one) => one.layer === layer).length
  return {
    tiles,
    features: Object.fromEntries(LAYERS.map((layer) => [layer, count(layer)])) as never,
    openRings: features.openRings,
    sources,
  }
}

/** What is drawn, without the ways it was drawn from: they may go while the tiles are made. */
async function drawn(files: string[], onStep: OnStep) {
  const extracts = await readExtracts(files, onStep).catch(toldInBothLanguages)
  const { sources, nodes } = extracts
  return { sources, nodes, features: featuresOf(extracts) }
}

function metadataOf(
  features: Feature[],
  present: ReadonlySet<LayerName>,
  { west, south, east, north }: Bounds,
  sources: BasemapSource[],
): Metadata {
  const vector_layers = LAYERS.filter((layer) => present.has(layer)).map((id): VectorLayer => {
    const ours = features.filter(({ layer }) => layer === id)
    return {
      id,
      fields: fieldsOf(ours.map(({ attributes }) => attributes)),
      minzoom: Math.max(LEAST_ZOOM, leastZoom(ours)),
      maxzoom: MOST_ZOOM,
    }
  })
  const center = [(west + east) / 2, (south + north) / 2, WHOLE_REGION_ZOOM]
  return {
    name: 'Park Atlas basemap 园链图底图',
    format: 'pbf',
    type: 'baselayer',
    version: '1',
    description: `Made from ${sources.map(({ name }) => name).join(', ')}`,
    attribution: BASEMAP_ATTRIBUTION,
    minzoom: String(LEAST_ZOOM),
    maxzoom: String(MOST_ZOOM),
    bounds: [west, south, east, north].join(','),
    center: center.join(','),
    json: JSON.stringify({ vector_layers }),
    atlas_sources: JSON.stringify(sources),
    atlas_letters: lettersOf(features),
  }
}

const WHOLE_REGION_ZOOM = 7

function leastZoom(features: Feature[]): number {
  return features.reduce((least, { fromZoom }) => Math.min(least, fromZoom), MOST_ZOOM)
}

function fieldsOf(list: Attributes[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const attributes of list) {
    for (const [name, value] of Object.entries(attributes)) {
      fields[name] = typeof value === 'number' ? 'Number' : 'String'
    }
  }
  return fields
}

/** Each letter once of what a label may say: a page asks its fonts for them beforehand. */
function lettersOf(features: Feature[]): string {
  const letters = new Set<string>()
  for (const { layer, attributes } of features) {
    if (layer !== 'place' && layer !== 'waterway') continue
    for (const name of ['name', 'name:zh', 'name:en']) {
      for (const letter of String(attributes[name] ?? '')) letters.add(letter)
    }
  }
  return [...letters].sort().join('')
}

function toldInBothLanguages(error: unknown): never {
  if (!(error instanceof OsmReadError)) throw error
  throw new BasemapError(`${error.message}\n${error.messageZh}`)
}

/** One line that changes on a terminal, and a line a step elsewhere. */
function progressLine(): OnStep {
  let shown = ''
  return (step, share) => {
    const percent = process.stderr.isTTY ? ` ${Math.round(share * 100)} %` : ''
    const line = STEPS[step] + percent
    if (line === shown) return
    shown = line
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
}

if (import.meta.main) {
  const files = process.argv.slice(2)
  if (files.length === 0) {
    console.error(USAGE)
    process.exit(2)
  }
  const started = performance.now()
  const outFile = path.join(process.env.DATA_DIR ?? 'data', BASEMAP_FILE)
  try {
    const report = await buildBasemap(files, outFile, progressLine())
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
    const counts = LAYERS.map((layer) => `${report.features[layer]} ${layer}`).join(', ')
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const mebibytes = (statSync(outFile).size / 2 ** 20).toFixed(1)
    console.log(`${outFile}: ${report.tiles} tiles, ${mebibytes} MiB, ${seconds} s; ${counts}`)
    if (report.openRings > 0) {
      console.log(
        `${report.openRings} outlines do not close, because the extract ends there; they are not drawn. 有 ${report.openRings} 条轮廓在数据边界处断开，未绘制。`,
      )
    }
    console.log('Start the server again to see it. 重新启动服务器即可看到。')
  } catch (error) {
    console.error(error instanceof BasemapError ? error.message : error)
    console.error('Nothing was replaced. 未替换任何内容。')
    process.exit(1)
  }
}
